package dev.parvis.functions.notify;

import dev.parvis.domain.events.Event;
import dev.parvis.functions.notify.MailTexts.About;
import dev.parvis.functions.notify.MailTexts.Said;

import static dev.parvis.functions.notify.MailTexts.BY_HAND;

/** What is said of a post that did not go out as it should, of an account that was lost, of a source that broke. */
final class TroubleTexts {
    private TroubleTexts() {}

    static Said of(Event event, About about, boolean french) {
        var topic = Topic.of(event);
        return french ? french(topic, about) : english(topic, about);
    }

    /** What a mail is about: what went wrong, or news that asks for nothing. */
    private enum Topic {
        POST_FAILED,
        POST_MISSED,
        POST_UNCONFIRMED,
        POST_UNCERTAIN,
        CHANNEL_DISCONNECTED,
        SOURCE_BROKEN,
        NEWS;

        static Topic of(Event event) {
            return switch (event.type()) {
                case POST_FAILED -> POST_FAILED;
                case POST_MISSED -> BY_HAND.equals(event.detail().get("network")) ? POST_UNCONFIRMED : POST_MISSED;
                case POST_UNCERTAIN -> POST_UNCERTAIN;
                case CHANNEL_DISCONNECTED -> CHANNEL_DISCONNECTED;
                case SOURCE_BROKEN -> SOURCE_BROKEN;
                case POST_PUBLISHED,
                        POST_AT_RISK,
                        POST_HANDED_OVER,
                        POST_APPROVED,
                        POST_REFUSED,
                        POST_COMMENTED,
                        APPROVAL_REQUESTED,
                        POST_DUE_SOON,
                        INTERACTION_RECEIVED,
                        INTERACTION_MODERATED,
                        MENTION_FOUND,
                        SPIKE_OPENED,
                        REPORT_REQUESTED,
                        REPORT_READY,
                        CHANNEL_CONNECTED,
                        HOLD_STARTED,
                        HOLD_RELEASED -> NEWS;
            };
        }
    }

    private static Said french(Topic topic, About about) {
        var post = "La publication prévue le " + about.when() + " sur " + about.channel();
        return switch (topic) {
            case POST_FAILED ->
                new Said(
                        "Une publication a échoué",
                        post + " n’a pas pu être publiée.",
                        "Corrigez-la et reprogrammez-la : elle ne repartira pas d’elle-même.");
            case POST_MISSED ->
                new Said(
                        "Une publication a manqué son heure",
                        post + " n’a pas pu partir à temps ; elle ne partira pas d’elle-même.",
                        "Décidez si elle a encore un sens : reprogrammez-la ou supprimez-la.");
            case POST_UNCONFIRMED ->
                new Said(
                        "Une publication n’est pas confirmée",
                        post + " devait être publiée à la main ; personne n’a dit qu’elle l’est.",
                        "Regardez si elle est en ligne. Sinon, reprogrammez-la ou supprimez-la.");
            case POST_UNCERTAIN ->
                new Said(
                        "Une publication est peut-être partie",
                        post + " est peut-être en ligne : Parvis n’a pas encore pu le vérifier.",
                        "Regardez le compte avant toute chose. Parvis continue de chercher et ne publiera pas deux fois.");
            case CHANNEL_DISCONNECTED ->
                new Said(
                        "Un compte est déconnecté",
                        "Le compte " + about.channel() + " de " + about.brand()
                                + " a refusé nos accès : rien n’y sera publié ni relevé.",
                        "Reconnectez ce compte. Les publications prévues attendent jusqu’à leur limite de retard.");
            case SOURCE_BROKEN ->
                new Said(
                        "Une source ne répond plus",
                        "Une source suivie pour " + about.brand() + " ne répond plus et n’est plus relevée.",
                        "Vérifiez son adresse, puis reprenez l’écoute ou supprimez la source.");
            case NEWS ->
                new Said("Du nouveau pour " + about.brand(), "Événement du " + about.when() + ".", "Rien à faire.");
        };
    }

    private static Said english(Topic topic, About about) {
        var post = "The post due on " + about.when() + " on " + about.channel();
        return switch (topic) {
            case POST_FAILED ->
                new Said(
                        "A post failed",
                        post + " could not be published.",
                        "Correct it and schedule it again: it will not go out by itself.");
            case POST_MISSED ->
                new Said(
                        "A post missed its time",
                        post + " could not go out in time; it will not go out by itself.",
                        "Decide whether it is still wanted: schedule it again or delete it.");
            case POST_UNCONFIRMED ->
                new Said(
                        "A post is not confirmed",
                        post + " was to be posted by hand; nobody has said that it was.",
                        "Look whether it is online. If not, schedule it again or delete it.");
            case POST_UNCERTAIN ->
                new Said(
                        "A post may have gone out",
                        post + " may be online: Parvis could not make sure yet.",
                        "Look at the account first. Parvis keeps looking and will not post twice.");
            case CHANNEL_DISCONNECTED ->
                new Said(
                        "An account is disconnected",
                        "The account " + about.channel() + " of " + about.brand()
                                + " refused our access: nothing is published or read there.",
                        "Connect the account again. Posts that are due wait until their limit of lateness.");
            case SOURCE_BROKEN ->
                new Said(
                        "A source no longer answers",
                        "A source followed for " + about.brand() + " no longer answers, and is not read any more.",
                        "Check its address, then resume it or delete it.");
            case NEWS ->
                new Said("News for " + about.brand(), "Something happened on " + about.when() + ".", "Nothing to do.");
        };
    }
}
