package dev.parvis.domain.reasons;

import java.util.List;

/** Why a source is polled no more, or was not at its time. */
final class Feeds {
    static final List<Phrase> PHRASES = List.of(
            new Phrase("the channel is disconnected: {}", "le compte est déconnecté : {~1}"),
            new Phrase("this is no feed that can be read: {}", "ce n’est pas un flux lisible : {~1}"),
            new Phrase(
                    "the server says that the feed is gone for good (HTTP 410)",
                    "le serveur dit que le flux n’existe plus"),
            new Phrase(
                    "the server does not let us read the feed (HTTP {})",
                    "le serveur ne nous laisse pas lire le flux (HTTP {1})"),
            new Phrase("the server knows no such feed (HTTP {})", "le serveur ne connaît pas ce flux (HTTP {1})"),
            new Phrase("the server redirects nowhere (HTTP {})", "le serveur renvoie vers nulle part (HTTP {1})"),
            new Phrase(
                    "the server answers something unexpected (HTTP {})",
                    "le serveur répond de façon inattendue (HTTP {1})"),
            new Phrase("the poll was broken off", "la lecture a été interrompue"),
            new Phrase("it leads to an address that is never called", "il mène à une adresse qui n’est jamais appelée"),
            new Phrase("it leads to a URL that is never called", "il mène à une adresse qui n’est jamais appelée"),
            new Phrase("it redirects more than {} times", "il redirige plus de {1} fois"),
            new Phrase(
                    "the connection broke before the feed was whole", "la connexion a été coupée avant la fin du flux"),
            new Phrase("it is larger than 5 MB", "il dépasse 5 Mo"),
            new Phrase("it is empty", "il est vide"),
            new Phrase("it is neither XML nor JSON", "ce n’est ni du XML ni du JSON"),
            new Phrase("it is a web page", "c’est une page web"),
            new Phrase("it is a web page, not a feed", "c’est une page web, pas un flux"),
            new Phrase("it is XML, but not a feed", "c’est du XML, mais pas un flux"),
            new Phrase("it is not well-formed XML", "le XML est mal formé"),
            new Phrase("it holds a DOCTYPE, which is never read", "il contient un DOCTYPE, ce qui n’est jamais lu"),
            new Phrase("it is not well-formed JSON", "le JSON est mal formé"),
            new Phrase("it is JSON, but not a feed", "c’est du JSON, mais pas un flux"));

    private Feeds() {}
}
