package dev.parvis.networks.contract;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Connects.Renewal;
import dev.parvis.domain.networks.Listens.Hearing;
import dev.parvis.domain.networks.Moderates.Moderation;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Removal;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.networks.Desk;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.images.Drawn;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds on every server of a network: our fakes and, where they run, servers written by others. A subclass names the
 * server and how somebody answers a post there; the clock is the real one, since other people's servers have no other.
 */
public abstract class NetworkContract {
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Duration BETWEEN_POLLS = Duration.ofMillis(300);
    private static final Publishes.MediaReader PICTURE =
            (id, most) -> Drawn.redThenBlue(120, 80).jpeg();

    protected Site site;
    protected Outbound outbound;
    protected Network network;
    protected Connection us;
    protected Connection them;
    protected Publishes publishes;
    protected String mark;

    protected abstract Site site();

    protected abstract Network network(Outbound outbound, InstantSource clock, Sleeper sleeper, Quiet quiet);

    protected abstract Map<String, String> answers(Site site, String handle, String secret);

    /** Whether the address where people see a post tells its native id. */
    protected boolean addressesTell() {
        return true;
    }

    /** How somebody on the same server names an account. */
    protected abstract String mention(Connection account);

    /** Answers a post as another program would; what it is known by afterwards. */
    protected abstract String reply(Connection by, String nativeId, String text);

    @BeforeEach
    void connect() {
        site = site();
        outbound = Desk.outbound(site.server());
        network = network(outbound, CLOCK, Sleeper.real(CLOCK), Quiet.DEFAULT);
        us = connected(site.handle(), site.secret());
        them = connected(site.otherHandle(), site.otherSecret());
        publishes = network.publishes().orElseThrow();
        mark = "essai" + System.nanoTime();
    }

    private Connection connected(String handle, String secret) {
        return Desk.connection(network.id(), network.connects().orElseThrow().connect(answers(site, handle, secret)));
    }

    @Test
    void a_credential_that_is_taken_stands_well() {
        var connects = network.connects().orElseThrow();

        assertThat(connects.standing(us)).isEqualTo(new Connects.Standing.Good());
    }

    @Test
    void a_post_goes_out_is_found_again_and_is_deleted_twice_without_harm() {
        var content = content("Été à la place ✨ #parvis " + mark, List.of());
        var ready = prepare(us, content, mark);
        var started = now();

        var sent = published(send(us, ready, mark, started));

        assertThat(sent.firstByteAt()).isBetween(started, CLOCK.instant());
        assertThat(sent.url()).startsWith("http");
        assertThat(publishes.nativeId(us.channel(), URI.create(sent.url())))
                .isEqualTo(addressesTell() ? Optional.of(sent.nativeId()) : Optional.empty());
        assertThat(publishes.nativeId(them.channel(), URI.create(sent.url()))).isEmpty();
        assertThat(publishes.nativeId(us.channel(), URI.create("https://elsewhere.example/news/1")))
                .isEmpty();
        assertThat(reconcile(ready, mark, started, Set.of()))
                .isEqualTo(new Reconciliation.Found(sent.nativeId(), sent.url()));
        assertThat(publishes.delete(us, sent.nativeId())).isEqualTo(new Removal.Removed());
        assertThat(publishes.delete(us, sent.nativeId())).isEqualTo(new Removal.Removed());
    }

    @Test
    void an_attempt_that_never_left_is_absent_only_when_the_quiet_time_is_over() {
        var ready = prepare(us, content("Jamais parti " + mark, List.of()), mark);
        var now = now();
        var longAgo = Desk.attempt(mark, ready, now, now.minus(Duration.ofMinutes(3)));

        assertThat(reconcile(ready, mark, now, Set.of())).isInstanceOf(Reconciliation.Undecided.class);
        assertThat(publishes.reconcile(us, longAgo, Set.of())).isInstanceOf(Reconciliation.Absent.class);
    }

    @Test
    void an_image_goes_out_with_what_it_shows() {
        var content = content("Une image " + mark, List.of(new Content.Image("m", "Rouge puis bleu")));
        var ready = prepare(us, content, mark);
        var started = now();

        var sent = published(send(us, ready, mark, started));

        assertThat(reconcile(ready, mark, started, Set.of()))
                .isEqualTo(new Reconciliation.Found(sent.nativeId(), sent.url()));
        publishes.delete(us, sent.nativeId());
    }

    @Test
    void a_link_goes_out() {
        var link = Optional.of(new Content.Link("https://parvis.example/" + mark + "?a=1&b=é", "Titre", "Description"));
        var ready = prepare(us, new Content("Lisez " + mark, link, List.of(), "fr"), mark);
        var started = now();

        var sent = published(send(us, ready, mark, started));

        assertThat(reconcile(ready, mark, started, Set.of()))
                .isEqualTo(new Reconciliation.Found(sent.nativeId(), sent.url()));
        publishes.delete(us, sent.nativeId());
    }

    @Test
    void a_reply_is_told_once_with_its_words_and_its_author() {
        var post = published(post(us, "Dites-nous " + mark, mark));
        var before = cursor(us);
        var words = "Bonjour & merci 👋 " + mark;

        reply(them, post.nativeId(), words);
        var heard = listen(us, before, item -> item.text().contains(mark));

        assertThat(heard.found().text()).contains(words);
        assertThat(heard.found().parent()).contains(post.nativeId());
        assertThat(heard.found().author().handle()).isNotEmpty();
        assertThat(heard.found().publishedAt()).isBetween(now().minus(Duration.ofMinutes(5)), now());
        if (hear(us, Optional.of(heard.cursor())) instanceof Hearing.Heard(var items, var _, var _)) {
            assertThat(items).noneMatch(item -> item.text().contains(mark));
        }
        publishes.delete(us, post.nativeId());
    }

    @Test
    void a_mention_is_told() {
        var before = cursor(us);

        published(post(them, "Coucou " + mention(us) + " " + mark, mark));

        assertThat(listen(us, before, item -> item.text().contains(mark))
                        .found()
                        .text())
                .startsWith("Coucou @");
    }

    @Test
    void figures_are_measured_with_their_field() {
        var post = published(post(us, "Comptez " + mark, mark));
        reply(them, post.nativeId(), "un " + mark);
        var measures = network.measures().orElseThrow();

        var replies = until("a counted reply", () -> Optional.ofNullable(
                        measures.posts(us, List.of(post.nativeId())).get(post.nativeId()))
                .filter(readings ->
                        readings.get(Metric.REPLIES) instanceof Reading.Measured counted && counted.value() == 1));

        assertThat(replies.get(Metric.LIKES))
                .isInstanceOfSatisfying(Reading.Measured.class, likes -> assertThat(likes.value())
                        .isZero());
        assertThat(replies.get(Metric.IMPRESSIONS)).isInstanceOf(Reading.NotProvided.class);
        assertThat(measures.account(us).get(Metric.FOLLOWERS)).isInstanceOf(Reading.Measured.class);
        publishes.delete(us, post.nativeId());
        // One without answers: a server may keep what somebody answered.
        var gone = published(post(us, "Oubliez " + mark, mark + "gone")).nativeId();
        publishes.delete(us, gone);
        until("a deleted post left out", () -> Optional.of(measures.posts(us, List.of(gone)))
                .filter(Map::isEmpty));
    }

    @Test
    void a_reply_is_hidden_where_the_network_can() {
        var moderates = network.moderates().orElseThrow();
        var post = published(post(us, "Cachez " + mark, mark));
        var before = cursor(us);
        reply(them, post.nativeId(), "pas beau " + mark);
        var item = listen(us, before, one -> one.text().contains(mark)).found();

        var hidden = moderates.act(us, Action.HIDE, item);
        var again = moderates.act(us, Action.HIDE, item);

        var expected = moderates.actions().contains(Action.HIDE) ? Moderation.Done.class : Moderation.NotPossible.class;
        assertThat(hidden).isInstanceOf(expected);
        assertThat(again).isInstanceOf(expected);
        publishes.delete(us, post.nativeId());
    }

    @Test
    void a_credential_is_renewed_or_lasts() {
        var renewal = network.connects().orElseThrow().refresh(us);

        switch (renewal) {
            case Renewal.Renewed(var credential, var expiresAt) -> {
                assertThat(expiresAt).isAfter(now());
                us = new Connection(us.channel(), credential);
                assertThat(network.measures().orElseThrow().account(us).get(Metric.POSTS))
                        .isInstanceOf(Reading.Measured.class);
            }
            case Renewal.Lasting() -> assertThat(network.id().value()).isEqualTo("mastodon");
            case Renewal.Revoked(var reason) -> throw new AssertionError(reason);
            case Renewal.Later(var reason) -> throw new AssertionError(reason);
        }
    }

    @Test
    void a_text_over_the_limit_is_found_before_it_is_sent() {
        var limits = publishes.limits(us);

        assertThat(publishes.check(content("é".repeat(limits.textLength()), List.of()), limits))
                .isEmpty();
        assertThat(publishes.check(content("é".repeat(limits.textLength() + 1), List.of()), limits))
                .extracting("code")
                .containsExactly("text_too_long");
    }

    private Content content(String text, List<Content.Image> images) {
        return new Content(text, Optional.empty(), images, "fr");
    }

    private Sending post(Connection by, String text, String key) {
        return send(by, prepare(by, content(text, List.of()), key), key, now());
    }

    private Preparation.Ready prepare(Connection by, Content content, String key) {
        return Desk.ready(publishes.prepare(by, Desk.piece(content, key, now()), PICTURE));
    }

    private Sending send(Connection by, Preparation.Ready ready, String key, Instant started) {
        return publishes.send(by, ready.payload(), Desk.attempt(key, ready, started, started));
    }

    private Reconciliation reconcile(Preparation.Ready ready, String key, Instant started, Set<String> others) {
        return publishes.reconcile(us, Desk.attempt(key, ready, started, started), others);
    }

    protected static Sending.Published published(Sending sending) {
        assertThat(sending).isInstanceOf(Sending.Published.class);
        return (Sending.Published) sending;
    }

    protected record Told(Item found, String cursor) {}

    protected final Optional<String> cursor(Connection by) {
        return hear(by, Optional.empty()) instanceof Hearing.Heard heard
                ? Optional.of(heard.cursor())
                : Optional.empty();
    }

    private Hearing hear(Connection by, Optional<String> cursor) {
        return network.listens().orElseThrow().listen(by, cursor, 50, Duration.ofSeconds(30));
    }

    protected final Told listen(Connection by, Optional<String> from, Predicate<Item> wanted) {
        var cursor = new java.util.concurrent.atomic.AtomicReference<>(from);
        return until("an item", () -> switch (hear(by, cursor.get())) {
            case Hearing.Heard heard -> {
                cursor.set(Optional.of(heard.cursor()));
                yield heard.items().stream().filter(wanted).findFirst().map(item -> new Told(item, heard.cursor()));
            }
            case Hearing.Nothing() -> Optional.<Told>empty();
            case Hearing.Throttled _, Hearing.Expired _, Hearing.Failed _, Hearing.Gone _ ->
                throw new AssertionError("listening failed");
        });
    }

    /** Asks again until there is an answer: other people's servers work in their own time. */
    protected final <T> T until(String what, Supplier<Optional<T>> question) {
        var end = now().plusSeconds(site.patience());
        while (now().isBefore(end)) {
            var answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            Sleeper.real(CLOCK).sleepUntil(CLOCK.instant().plus(BETWEEN_POLLS));
        }
        throw new AssertionError("no " + what + " within " + site.patience() + " s");
    }

    protected static Instant now() {
        return CLOCK.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
