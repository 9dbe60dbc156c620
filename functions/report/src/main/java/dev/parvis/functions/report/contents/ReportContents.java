package dev.parvis.functions.report.contents;

import java.util.ArrayList;
import java.util.List;

import dev.parvis.functions.report.data.Dataset;
import dev.parvis.functions.report.document.Period;
import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.Section;

/** Makes the document of a data set. */
public final class ReportContents {
    private final Dataset data;
    private final Voice voice;

    private ReportContents(Dataset data) {
        this.data = data;
        this.voice = new Voice(data);
    }

    public static ReportDocument of(Dataset data) {
        return new ReportContents(data).document();
    }

    private ReportDocument document() {
        var about = data.about();
        return new ReportDocument(
                voice.say(about.monthly() ? Say.MONTHLY_TITLE : Say.TITLE),
                about.brand(),
                about.workspace(),
                new Period(
                        about.period().from(),
                        about.period().to(),
                        about.period().zone()),
                about.frozenAt(),
                voice.language(),
                sections());
    }

    private List<Section> sections() {
        var followers = new FollowerSections(data, voice);
        var posts = new PostSections(data, voice);
        var attention = new AttentionSections(data, voice);
        var summary = new Summary(data, voice);
        var key = new ArrayList<Section.KeyFigure>();
        var total = followers.total();
        total.ifPresent(key::add);
        key.addAll(posts.keyFigures());
        key.addAll(attention.keyFigures());
        var sections = new ArrayList<Section>();
        sections.add(summary.inShort(total));
        sections.add(new Section.KeyFigures(voice.say(Say.KEY_FIGURES), key));
        followers.byAccount().ifPresent(sections::add);
        followers.dayByDay().ifPresent(sections::add);
        sections.add(posts.table());
        attention.mentionsByDay().ifPresent(sections::add);
        sections.add(attention.mentions());
        attention.moderation().ifPresent(sections::add);
        summary.missing().ifPresent(sections::add);
        sections.add(glossary());
        return sections;
    }

    private Section glossary() {
        return new Section.Definitions(
                voice.say(Say.GLOSSARY),
                List.of(
                        new Section.Definition(
                                voice.say(Say.BEFORE),
                                voice.say(
                                        Say.DEFINE_BEFORE,
                                        voice.days(data.before().period()))),
                        defined(Say.FOLLOWERS, Say.DEFINE_FOLLOWERS),
                        defined(Say.ON_TIME, Say.DEFINE_ON_TIME),
                        defined(Say.MEDIAN_LATENESS, Say.DEFINE_LATENESS),
                        new Section.Definition(
                                String.join(
                                        ", ",
                                        PostSections.REACTIONS.values().stream()
                                                .map(voice::say)
                                                .toList()),
                                voice.say(Say.DEFINE_REACTION)),
                        defined(Say.MENTIONS, Say.DEFINE_MENTIONS),
                        defined(Say.RECEIVED, Say.DEFINE_RECEIVED)));
    }

    private Section.Definition defined(Say term, Say definition) {
        return new Section.Definition(voice.say(term), voice.say(definition));
    }
}
