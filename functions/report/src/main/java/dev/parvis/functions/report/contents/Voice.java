package dev.parvis.functions.report.contents;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parvis.domain.reports.Period;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.report.data.ChannelData;
import dev.parvis.functions.report.data.Dataset;
import dev.parvis.functions.report.document.Comparison;
import dev.parvis.functions.report.document.Figure;
import dev.parvis.functions.report.document.Formats;
import dev.parvis.functions.report.document.Quantity;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;

/** What all sections share: the language, the period's zone, where our own figures come from, what is comparable. */
final class Voice {
    /** Of figures that no network told: they are counted here. */
    private static final String OURSELVES = "Parvis";

    private static final Map<String, String> TITLES =
            Map.of("bluesky", "Bluesky", "mastodon", "Mastodon", "sandbox", "Sandbox", "slack", "Slack");

    private final Dataset data;
    private final ReportLanguage language;
    private final Formats formats;

    Voice(Dataset data) {
        this.data = data;
        this.language = language(data.about().language());
        this.formats = new Formats(language, data.about().period().zone());
    }

    static ReportLanguage language(Language language) {
        return switch (language) {
            case FR -> ReportLanguage.FRENCH;
            case EN -> ReportLanguage.ENGLISH;
        };
    }

    ReportLanguage language() {
        return language;
    }

    String say(Say what, Object... said) {
        return what.in(language, said);
    }

    String count(long number) {
        return formats.count(number);
    }

    String day(Instant at) {
        return formats.day(at.atZone(data.about().period().zone()).toLocalDate());
    }

    /** "du 1er au 31 octobre 2026". */
    String days(Period period) {
        return formats.period(
                new dev.parvis.functions.report.document.Period(period.from(), period.to(), period.zone()));
    }

    /** "Bluesky @lumiere". */
    String name(ChannelData channel) {
        var handle = channel.handle().isEmpty() ? "(" + say(Say.REMOVED_ACCOUNT) + ")" : channel.handle();
        return title(channel.network()) + " " + handle;
    }

    /** A network's name as people write it. */
    static String title(String network) {
        return TITLES.getOrDefault(network, network.substring(0, 1).toUpperCase(Locale.ROOT) + network.substring(1));
    }

    /** Where a figure came from that is counted here. */
    Source ours(String field, Say definition) {
        return new Source(OURSELVES, field, data.about().frozenAt(), say(definition));
    }

    /** A figure that is counted here, held against the same of the period before. */
    Section.KeyFigure ours(Say label, Quantity value, Quantity before, Source source) {
        return new Section.KeyFigure(
                say(label), new Figure.Measured(value, against(before), List.of(source), List.of()));
    }

    /** The earlier value, where the brand was looked after in all of the earlier period. */
    Comparison against(Quantity before) {
        var since = data.about().since();
        return since.isAfter(data.before().period().start())
                ? new Comparison.Incomparable(say(Say.LOOKED_AFTER_SINCE, day(since)))
                : new Comparison.Previous(before);
    }
}
