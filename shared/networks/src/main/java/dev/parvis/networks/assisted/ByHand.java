package dev.parvis.networks.assisted;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import dev.parvis.domain.assisted.Helper;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.networks.Assists;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.text.Graphemes;

/** Knows no network's limits: what people can copy from a page is taken. */
final class ByHand implements Assists {
    private static final Limits LIMITS = new Limits(
                    10_000,
                    Limits.Counting.GRAPHEMES,
                    0,
                    0,
                    20,
                    Media.MOST_BYTES,
                    50_000_000,
                    10_000,
                    Set.of("image/jpeg", "image/png", "image/gif", "image/webp"))
            .withParts(Content.MOST_PARTS, true)
            .with(new Limits.Polls(10, 200, Duration.ofMinutes(1), Duration.ofDays(365), true))
            .with(new Limits.Videos(Media.MOST_VIDEO_BYTES, Duration.ZERO, Set.of("video/mp4", "video/quicktime")));

    @Override
    public Limits limits(Connection connection) {
        return LIMITS;
    }

    @Override
    public int length(Content content, Limits limits) {
        return Graphemes.count(content.text());
    }

    @Override
    public List<Violation> check(Content content, Limits limits) {
        var wrong = new ArrayList<Violation>();
        if (length(content, limits) > limits.textLength()) {
            wrong.add(new Violation(
                    "/text", "text_too_long", "The text has more than " + limits.textLength() + " characters."));
        }
        if (content.images().size() > limits.images()) {
            wrong.add(new Violation("/images", "too_many_images", "At most " + limits.images() + " images are taken."));
        }
        return wrong;
    }

    @Override
    public List<Helper> helpers(Connection connection) {
        var parts = connection.credential();
        var language = Language.valueOf(parts.need(AssistedConnects.LANGUAGE).toUpperCase(Locale.ROOT));
        return Stream.concat(
                        Stream.of(parts.need(AssistedConnects.PERSON)), parts.part(AssistedConnects.BACKUP).stream())
                .map(email -> new Helper(email, language))
                .toList();
    }

    @Override
    public URI opens(Connection connection) {
        return URI.create(connection.credential().need(AssistedConnects.URL));
    }
}
