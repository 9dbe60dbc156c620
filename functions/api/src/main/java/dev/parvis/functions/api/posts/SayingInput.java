package dev.parvis.functions.api.posts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.posts.Utm;
import dev.parvis.domain.series.Saying;
import dev.parvis.domain.series.Series;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.kernel.json.Fields;

/** Reads what a series says, where, and what it is for. */
final class SayingInput {
    private final Preflight preflight;
    private final Labelling labelling;
    private final Sites.Known sites;
    private final Supplier<String> ids;

    /** @param ids draws those of editions */
    SayingInput(Preflight preflight, Labelling labelling, Sites.Known sites, Supplier<String> ids) {
        this.preflight = preflight;
        this.labelling = labelling;
        this.sites = sites;
        this.ids = ids;
    }

    /** A series and what it says, edition by edition. */
    record Before(Series series, List<Saying> sayings) {}

    /** What is said from the beginning. */
    Saying first(Fields fields, Brand brand, String edition) {
        var content = ContentInput.content(fields, Optional.empty());
        var labels = labelling.read(fields, Optional.of(brand), Labels.NONE);
        return new Saying(
                edition, content, channels(fields, brand, PostInput.channels(fields), content, labels), labels);
    }

    /** What is said from a day on: what is not given stays as it was said that day. */
    Optional<Saying> from(LocalDate day, Fields fields, Brand brand, Before series) {
        var says = SeriesInput.saysSomething(fields);
        var edition = series.series().on(day);
        var before = series.sayings().stream()
                .filter(saying -> saying.edition().equals(edition.id()))
                .findFirst()
                .orElseThrow(Ids::nothingHere);
        var content = ContentInput.content(fields, Optional.of(before.content()));
        var labels = labelling.read(fields, Optional.of(brand), before.labels());
        var given = PostInput.channels(fields);
        if (!says) {
            return Optional.empty();
        }
        var many = series.sayings().size();
        if (many == Series.MOST_EDITIONS) {
            fields.refuse("from", "too_many", "would be edition " + (many + 1) + ": begin a new series");
        }
        var wanted = fields.has("channels")
                ? given
                : before.channels().stream().map(ChannelId::value).toList();
        return Optional.of(new Saying(ids.get(), content, channels(fields, brand, wanted, content, labels), labels));
    }

    private List<ChannelId> channels(Fields fields, Brand brand, List<String> given, Content content, Labels labels) {
        preflight.content(fields, brand, content);
        preflight.scheduled(fields, brand, content);
        if (given.isEmpty()) {
            fields.refuse("channels", "required", "must name one at least: a series goes out by itself");
        }
        var tagged = Utm.on(content, Preflight.AS_LONG, labels, brand, sites);
        return preflight.channels(fields, brand, given, tagged).stream()
                .map(Channel::id)
                .toList();
    }
}
