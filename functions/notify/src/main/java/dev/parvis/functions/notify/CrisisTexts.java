package dev.parvis.functions.notify;

import java.util.Locale;
import java.util.Optional;

import dev.parvis.domain.events.Event;
import dev.parvis.functions.notify.MailTexts.Said;

/** What the owners are told when a crisis stop begins and when it ends. */
final class CrisisTexts {
    private CrisisTexts() {}

    /** Empty where an event is told in other words. */
    static Optional<Said> of(Event event, String when, String brand, boolean french) {
        return switch (event.type()) {
            case HOLD_STARTED -> Optional.of(french ? startedFrench(event, when, brand) : started(event, when, brand));
            case HOLD_RELEASED ->
                Optional.of(french ? releasedFrench(event, when, brand) : released(event, when, brand));
            case POST_PUBLISHED,
                    POST_FAILED,
                    POST_MISSED,
                    POST_UNCERTAIN,
                    POST_AT_RISK,
                    POST_HANDED_OVER,
                    APPROVAL_REQUESTED,
                    POST_APPROVED,
                    POST_REFUSED,
                    POST_COMMENTED,
                    POST_DUE_SOON,
                    INTERACTION_RECEIVED,
                    INTERACTION_MODERATED,
                    MENTION_FOUND,
                    SPIKE_OPENED,
                    REPORT_REQUESTED,
                    REPORT_READY,
                    CHANNEL_CONNECTED,
                    CHANNEL_DISCONNECTED,
                    SOURCE_BROKEN -> Optional.empty();
        };
    }

    private static Said startedFrench(Event event, String when, String brand) {
        var link = "link".equals(event.detail().get("way")) ? ", par un lien d’arrêt d’urgence" : "";
        return new Said(
                "Arrêt d’urgence en place",
                "Plus rien ne part pour " + whatFrench(event, brand) + ". L’arrêt date du " + when + link
                        + ". Ce qui partait à cette seconde même a pu partir encore.",
                "Les publications arrivées à leur heure sont suspendues et gardées. Seul un gérant ou un propriétaire "
                        + "peut lever l’arrêt ; rien ne repartira tout seul.");
    }

    private static Said started(Event event, String when, String brand) {
        var link = "link".equals(event.detail().get("way")) ? ", by an emergency stop link" : "";
        return new Said(
                "Crisis stop in force",
                "Nothing goes out for " + what(event, brand) + " any more. The stop began on " + when + link
                        + ". What was going out that very second may still have gone out.",
                "Posts whose time has come are suspended and kept. Only a manager or an owner can release the stop; "
                        + "nothing will go out by itself.");
    }

    private static Said releasedFrench(Event event, String when, String brand) {
        return new Said(
                "Arrêt d’urgence levé",
                "L’arrêt qui couvrait " + whatFrench(event, brand) + " a été levé le " + when + ".",
                "Décidez de chaque publication suspendue : la publier, la reprogrammer ou l’annuler. Celles qui sont "
                        + "prévues plus tard partiront à leur heure.");
    }

    private static Said released(Event event, String when, String brand) {
        return new Said(
                "Crisis stop released",
                "The stop that covered " + what(event, brand) + " was released on " + when + ".",
                "Decide on each suspended post: publish it, give it another time, or cancel it. Those that are "
                        + "scheduled for later go out at their time.");
    }

    private static String whatFrench(Event event, String brand) {
        return switch (event.detail().getOrDefault("scope", "")) {
            case "workspace" -> "tout l’espace " + brand;
            case "network" -> "le réseau " + network(event) + ", dans tout l’espace " + brand;
            default -> "la marque " + brand;
        };
    }

    private static String what(Event event, String brand) {
        return switch (event.detail().getOrDefault("scope", "")) {
            case "workspace" -> "the whole workspace " + brand;
            case "network" -> "the network " + network(event) + ", in the whole workspace " + brand;
            default -> "the brand " + brand;
        };
    }

    private static String network(Event event) {
        var name = event.detail().getOrDefault("network", "?");
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
