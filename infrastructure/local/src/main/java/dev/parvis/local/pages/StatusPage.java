package dev.parvis.local.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.parvis.emulators.ses.Mail;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.time.Times;
import dev.parvis.local.suite.Failures;
import dev.parvis.local.suite.Ran;
import dev.parvis.local.suite.Suite;
import dev.parvis.local.suite.Told;

/** The overview at {@code /}. */
final class StatusPage {

    private static final int SHOWN = 40;

    private final Suite suite;
    private final DueWork due;
    private final StoredFiles files;

    StatusPage(Suite suite, DueWork due, StoredFiles files) {
        this.suite = suite;
        this.due = due;
        this.files = files;
    }

    Response show(Page page) {
        var main = new Html()
                .raw("<p>")
                .text(page.word(Word.LEAD) + " " + page.word(Word.TIMES_IN) + " " + page.zoneName() + ".")
                .raw("</p><nav><ul>");
        links(page, main);
        main.raw("</ul></nav>");
        token(page, main);
        main.raw("<div id=\"live\">");
        ran(page, main);
        failures(page, main);
        waiting(page, main);
        schedules(page, main);
        events(page, main);
        mails(page, main);
        stored(page, main);
        main.raw("</div>");
        return page.page(page.word(Word.TITLE), main, true);
    }

    private void links(Page page, Html main) {
        main.raw("<li>").link("/local/api", page.word(Word.API)).raw("</li>");
        main.raw("<li>")
                .link(suite.sandbox().toString(), page.word(Word.SANDBOX))
                .raw("</li>");
    }

    private void token(Page page, Html main) {
        String token = suite.token().reveal();
        main.raw("<h2 id=\"token\">")
                .text(page.word(Word.TOKEN))
                .raw("</h2><p>")
                .text(page.word(Word.TOKEN_LEAD))
                .raw("</p><details><summary>")
                .text(page.word(Word.SHOW))
                .raw("</summary><pre id=\"bearer\">")
                .text(token)
                .raw("</pre><pre>")
                .text("curl -H \"Authorization: Bearer $TOKEN\" " + suite.url() + "/v1/workspaces")
                .raw("</pre></details>");
    }

    private void ran(Page page, Html main) {
        var rows = new ArrayList<List<Html>>();
        for (Ran ran : suite.ran().stream().limit(SHOWN).toList()) {
            rows.add(List.of(
                    page.time(ran.at()),
                    Html.of(ran.function()),
                    trigger(page, ran.trigger()),
                    Html.of(page.number(ran.millis()) + " ms"),
                    Html.of(page.word(ran.cold() ? Word.COLD : Word.WARM)),
                    outcome(page, ran)));
        }
        section(
                page,
                main,
                Word.RAN,
                List.of(Word.WHEN, Word.FUNCTION, Word.TRIGGER, Word.TOOK, Word.START, Word.RESULT),
                rows);
    }

    private static Html trigger(Page page, String trigger) {
        return trigger.equals("schedule") ? Html.of(page.word(Word.BY_SCHEDULE)) : Html.code(trigger);
    }

    private static Html outcome(Page page, Ran ran) {
        return switch (ran.outcome()) {
            case OK -> Html.of(page.word(Word.OK));
            case FAULT -> bad(page.word(Word.FAULT) + " – " + ran.remark());
            case TIMEOUT -> bad(page.word(Word.TIMEOUT) + " – " + ran.remark());
            case DIED -> bad(page.word(Word.DIED) + " – " + ran.remark());
        };
    }

    private static Html bad(String text) {
        return new Html().raw("<span class=\"bad\">").text(text).raw("</span>");
    }

    private void failures(Page page, Html main) {
        var rows = new ArrayList<List<Html>>();
        for (Failures.Failure failure : suite.failures()) {
            rows.add(List.of(
                    page.time(failure.at()),
                    Html.of(failure.function()),
                    trigger(page, failure.trigger()),
                    Html.of(page.number(failure.tries())),
                    bad(failure.reason())));
        }
        if (!rows.isEmpty()) {
            section(
                    page,
                    main,
                    Word.FAILURES,
                    List.of(Word.WHEN, Word.FUNCTION, Word.TRIGGER, Word.TRIES, Word.REASON),
                    rows);
        }
    }

    private void waiting(Page page, Html main) {
        var rows = new ArrayList<List<Html>>();
        for (DueWork.Waiting waiting : due.next(SHOWN)) {
            Html at = Times.tryParse(waiting.due()).map(page::time).orElseGet(() -> Html.of(waiting.due()));
            rows.add(List.of(at, Html.of(kind(page, waiting.kind())), Html.code(waiting.row())));
        }
        section(page, main, Word.DUE, List.of(Word.DUE_AT, Word.KIND, Word.ITEM), rows);
    }

    /** In words where the kind is one that is known here. */
    private static String kind(Page page, String kind) {
        return Word.named(kind).map(page::word).orElse(kind);
    }

    private void schedules(Page page, Html main) {
        var rows = new ArrayList<List<Html>>();
        suite.upcoming().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(next -> {
                    var schedule = next.getKey();
                    rows.add(List.of(
                            page.time(next.getValue()), Html.of(schedule.function()), Html.code(schedule.name())));
                });
        section(page, main, Word.SCHEDULES, List.of(Word.NEXT, Word.FUNCTION, Word.SCHEDULE), rows);
    }

    private void events(Page page, Html main) {
        var rows = new ArrayList<List<Html>>();
        for (Told told : suite.events().stream().limit(SHOWN).toList()) {
            rows.add(List.of(page.time(told.at()), Html.code(told.type()), Details.of(page, told.detail())));
        }
        section(page, main, Word.EVENTS, List.of(Word.WHEN, Word.EVENT, Word.DETAIL), rows);
    }

    private void mails(Page page, Html main) {
        var rows = new ArrayList<List<Html>>();
        for (Mail mail : suite.mailbox().newest(SHOWN)) {
            rows.add(List.of(
                    page.time(mail.at()),
                    new Html().link("/local/mail/" + mail.id(), mail.subject().isBlank() ? mail.id() : mail.subject()),
                    Html.of(String.join(", ", mail.recipients()))));
        }
        section(page, main, Word.MAILBOX, List.of(Word.WHEN, Word.SUBJECT, Word.TO), rows);
    }

    private void stored(Page page, Html main) {
        var rows = new ArrayList<List<Html>>();
        for (StoredFiles.Stored file : files.newest(SHOWN)) {
            int name = file.key().lastIndexOf('/') + 1;
            rows.add(List.of(
                    page.time(file.at()),
                    new Html()
                            .link(files.open(file.key()).toString(), file.key().substring(name)),
                    Html.code(file.key().substring(0, name)),
                    Html.of(page.number(file.bytes()) + "\u00a0" + page.word(Word.BYTES))));
        }
        section(page, main, Word.REPORTS, List.of(Word.WHEN, Word.FILE, Word.FOLDER, Word.SIZE), rows);
    }

    private static void section(Page page, Html main, Word title, List<Word> heads, List<List<Html>> rows) {
        main.raw("<section><h2>").text(page.word(title)).raw("</h2>");
        if (rows.isEmpty()) {
            main.raw("<p>").text(page.word(Word.NOTHING)).raw("</p>");
        } else {
            main.table(page.word(title), heads.stream().map(page::word).toList(), rows);
        }
        main.raw("</section>");
    }
}
