package dev.parvis.domain.reasons;

import java.util.List;

/** How servers answered, or did not. */
final class Answers {
    static final List<Phrase> PHRASES = List.of(
            new Phrase("the server did not answer in time", "le serveur n’a pas répondu à temps"),
            new Phrase(
                    "the connection broke before the answer was whole",
                    "la connexion a été coupée avant la fin de la réponse"),
            new Phrase("the call was broken off", "l’appel a été interrompu"),
            new Phrase("the server's answer is too large", "la réponse du serveur est trop volumineuse"),
            new Phrase("the server's answer cannot be read", "la réponse du serveur est illisible"),
            new Phrase("the server's answer to {} cannot be read", "la réponse du serveur est illisible"),
            new Phrase("the server's answer to an upload cannot be read", "la réponse du serveur est illisible"),
            new Phrase("the server's name cannot be resolved", "le nom du serveur est introuvable"),
            new Phrase("the server cannot be reached", "le serveur est injoignable"),
            new Phrase("the server cannot be reached in time", "le serveur n’a pas pu être joint à temps"),
            new Phrase(
                    "no secure connection to the server can be made",
                    "aucune connexion sûre au serveur n’est possible"),
            new Phrase("this address is never called", "cette adresse n’est jamais appelée"),
            new Phrase("only public https addresses are called", "seules des adresses https publiques sont appelées"),
            new Phrase("the server redirects too often", "le serveur redirige trop souvent"),
            new Phrase("the server cannot be asked what it takes", "le serveur ne dit pas ce qu’il accepte"),
            new Phrase("the server is still processing an image", "le serveur traite encore une image"),
            new Phrase("the server is still processing a video", "le serveur traite encore une vidéo"),
            new Phrase("the server redirects elsewhere (HTTP {})", "le serveur renvoie ailleurs (HTTP {1})"),
            new Phrase(
                    "the server refused without saying why (HTTP 429)",
                    "le réseau demande d’attendre : trop de demandes (HTTP 429)"),
            new Phrase(
                    "the server refused without saying why (HTTP {})",
                    "le réseau a refusé sans dire pourquoi (HTTP {1})"),
            new Phrase("the server is in trouble (HTTP {})", "le serveur est en difficulté (HTTP {1})"),
            new Phrase(
                    "the server answered something unexpected (HTTP {})",
                    "le serveur a répondu de façon inattendue (HTTP {1})"),
            new Phrase("{} (HTTP 429)", "le réseau demande d’attendre : « {1} » (HTTP 429)"),
            new Phrase("{} (HTTP 502)", "le serveur est en difficulté : « {1} » (HTTP 502)"),
            new Phrase("{} (HTTP 503)", "le serveur est en difficulté : « {1} » (HTTP 503)"),
            new Phrase("{} (HTTP {})", "le réseau a répondu « {1} » (HTTP {2})"));

    private Answers() {}
}
