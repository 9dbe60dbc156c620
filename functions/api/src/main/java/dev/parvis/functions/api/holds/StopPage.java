package dev.parvis.functions.api.holds;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;

import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.api.approvals.PageStyle;
import dev.parvis.functions.api.holds.StopPageRoutes.Holder;
import dev.parvis.kernel.text.French;

import static dev.parvis.functions.api.approvals.Html.escaped;

/**
 * The page behind a one-tap link, for a thumb on a phone in the street: one sentence, one button, no script. What state
 * things are in is said in words, first.
 */
final class StopPage {
    private static final String STYLE = PageStyle.COLOURS + """
              body { font: 1.15rem/1.6 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0; }
              main { max-width: 34rem; margin: 6vh auto; padding: 1.5rem; background: var(--sheet); border-radius: .75rem; }
              h1 { font-size: 1.5rem; line-height: 1.3; margin-top: 0; overflow-wrap: anywhere; }
              p, li { overflow-wrap: anywhere; } ul { padding-left: 1.2rem; }
              .notice { border: 2px solid var(--blue); border-radius: .5rem; padding: .75rem 1rem; font-weight: 600; }
              .meta { color: var(--soft); font-size: 1rem; }
              button { font: inherit; font-weight: 700; width: 100%; min-height: 4.5rem; padding: 1rem; border: 0;
                       border-radius: .6rem; background: #9b1c1c; color: #fff; cursor: pointer; }
            """;

    private final Language language;

    private StopPage(Language language) {
        this.language = language;
    }

    /** The button, unless what the link stops is stopped already. */
    static String of(Holder holder, Optional<Hold> standing) {
        var page = new StopPage(holder.workspace().language());
        var covered = standing.filter(hold -> hold.scope() == holder.scope()).isPresent();
        var title = (covered
                        ? page.say("C’est arrêté : ", "Stopped: ")
                        : page.say("Arrêter les publications : ", "Stop the posts: "))
                + holder.name();
        var already = page.say("C’est déjà arrêté", "It has been stopped");
        var state = standing.map(hold -> page.notice(already + page.since(holder, hold)))
                .orElse("");
        return page.html(title, state + page.what() + (covered ? "" : page.button()) + page.only());
    }

    static String stopped(Holder holder, Hold hold) {
        var page = new StopPage(holder.workspace().language());
        var title = page.say("C’est arrêté : ", "Stopped: ") + holder.name();
        return page.html(
                title,
                page.notice(page.say("Plus rien ne part", "Everything has been stopped") + page.since(holder, hold))
                        + "<p>"
                        + page.say(
                                "Ce qui partait à la seconde même a pu partir encore : regardez les comptes. Les "
                                        + "publications dont l’heure vient sont gardées, rien n’est perdu.",
                                "What was going out that very second may still have gone out: look at the accounts. "
                                        + "Posts whose time comes are kept, nothing is lost.")
                        + "</p>" + page.only());
    }

    static String gone(Language language) {
        var page = new StopPage(language);
        return page.html(
                page.say("Ce lien n’arrête plus rien", "This link stops nothing any more"),
                "<p>"
                        + page.say(
                                "Il a expiré, un autre l’a remplacé, ou il a été retiré. Rien n’a été changé. "
                                        + "Connectez-vous à Parvis pour arrêter les publications.",
                                "It has ended, another has replaced it, or it was withdrawn. Nothing was changed. "
                                        + "Sign in to Parvis to stop the posts.")
                        + "</p>");
    }

    private String what() {
        return "<ul><li>"
                + say(
                        "Tout s’arrête aussitôt : publications, suites de fils, premiers commentaires. Rien n’est perdu.",
                        "Everything stops at once: posts, the rest of threads, first comments. Nothing is lost.")
                + "</li><li>"
                + say(
                        "Le masquage et la suppression des messages indésirables continuent.",
                        "Hiding and deleting unwanted messages goes on.")
                + "</li></ul>";
    }

    private String button() {
        return "<form method=\"post\"><button name=\"do\" value=\"stop\">"
                + say("Tout arrêter maintenant", "Stop everything now") + "</button></form>";
    }

    private String only() {
        return "<p class=\"meta\">"
                + say(
                        "Ce lien ne peut qu’arrêter. Seul un gérant ou un propriétaire connecté peut lever l’arrêt, et "
                                + "rien ne repart alors sans une décision pour chaque publication.",
                        "This link can only stop. Only a manager or an owner who has signed in can release the stop, "
                                + "and then nothing goes out without a decision on each post.")
                + "</p>";
    }

    private String notice(String text) {
        return "<p class=\"notice\" role=\"status\">" + escaped(text) + "</p>";
    }

    private String since(Holder holder, Hold hold) {
        var where = hold.scope() == Hold.Scope.WORKSPACE && holder.brand().isPresent()
                ? say(" dans tout l’espace ", " in the whole workspace ")
                        + holder.workspace().name()
                : "";
        return where + say(" depuis le ", " since ") + moment(hold.since(), holder) + ".";
    }

    private String moment(Instant at, Holder holder) {
        var zone = holder.workspace().zone();
        var local = at.atZone(zone);
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language.locale())
                .format(local);
        var hour = DateTimeFormatter.ofPattern("HH:mm:ss", language.locale()).format(local);
        return say(day.replaceFirst("^1 ", "1er ") + " à ", day + " at ") + hour + " ("
                + zone.getId().replace('_', ' ') + ")";
    }

    private String html(String title, String body) {
        return """
                <!doctype html>
                <html lang="%s">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="robots" content="noindex, nofollow">
                <title>%s</title>
                <style>
                %s</style>
                <main><h1>%s</h1>%s</main>
                </html>
                """.formatted(language.locale().getLanguage(), escaped(title), STYLE, escaped(title), body);
    }

    private String say(String french, String english) {
        return switch (language) {
            case FR -> French.spaced(french);
            case EN -> english;
        };
    }
}
