package dev.parvis.domain.reasons;

import java.util.List;

/** What becomes of a target on its way, by our own doing or a person's. */
final class Course {
    static final List<Phrase> PHRASES = List.of(
            new Phrase("it was too late to be wanted", "il était trop tard"),
            new Phrase("it was too late to be wanted: {}", "il était trop tard ; au dernier essai, {~1}"),
            new Phrase("it is too late to send it again", "il est trop tard pour la renvoyer"),
            new Phrase("it was given up while it was being sent", "elle a été abandonnée pendant son envoi"),
            new Phrase("cancelled after {} of its parts", "annulée alors que {1} de ses parties étaient publiées"),
            new Phrase("the call may still be under way", "l’envoi est peut-être encore en cours"),
            new Phrase(
                    "the lease would have ended before the call",
                    "il restait trop peu de temps pour l’envoyer sûrement"),
            new Phrase(
                    "the stops could not be read, twice",
                    "les arrêts d’urgence n’ont pas pu être lus, deux fois de suite"),
            new Phrase("it was due while a stop stood", "son heure est venue pendant un arrêt d’urgence"),
            new Phrase(
                    "its account had too many uploads at once",
                    "le compte avait trop d’envois de médias en même temps"),
            new Phrase("the post has no content of revision {}", "le contenu de la version {1} est introuvable"),
            new Phrase("Parvis cannot publish on {}", "Parvis ne publie pas sur {1}"),
            new Phrase("the channel was removed", "le compte a été retiré"),
            new Phrase("the channel has no credential", "le compte n’a plus d’accès enregistré"),
            new Phrase(
                    "the credential dies at {} and cannot be renewed without a person",
                    "l’accès au compte expire le {1} et ne peut pas être renouvelé sans vous"),
            new Phrase("the credential has no right to {}", "l’accès accordé ne donne pas le droit de {1}"),
            new Phrase("another worker is renewing the credential", "l’accès au compte est en cours de renouvellement"),
            new Phrase("this function does not know the network", "ce réseau n’est pas connu ici"),
            new Phrase("the network no longer accepts the credential", "le réseau n’accepte plus l’accès au compte"),
            new Phrase(
                    "the network does not accept the renewed credential yet",
                    "le réseau n’accepte pas encore l’accès renouvelé"),
            new Phrase(
                    "somebody connected the channel again meanwhile", "quelqu’un a reconnecté le compte entre-temps"),
            new Phrase("the app password is no longer taken", "le mot de passe d’application n’est plus accepté"),
            new Phrase(
                    "what was to go out is not what was approved",
                    "ce qui allait partir n’est pas ce qui a été approuvé"),
            new Phrase("it was not approved in time", "elle n’a pas été approuvée à temps"),
            new Phrase("refused by the team", "refusée par l’équipe"),
            new Phrase("refused by the client", "refusée par le client"),
            new Phrase("nobody has said that it is out", "personne n’a dit qu’elle était publiée"),
            new Phrase("a person has seen that it is not out", "quelqu’un a vu qu’elle n’était pas publiée"),
            new Phrase(
                    "the person who was asked will not post it",
                    "la personne à qui elle était confiée ne la publiera pas"),
            new Phrase("a person wants the rest of it", "quelqu’un veut la suite"),
            new Phrase("a post like it was found", "une publication semblable a été trouvée"),
            new Phrase("a post like it is being sent", "une publication semblable est en train de partir"),
            new Phrase("a post like it may have gone out too", "une publication semblable est peut-être partie aussi"),
            new Phrase(
                    "another target lays claim to the post that was found",
                    "la publication trouvée est peut-être une autre des vôtres"),
            new Phrase(
                    "the post that was found is another target's",
                    "la publication trouvée en est une autre des vôtres"),
            new Phrase("the network names a post like it", "le réseau en nomme une semblable"),
            new Phrase("the network names a post like it: {}", "le réseau en nomme une semblable : {1}"),
            new Phrase(
                    "the network has a post like it already and refuses a second one",
                    "le réseau a déjà une publication identique et refuse la seconde"),
            new Phrase("the network refused it", "le réseau l’a refusée"),
            new Phrase("not found yet: {}", "pas encore trouvée : {~1}"),
            new Phrase("it did not go out: {}", "elle n’est pas partie : {~1}"),
            new Phrase(
                    "it is not there yet, and the quiet time is not over",
                    "elle n’y est pas encore, et il est trop tôt pour en conclure quoi que ce soit"),
            new Phrase("the account has no post of the key {}", "le compte n’en a aucune trace"),
            new Phrase("the account's own server has no record {}", "le serveur du compte n’en a aucune trace"),
            new Phrase(
                    "all {} statuses since the attempt were read",
                    "les {1} messages du compte depuis l’essai ont été lus, sans elle"),
            new Phrase("a status since the attempt resembles it", "un message du compte lui ressemble"),
            new Phrase(
                    "the server does not page back to the attempt",
                    "le serveur ne laisse pas lire assez loin en arrière"),
            new Phrase("too many statuses since the attempt", "il y a trop de messages depuis l’essai"),
            new Phrase("too many posts since the attempt", "il y a trop de publications depuis l’essai"),
            new Phrase("its container is published already", "le réseau l’a peut-être déjà publiée"),
            new Phrase(
                    "its container is published, and the post is not listed yet",
                    "le réseau dit l’avoir publiée, mais ne la montre pas encore"),
            new Phrase("its container is {}, not published", "le réseau ne l’a pas publiée"),
            new Phrase(
                    "the account's {} posts of a day are used up until {}",
                    "les {1} publications que le réseau accepte par jour sont épuisées jusqu’au {2}"),
            new Phrase(
                    "sent again, it would be refused with the name of the first",
                    "envoyée de nouveau, elle serait refusée avec l’adresse de la première"),
            new Phrase("its container has failed", "le réseau n’a pas pu la préparer"),
            new Phrase("the container is gone", "ce qui était préparé n’est plus sur le réseau"),
            new Phrase("the container has expired", "ce qui était préparé sur le réseau a expiré"),
            new Phrase("the network knows no such container", "le réseau ne connaît pas ce qui était préparé"),
            new Phrase(
                    "the account has no such comment under its post", "le commentaire n’est pas sous la publication"),
            new Phrase(
                    "what it answers is no longer there, or no longer shown to this account: {}",
                    "ce à quoi elle répond n’est plus visible par ce compte : {1}"),
            new Phrase("a post has this post's key already", "une publication porte déjà sa clé"),
            new Phrase("a record is at this post's key already", "une publication porte déjà sa clé"),
            new Phrase("another record is at this post's key", "une autre publication porte sa clé"),
            new Phrase(
                    "the post that this part follows is no longer there: {}",
                    "la publication que cette partie suit n’est plus en ligne : {1}"));

    private Course() {}
}
