package dev.parvis.functions.notify;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.parvis.domain.events.Event;
import dev.parvis.domain.preflight.Finding;
import dev.parvis.domain.preflight.Stage;
import dev.parvis.functions.notify.MailTexts.Said;

/**
 * What the team is told of a post that will not go out as things are: why, channel by channel, and what to do about each.
 * An hour before its time it is more urgent.
 */
final class RiskTexts {
    private final Event event;
    private final String brand;
    private final String when;
    private final Function<String, Optional<String>> channel;

    /** @param channel how people call the channel of an id; empty when it is gone */
    RiskTexts(Event event, String brand, String when, Function<String, Optional<String>> channel) {
        this.event = event;
        this.brand = brand;
        this.when = when;
        this.channel = channel;
    }

    Said said(boolean french) {
        var why = String.join("\n", reasons(french).toList());
        return french
                ? new Said(
                        isUrgent() ? "URGENT : une publication va échouer" : "À corriger : une publication va échouer",
                        "La publication de " + brand + " prévue le " + when + " ne partira pas en l’état.\n" + why,
                        isUrgent()
                                ? "Il reste moins d’une heure pour corriger. Ensuite, la publication échouera."
                                : "Corrigez avant son heure. Nous regarderons encore une fois une heure avant.")
                : new Said(
                        isUrgent() ? "URGENT: a post is about to fail" : "To correct: a post is going to fail",
                        "The post of " + brand + " due on " + when + " will not go out as things are.\n" + why,
                        isUrgent()
                                ? "There is less than an hour left to correct it. After that, the post will fail."
                                : "Correct it before its time. We look once more an hour before.");
    }

    private boolean isUrgent() {
        return Stage.HOUR.wire().equals(event.detail().get("stage"));
    }

    private Stream<String> reasons(boolean french) {
        return List.of(event.detail().getOrDefault("problems", "").split(" ")).stream()
                .map(problem -> problem.split(":", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> "– " + name(parts[0], french) + (french ? " : " : ": ") + reason(parts[1], french));
    }

    private String name(String id, boolean french) {
        return channel.apply(id).orElse(french ? "un compte supprimé" : "an account that was removed");
    }

    private static String reason(String code, boolean french) {
        return switch (code) {
            case Finding.CHANNEL_REMOVED ->
                french
                        ? "le compte a été retiré. Choisissez-en un autre, ou retirez-le de la publication."
                        : "the account was removed. Choose another one, or take it off the post.";
            case Finding.CHANNEL_DISCONNECTED ->
                french ? "le compte est déconnecté. Reconnectez-le." : "the account is disconnected. Connect it again.";
            case Finding.CANNOT_PUBLISH ->
                french
                        ? "Parvis ne publie pas sur ce réseau. Retirez ce compte de la publication."
                        : "Parvis does not publish on this network. Take the account off the post.";
            case Finding.CREDENTIAL_EXPIRES ->
                french
                        ? "l’accès au compte expire avant l’heure prévue. Reconnectez-le."
                        : "access to the account expires before the post is due. Connect it again.";
            case Finding.SCOPE_MISSING ->
                french
                        ? "l’accès accordé ne permet pas de publier. Reconnectez le compte en accordant ce droit."
                        : "the access that was granted does not let us publish. Connect again and grant it.";
            default -> ofContent(code, french);
        };
    }

    private static String ofContent(String code, boolean french) {
        return switch (code) {
            case Finding.MEDIA_MISSING ->
                french
                        ? "une image ou une vidéo manque. Envoyez-la de nouveau, ou retirez-la de la publication."
                        : "an image or a video is missing. Upload it again, or take it off the post.";
            case Finding.MEDIA_EXPIRED ->
                french
                        ? "les droits d’un média seront échus à l’heure prévue. Remplacez-le, ou avancez la publication."
                        : "the rights of a media file will have ended when the post is due. Replace it, or post earlier.";
            case Finding.MEDIA_CHANGED, Finding.MEDIA_TYPE ->
                french
                        ? "une image ou une vidéo est illisible ou incomplète. Envoyez-la de nouveau."
                        : "an image or a video is unreadable or incomplete. Upload it again.";
            case Finding.MEDIA_SHAPE ->
                french
                        ? "le réseau n’accepte pas les proportions d’une image. Recadrez-la."
                        : "the network does not take the proportions of an image. Crop it.";
            case Finding.QUOTA_EXCEEDED ->
                french
                        ? "le compte aura atteint le nombre de publications que le réseau accepte. Déplacez-la."
                        : "the account will have reached the number of posts that the network takes. Move it.";
            default -> NetworkRisks.said(code, french);
        };
    }
}
