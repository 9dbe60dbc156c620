package dev.parvis.functions.notify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.parvis.domain.calendar.Gap;
import dev.parvis.domain.weekly.Outlook;
import dev.parvis.domain.workspaces.Workspace;

import static dev.parvis.functions.notify.MailTexts.escaped;
import static dev.parvis.functions.notify.MailTexts.oneLine;

/** The look ahead as it is mailed: brand by brand what is wrong and what to do, most pressing first. */
record WeeklyText(Workspace workspace, List<Outlook> brands, Instant now) {
    /** The most names that are listed one by one. */
    private static final int MOST_NAMES = 5;

    /** Something to see to. */
    record Matter(String what, String toDo) {}

    private record Section(String brand, List<Matter> matters) {}

    MailTexts.Text text() {
        var words = words();
        var sections = brands.stream()
                .map(outlook -> new Section(outlook.brand().name(), matters(outlook)))
                .toList();
        var many =
                sections.stream().mapToInt(section -> section.matters().size()).sum();
        var about = brands.size() == 1 ? sections.getFirst().brand() : workspace.name();
        var title = words.title(many);
        var why = words.why(workspace.name());
        return new MailTexts.Text(
                "[" + oneLine(about) + "] " + title, plain(title, sections, why), html(title, sections, why));
    }

    private WeeklyWords words() {
        return switch (workspace.language()) {
            case FR -> new WeeklyFrench();
            case EN -> new WeeklyEnglish();
        };
    }

    private List<Matter> matters(Outlook outlook) {
        var words = words();
        var matters = new ArrayList<Matter>();
        var lang = workspace.language();
        var zone = outlook.brand().zone();
        outlook.lost().forEach(channel -> matters.add(words.lost(MailTexts.name(channel))));
        for (var ending : outlook.ending()) {
            if (!ending.after().isEmpty()) {
                var first = Moments.of(ending.after().getFirst(), zone, lang);
                matters.add(words.tooLate(
                        ending.media().name(),
                        day(ending),
                        !ending.at().isAfter(now),
                        ending.after().size(),
                        first));
            }
        }
        outlook.waiting()
                .first()
                .map(first -> words.waiting(outlook.waiting(), Moments.of(first, zone, lang)))
                .ifPresent(matters::add);
        outlook.gaps().forEach(gap -> gap(gap, outlook, matters));
        soon(outlook, matters);
        return matters;
    }

    private String day(Outlook.Ending ending) {
        var last = ending.media().rights().expiry().orElseThrow().lastDay();
        return Moments.day(last, workspace.language());
    }

    /** In a week without a word, no channel is told of by itself. */
    private void gap(Gap gap, Outlook outlook, List<Matter> matters) {
        var monday = Moments.day(gap.monday(), workspace.language());
        switch (gap) {
            case Gap.Empty _ -> matters.add(words().empty(monday));
            case Gap.Short(var week, var channel, var wanted, var planned) -> {
                if (!outlook.gaps().contains(new Gap.Empty(week))) {
                    var name = outlook.channel(channel).map(MailTexts::name).orElse("?");
                    matters.add(words().tooFew(monday, name, planned, wanted));
                }
            }
        }
    }

    /** Rights that end and stop no post: all in one line. */
    private void soon(Outlook outlook, List<Matter> matters) {
        var soon = outlook.ending().stream()
                .filter(ending -> ending.after().isEmpty() && ending.at().isAfter(now))
                .toList();
        if (soon.isEmpty()) {
            return;
        }
        var names = soon.stream()
                .limit(MOST_NAMES)
                .map(ending -> words().ends(ending.media().name(), day(ending), ending.until()))
                .toList();
        matters.add(words().soon(names, soon.size() - names.size()));
    }

    private static String plain(String title, List<Section> sections, String why) {
        var text = new StringBuilder(title).append("\n");
        for (var section : sections) {
            text.append("\n").append(oneLine(section.brand())).append("\n");
            for (var matter : section.matters()) {
                text.append("- ").append(matter.what()).append("\n  ");
                text.append(matter.toDo()).append("\n");
            }
        }
        return text.append("\n").append(why).append("\n").toString();
    }

    private String html(String title, List<Section> sections, String why) {
        var html = new StringBuilder("<h1 style=\"font-size:1.25em\">" + escaped(title) + "</h1>");
        for (var section : sections) {
            html.append("<h2 style=\"font-size:1.1em;margin:1.5em 0 .5em\">")
                    .append(escaped(section.brand()))
                    .append("</h2><ul style=\"padding-left:1.2em;margin:0\">");
            for (var matter : section.matters()) {
                html.append("<li style=\"margin-bottom:.75em\"><strong>")
                        .append(escaped(matter.what()))
                        .append("</strong><br>")
                        .append(escaped(matter.toDo()))
                        .append("</li>");
            }
            html.append("</ul>");
        }
        html.append("<p style=\"color:#555\">").append(escaped(why)).append("</p>");
        return HtmlMail.of(workspace.language(), title, html.toString());
    }
}
