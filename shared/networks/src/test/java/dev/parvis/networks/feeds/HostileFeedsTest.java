package dev.parvis.networks.feeds;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.items.Item;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.fakes.feeds.Feed;
import dev.parvis.fakes.feeds.FeedFormat;
import dev.parvis.fakes.feeds.FeedHost;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.Fault;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.networks.Desk;

import static org.assertj.core.api.Assertions.assertThat;

class HostileFeedsTest {
    private static final WorkspaceId WORKSPACE = Desk.WORKSPACE;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    private final FeedHost host =
            FeedHost.start(FakeServer.Options.LOOPBACK, SteerableClock.standingAt(clock.instant()));
    private final FeedReader reader = new FeedReader(Desk.outbound(host.uri()), clock);

    @AfterEach
    void close() {
        host.close();
        assertThat(host.log().failures()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254/latest/meta-data/",
                "http://127.0.0.1:1/",
                "http://[::1]:8000/",
                "http://10.0.0.1/feed",
                "file:///etc/passwd",
                "gopher://example.org/"
            })
    void a_redirect_to_where_nobody_is_called_ends_the_poll(String target) {
        var poll = poll(host.uri().resolve("/redirect?to=" + target));

        assertThat(reason(poll)).contains("never called");
        assertThat(reason(poll(URI.create(target)))).contains("never called");
    }

    @Test
    void loops_and_long_ways_end() {
        assertThat(reason(poll(host.uri().resolve("/redirect/loop")))).contains("more than 5 times");
        assertThat(reason(poll(host.uri().resolve("/redirect/9?to=/feeds/x")))).contains("more than 5 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bomb.xml", "external.xml", "doctype.xml"})
    void a_doctype_is_refused(String name) {
        assertThat(reason(hostile(name))).contains("DOCTYPE");
    }

    @Test
    void what_is_too_large_before_or_after_unpacking_is_left() {
        assertThat(reason(hostile("oversize.xml"))).contains("larger than 5 MB");
        assertThat(reason(hostile("gzip-bomb.xml"))).contains("larger than 5 MB");
    }

    @Test
    void what_is_no_feed_is_said_to_be_none() {
        assertThat(reason(hostile("html.xml"))).contains("web page");
        assertThat(reason(hostile("empty.xml"))).contains("empty");
        assertThat(reason(hostile("truncated.xml"))).contains("not well-formed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"latin1.xml", "windows1252.xml", "utf16.xml", "utf8-bom.xml"})
    void accents_survive_every_encoding(String name) {
        assertThat(((Feeding.Read) hostile(name)).fresh())
                .extracting(Item::text)
                .containsExactly("déjà vu");
    }

    @Test
    void a_charset_that_the_feed_declares_is_read() {
        var feed = feed("Été à la plage").charset(StandardCharsets.ISO_8859_1);

        assertThat(((Feeding.Read) poll(feed.uri())).fresh().getFirst().text()).startsWith("Été à la plage");
    }

    @Test
    void a_slow_or_broken_server_costs_no_more_than_the_patience() {
        var feed = feed("news");
        host.faults().on("GET", "/feeds/news").slow(Fault.Step.BEFORE_EFFECT, Duration.ofSeconds(3));
        assertThat(reason(reader.read(WORKSPACE, feed.uri(), Optional.empty(), Duration.ofMillis(300))))
                .contains("in time");
        host.faults().on("GET", "/feeds/news").slow(Fault.Step.MID_ANSWER, Duration.ofMillis(50));
        assertThat(reason(reader.read(WORKSPACE, feed.uri(), Optional.empty(), Duration.ofMillis(600))))
                .contains("in time");
        host.faults().on("GET", "/feeds/news").cutMidAnswer();
        assertThat(reason(poll(feed.uri()))).contains("broke");
        host.faults().on("GET", "/feeds/news").endless();
        assertThat(reason(poll(feed.uri()))).contains("larger than 5 MB");
    }

    private Feed feed(String title) {
        return host.feed("news", FeedFormat.RSS)
                .add(new dev.parvis.fakes.feeds.Entry(
                        "tag:e,1",
                        title,
                        "/e/1",
                        "<p>Text</p>",
                        "",
                        clock.instant().minusSeconds(60)));
    }

    private Feeding poll(URI url) {
        return reader.read(WORKSPACE, url, Optional.empty(), PATIENCE);
    }

    private Feeding hostile(String name) {
        return poll(host.uri().resolve("/hostile/" + name));
    }

    private static String reason(Feeding feeding) {
        assertThat(feeding).isInstanceOf(Feeding.Failed.class);
        return ((Feeding.Failed) feeding).reason();
    }
}
