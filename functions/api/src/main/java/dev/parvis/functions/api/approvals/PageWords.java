package dev.parvis.functions.api.approvals;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.text.French;

/** Everything the client's page says itself, in the approver's language. */
public record PageWords(Language language) {
    String title(String brand) {
        return say("Publications de " + brand, "Posts of " + brand);
    }

    String lead(int waiting) {
        return switch (waiting) {
            case 0 ->
                say("Rien n’attend votre accord pour le moment.", "Nothing waits for your approval at the moment.");
            case 1 ->
                say(
                        "Une publication attend votre accord. Sans accord à son heure, elle ne partira pas.",
                        "One post waits for your approval. If it is not approved at its time, it will not go out.");
            default ->
                say(
                        waiting
                                + " publications attendent votre accord. Sans accord à leur heure, elles ne partiront pas.",
                        waiting + " posts wait for your approval. What is not approved at its time will not go out.");
        };
    }

    String notice(Shown.Notice notice) {
        return switch (notice) {
            case APPROVED -> say("Merci : c’est approuvé.", "Thank you: it is approved.");
            case REFUSED ->
                say("C’est refusé : elle ne partira pas telle quelle.", "It is refused: it will not go out like this.");
            case COMMENTED -> say("Merci : votre commentaire est transmis.", "Thank you: your comment was passed on.");
            case EMPTY_COMMENT -> say("Le commentaire est vide.", "The comment is empty.");
            case LONG_COMMENT ->
                say(
                        "Le commentaire dépasse 2 000 caractères : rien n’a été enregistré.",
                        "The comment is longer than 2,000 characters: nothing was recorded.");
            case TOO_MANY_COMMENTS ->
                say("Cette publication a déjà 100 commentaires.", "This post has 100 comments already.");
            case CHANGED ->
                say(
                        "La publication a changé depuis que vous l’avez lue : relisez-la avant de décider.",
                        "The post has changed since you read it: read it again before you decide.");
            case REFUSED_BEFORE ->
                say(
                        "Elle a déjà été refusée. L’équipe vous la proposera de nouveau.",
                        "It was refused already. The team will propose it to you again.");
            case TOO_LATE ->
                say(
                        "Il est trop tard : son heure est passée, ou elle est en train de partir.",
                        "It is too late: its time has passed, or it is going out.");
            case NOT_ASKED -> say("Elle n’attend plus votre avis.", "It does not wait for your word any more.");
        };
    }

    /** In the brand's zone, which is named: a client may read it elsewhere. */
    public String when(ZonedDateTime at) {
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(language.locale());
        var hour = DateTimeFormatter.ofPattern("HH:mm", language.locale());
        return first(day.format(at)) + say(" à ", " at ") + hour.format(at) + " (" + zone(at.getZone()) + ")";
    }

    /** French counts the first of a month. */
    private String first(String day) {
        return say(day.replaceFirst(" 1 ", " 1er "), day);
    }

    private static String zone(ZoneId zone) {
        return zone.getId().replace('_', ' ');
    }

    /** In a list of many. */
    String briefly(ZonedDateTime at) {
        var day = DateTimeFormatter.ofPattern(say("EEE d MMM", "EEE d MMM"), language.locale());
        var hour = DateTimeFormatter.ofPattern("HH:mm", language.locale());
        return first(day.format(at)) + say(" à ", " at ") + hour.format(at);
    }

    String month(YearMonth month) {
        var said = DateTimeFormatter.ofPattern("LLLL yyyy", language.locale()).format(month);
        return said.substring(0, 1).toUpperCase(language.locale()) + said.substring(1);
    }

    /** The tag of the language it speaks, where a post's own language stands around it. */
    String tag() {
        return language.locale().getLanguage();
    }

    String contents() {
        return say("Les publications de cette page", "The posts of this page");
    }

    String sheets() {
        return say("Autres pages", "Other pages");
    }

    String sheet(int number, int of) {
        return say("page " + number + " sur " + of, "page " + number + " of " + of);
    }

    String before() {
        return say("publications précédentes", "earlier posts");
    }

    String after() {
        return say("publications suivantes", "later posts");
    }

    String waits() {
        return say("En attente de votre accord", "Waits for your approval");
    }

    /** The same in a list of many. */
    String briefly(Approval approval) {
        if (approval.isRefused()) {
            return say("refusée", "refused");
        }
        return approval.client().isPresent() ? say("approuvée", "approved") : say("à décider", "to decide");
    }

    String part(int number, int of) {
        return say("Partie " + number + " sur " + of, "Part " + number + " of " + of);
    }

    String firstComment() {
        return say("Premier commentaire, publié juste après", "First comment, published right after");
    }

    String alt() {
        return say("Description : ", "Description: ");
    }

    String video() {
        return say("Vidéo : ", "Video: ");
    }

    String noVideoAlt() {
        return say("Vidéo sans description", "Video without a description");
    }

    String poll(Content.Poll poll) {
        return say("Sondage, ouvert ", "Poll, open for ")
                + lasting(poll.open())
                + (poll.multiple()
                        ? say(", plusieurs réponses possibles", ", more than one answer may be chosen")
                        : say(", une seule réponse", ", one answer only"));
    }

    private String lasting(Duration open) {
        if (open.toMinutes() % Duration.ofDays(1).toMinutes() == 0) {
            return many(open.toDays(), say(" jour", " day"));
        }
        return open.toMinutes() % Duration.ofHours(1).toMinutes() == 0
                ? many(open.toHours(), say(" heure", " hour"))
                : many(open.toMinutes(), " minute");
    }

    private static String many(long count, String what) {
        return count + what + (count == 1 ? "" : "s");
    }

    String on(String channels) {
        return say("Sur ", "On ") + channels;
    }

    String approve() {
        return say("Approuver", "Approve");
    }

    String refuse() {
        return say("Refuser", "Refuse");
    }

    /** Of what was approved; it is refused then. */
    String takeBack() {
        return say("Retirer mon accord", "Take my approval back");
    }

    String sendComment() {
        return say("Envoyer le commentaire seul", "Send the comment only");
    }

    String commentLabel() {
        return say("Commentaire (facultatif)", "Comment (optional)");
    }

    String comments() {
        return say("Commentaires", "Comments");
    }

    String noAlt() {
        return say("Image sans description", "Image without a description");
    }

    String approved(boolean all) {
        return all
                ? say("Approuvée : elle partira à son heure.", "Approved: it will go out at its time.")
                : say("Vous l’avez approuvée.", "You have approved it.");
    }

    String refused() {
        return say("Refusée : elle ne partira pas telle quelle.", "Refused: it will not go out like this.");
    }

    String gone() {
        return say(
                "<h1>Ce lien ne mène plus à rien</h1><p>Il a expiré ou a été retiré. Demandez-en un nouveau à la "
                        + "personne qui s’occupe de vos publications.</p>",
                "<h1>This link leads nowhere any more</h1><p>It has ended or was withdrawn. Ask whoever looks after "
                        + "your posts for a new one.</p>");
    }

    String goneTitle() {
        return say("Lien expiré", "Link ended");
    }

    private String say(String french, String english) {
        return switch (language) {
            case FR -> French.spaced(french);
            case EN -> english;
        };
    }
}
