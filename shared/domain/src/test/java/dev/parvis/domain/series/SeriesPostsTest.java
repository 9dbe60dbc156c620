package dev.parvis.domain.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.brands.Publishing;
import dev.parvis.domain.brands.UtmTemplate;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Posts of a series that comes round every morning at nine from tomorrow on. */
class SeriesPostsTest {
    private static final LocalDateTime TOMORROW = LocalDateTime.parse("2026-11-22T09:00");
    private static final Duration DAY = Duration.ofDays(1);

    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId here = Fixtures.channelId();
    private final ChannelId there = Fixtures.channelId();
    private MutableClock clock = new MutableClock(NOON);
    private InMemoryStores stores = new InMemoryStores(clock, StoreContract.LEASE);
    private final Occurrences occurrences = new Occurrences(new PlainRules());
    private Series series = series("EVERY PT24H");

    @BeforeEach
    void a_brand_with_two_channels_and_a_series() {
        clock = new MutableClock(NOON);
        stores = new InMemoryStores(clock, StoreContract.LEASE);
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        stores.brands().create(Fixtures.brand(workspace, brand));
        stores.channels().create(Fixtures.channel(workspace, brand, here));
        stores.channels().create(Fixtures.channel(workspace, brand, there));
        series = series("EVERY PT24H");
    }

    private Series series(String rule) {
        var saying = SeriesFixtures.saying("Du pain frais", here, there);
        var made = SeriesFixtures.series(workspace, brand, rule, TOMORROW.toString(), saying);
        stores.series().create(made, saying, clock.instant());
        return made;
    }

    private SeriesPosts posts(Breaking breaking) {
        var over = new SeriesPosts.Stores(
                breaking.port(Agenda.class, stores.agenda()),
                breaking.port(SeriesBook.class, stores.series()),
                breaking.port(Posts.class, stores.posts()),
                breaking.port(Brands.class, stores.brands()),
                breaking.port(Channels.class, stores.channels()),
                breaking.port(Sheets.class, stores.sheets()));
        return new SeriesPosts(over, occurrences, clock);
    }

    /** What a tick does: settles whatever is due, until nothing is. */
    private void tick() {
        tick(posts(new Breaking(0, false)));
    }

    private void tick(SeriesPosts posts) {
        for (var claims =
                        stores.agenda().claim(Kind.SERIES, clock.instant(), 10).claims();
                !claims.isEmpty();
                claims = stores.agenda().claim(Kind.SERIES, clock.instant(), 10).claims()) {
            claims.forEach(posts::settle);
        }
    }

    private Series stored() {
        return stores.series().find(workspace, brand, series.series()).orElseThrow();
    }

    private void change(Series changed) {
        assertThat(stores.series().change(changed, clock.instant())).isInstanceOf(Change.Done.class);
    }

    private void say(String text, String from, ChannelId... channels) {
        var saying = SeriesFixtures.saying(text, channels);
        stores.series().add(series, saying);
        change(stored().with(new Edition(saying.edition(), LocalDate.parse(from))));
    }

    private void say(Labels labels, String from) {
        var saying = new Saying(Fixtures.id(), Fixtures.content("Du pain frais"), List.of(here, there), labels);
        stores.series().add(series, saying);
        change(stored().with(new Edition(saying.edition(), LocalDate.parse(from))));
    }

    private PostId id(LocalDateTime meant) {
        return Occurrence.of(series, meant).post();
    }

    private Optional<PostWithTargets> post(LocalDateTime meant) {
        return stores.posts().find(workspace, id(meant));
    }

    private Optional<PostWithTargets> on(int day) {
        return post(TOMORROW.plusDays(day));
    }

    private String text(int day) {
        return on(day).orElseThrow().post().content().text();
    }

    private long made() {
        return stores.slots().taken(workspace, here, NOON, NOON.plus(Duration.ofDays(400))).stream()
                .mapToLong(taken -> taken.posts().size())
                .sum();
    }

    private void edit(int day, String text) {
        var whole = on(day).orElseThrow();
        var post = whole.post();
        var content = new Content(text, Optional.empty(), List.of(), "fr");
        var edited = new Post(
                post.workspace(),
                post.id(),
                post.brand(),
                content,
                post.schedule(),
                post.revision(),
                post.createdBy(),
                post.createdAt(),
                post.version());
        assertThat(stores.posts().change(edited, whole.targets())).isInstanceOf(Change.Done.class);
    }

    @Test
    void posts_are_made_two_weeks_ahead_and_no_further_though_the_rule_has_no_end() {
        tick();

        assertThat(made()).isEqualTo(14);
        var first = on(0).orElseThrow();
        assertThat(first.post().content()).isEqualTo(Fixtures.content("Du pain frais"));
        assertThat(first.post().schedule().orElseThrow().at()).isEqualTo(Instant.parse("2026-11-22T08:00:00Z"));
        assertThat(first.post().createdBy()).isEqualTo("lea");
        assertThat(first.targets())
                .extracting(Target::channel, Target::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(here, TargetState.SCHEDULED),
                        org.assertj.core.groups.Tuple.tuple(there, TargetState.SCHEDULED));
        assertThat(on(14)).isEmpty();
    }

    @Test
    void a_day_later_one_more_is_made_and_a_doubled_tick_makes_none() {
        tick();
        tick();
        assertThat(made()).isEqualTo(14);

        clock.set(NOON.plus(DAY));
        tick();

        assertThat(on(14)).isPresent();
        assertThat(made()).isEqualTo(15);
    }

    @Test
    void what_passed_while_nobody_ticked_is_never_made() {
        clock.set(NOON.plus(Duration.ofDays(3)));

        tick();

        assertThat(on(2)).isEmpty();
        assertThat(on(3)).isPresent();
    }

    @Test
    void a_rule_of_every_hour_is_made_under_several_claims() {
        series = series("EVERY PT1H");

        tick();

        assertThat(made()).isEqualTo(14 + 14 * 24 - 20);
    }

    @Test
    void a_series_whose_rule_ends_leaves_the_agenda() {
        series = series("EVERY PT24H TIMES 2");
        tick();
        assertThat(on(1)).isPresent();
        assertThat(on(2)).isEmpty();

        assertThat(stores.agenda().claimOne(Kind.SERIES, workspace, series.id()))
                .isEmpty();
    }

    @Test
    void what_the_series_says_from_a_day_on_is_said_from_that_day_on() {
        tick();

        say("Des brioches", "2026-11-25", here);
        tick();

        assertThat(text(2)).isEqualTo("Du pain frais");
        assertThat(text(3)).isEqualTo("Des brioches");
        assertThat(on(3).orElseThrow().targets()).extracting(Target::channel).containsExactly(here);
        clock.set(NOON.plus(DAY));
        tick();
        assertThat(text(14)).isEqualTo("Des brioches");
    }

    @Test
    void posts_carry_the_labels_of_the_edition_and_those_that_a_person_gave_stay() {
        tick();
        var own = on(5).orElseThrow();
        stores.posts().change(own.post().with(new Labels("Soldes", "", "")), own.targets());

        say(new Labels("Pain", "Hiver", "Notoriété"), "2026-11-25");
        tick();
        clock.set(NOON.plus(DAY));
        tick();

        assertThat(on(2).orElseThrow().post().labels()).isEqualTo(Labels.NONE);
        assertThat(on(3).orElseThrow().post().labels()).isEqualTo(new Labels("Pain", "Hiver", "Notoriété"));
        assertThat(on(3).orElseThrow().post().revision()).isEqualTo(1);
        assertThat(on(5).orElseThrow().post().labels()).isEqualTo(new Labels("Soldes", "", ""));
        assertThat(on(14).orElseThrow().post().labels().theme()).isEqualTo("Pain");
    }

    @Test
    void what_a_person_changed_on_one_stays_when_the_series_says_something_else() {
        tick();
        edit(3, "Fermé mercredi");

        say("Des brioches", "2026-11-22", here, there);
        tick();

        assertThat(text(2)).isEqualTo("Des brioches");
        assertThat(text(3)).isEqualTo("Fermé mercredi");
        assertThat(text(4)).isEqualTo("Des brioches");
    }

    @Test
    void posts_of_a_brand_that_tags_its_links_follow_the_series_and_keep_their_labels() {
        var tags = new Publishing(false, Optional.of(new UtmTemplate("{network}", "", "{post}")));
        stores.brands().change(Fixtures.brand(workspace, brand, tags));
        tick();
        var first = on(2).orElseThrow();
        stores.posts().change(first.post().with(new Labels("Pain", "", "")), first.targets());

        say("Des brioches", "2026-11-22", here, there);
        tick();

        var post = on(2).orElseThrow().post();
        assertThat(post.content().text()).isEqualTo("Des brioches");
        assertThat(post.content().utm().orElseThrow().post())
                .isEqualTo(post.id().value());
        assertThat(post.labels().theme()).isEqualTo("Pain");
    }

    @Test
    void what_a_person_deleted_or_cancelled_is_not_made_again() {
        tick();
        stores.posts().delete(workspace, id(TOMORROW.plusDays(1)), 1);
        stores.posts().cancel(workspace, id(TOMORROW.plusDays(2)), 1);

        say("Des brioches", "2026-11-22", here, there);
        tick();

        assertThat(on(1)).isEmpty();
        assertThat(on(2).orElseThrow().targets()).extracting(Target::state).containsOnly(TargetState.CANCELLED);
        assertThat(text(3)).isEqualTo("Des brioches");
    }

    @Test
    void a_skipped_occurrence_goes_and_the_others_stay() {
        tick();

        change(stored().without(TOMORROW.plusDays(1)));
        tick();

        assertThat(on(0)).isPresent();
        assertThat(on(1)).isEmpty();
        assertThat(on(2)).isPresent();
    }

    @Test
    void paused_nothing_goes_out_and_what_a_person_wrote_is_seen_cancelled() {
        tick();
        edit(3, "Fermé mercredi");

        change(stored().in(SeriesState.PAUSED, clock.instant()));
        tick();

        assertThat(made()).isZero();
        assertThat(on(0)).isEmpty();
        assertThat(on(3).orElseThrow().targets()).extracting(Target::state).containsOnly(TargetState.CANCELLED);

        change(stored().in(SeriesState.RUNNING, clock.instant()));
        tick();

        assertThat(made()).isEqualTo(13);
        assertThat(on(3).orElseThrow().targets()).extracting(Target::state).containsOnly(TargetState.CANCELLED);
    }

    @Test
    void a_last_day_takes_back_what_comes_after_and_a_later_one_brings_it_again() {
        tick();

        change(stored().until(Optional.of(TOMORROW.toLocalDate().plusDays(1)), clock.instant()));
        tick();
        assertThat(made()).isEqualTo(2);

        change(stored().until(Optional.empty(), clock.instant()));
        tick();
        assertThat(made()).isEqualTo(14);
    }

    @Test
    void removed_with_its_posts_it_goes_when_they_are_gone() {
        tick();

        change(stored().in(SeriesState.REMOVED, clock.instant()));
        tick();

        assertThat(made()).isZero();
        assertThat(stores.series().find(workspace, brand, series.series())).isEmpty();
    }

    @Test
    void a_post_being_sent_is_left_to_itself() {
        tick();
        clock.set(Instant.parse("2026-11-22T08:00:00Z"));
        var claim = stores.agenda()
                .claimOne(Kind.TARGET, workspace, id(TOMORROW) + "." + here)
                .orElseThrow();
        var attempt = new dev.parvis.domain.posts.Attempt(
                claim.work().clientKey(), "print", clock.instant(), clock.instant(), clock.instant(), "");
        stores.agenda().progress(claim, claim.work().sending(attempt));

        change(stored().in(SeriesState.PAUSED, clock.instant()));
        tick();

        assertThat(on(0).orElseThrow().targets())
                .filteredOn(target -> target.channel().equals(here))
                .extracting(Target::state)
                .containsExactly(TargetState.SENDING);
        assertThat(on(1)).isEmpty();
    }

    @Test
    void a_channel_that_went_is_left_out_and_without_any_nothing_is_made() {
        stores.channels().delete(workspace, there, 1);
        tick();
        assertThat(on(0).orElseThrow().targets()).extracting(Target::channel).containsExactly(here);

        stores.channels().delete(workspace, here, 1);
        clock.set(NOON.plus(DAY));
        tick();

        assertThat(on(14)).isEmpty();
    }

    @Test
    void where_somebody_must_agree_its_posts_wait_for_that_and_follow_what_is_said_now() {
        stores.brands().change(Fixtures.brand(workspace, brand, Approving.Policy.INTERNAL));
        tick();

        assertThat(on(0).orElseThrow().targets()).extracting(Target::state).containsOnly(TargetState.APPROVAL);
        assertThat(stores.agenda().all(Kind.DELIVERY, workspace, delivery -> true))
                .as("who must agree is asked")
                .isNotEmpty();
        say("Des brioches", "2026-11-22", here, there);
        tick();
        assertThat(text(0)).isEqualTo("Des brioches");
        assertThat(on(0).orElseThrow().targets()).extracting(Target::state).containsOnly(TargetState.APPROVAL);
    }

    /** Somebody pauses the series while a worker makes its posts: the worker makes no more. */
    @Test
    void a_worker_that_was_fenced_off_makes_no_post() {
        var claim =
                stores.agenda().claimOne(Kind.SERIES, workspace, series.id()).orElseThrow();
        change(stored().in(SeriesState.PAUSED, clock.instant()));
        tick();

        posts(new Breaking(0, false)).settle(claim);

        assertThat(made()).isZero();
    }

    @Test
    void a_death_at_any_call_ends_with_the_same_posts() {
        everywhere(30, () -> {}, () -> assertThat(made()).isEqualTo(14));
    }

    @Test
    void a_death_at_any_call_of_a_change_ends_with_what_was_changed() {
        everywhere(
                30,
                () -> {
                    tick();
                    say("Des brioches", "2026-11-25", here, there);
                },
                () -> {
                    assertThat(made()).isEqualTo(14);
                    assertThat(text(2)).isEqualTo("Du pain frais");
                    assertThat(text(13)).isEqualTo("Des brioches");
                });
    }

    @Test
    void a_death_at_any_call_of_a_removal_ends_with_nothing_left() {
        everywhere(
                30,
                () -> {
                    tick();
                    change(stored().in(SeriesState.REMOVED, clock.instant()));
                },
                () -> {
                    assertThat(made()).isZero();
                    assertThat(stores.series().find(workspace, brand, series.series()))
                            .isEmpty();
                });
    }

    /** Breaks each call once, before it is done and after; then the lease ends and somebody else goes on. */
    private void everywhere(int callsAtLeast, Runnable before, Runnable holds) {
        Consumer<Integer> enough = calls -> assertThat(calls).isGreaterThan(callsAtLeast);
        for (var afterwards : new boolean[] {false, true}) {
            for (var at = 1; ; at++) {
                a_brand_with_two_channels_and_a_series();
                before.run();
                var breaking = new Breaking(at, afterwards);
                var over = posts(breaking);
                var broken = catchThrowableOfType(Breaking.Broken.class, () -> over.settle(series));
                clock.set(clock.instant().plus(StoreContract.LEASE).plusSeconds(1));

                tick();

                holds.run();
                if (broken == null) {
                    enough.accept(breaking.calls());
                    break;
                }
            }
        }
    }
}
