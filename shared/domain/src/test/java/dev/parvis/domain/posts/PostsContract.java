package dev.parvis.domain.posts;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.brands.UtmTemplate;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.Content.Image;
import dev.parvis.domain.posts.Content.Link;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store of posts holds. */
public abstract class PostsContract extends PostRows {
    @Test
    void which_posts_there_are_is_told_by_the_hundred_and_of_one_workspace_alone() {
        var made = IntStream.range(0, 3)
                .mapToObj(i -> Fixtures.draft(workspace, Fixtures.brandId()))
                .toList();
        made.forEach(post -> done(stores.posts().create(post, List.of())));
        var asked = Stream.concat(
                        made.stream().map(Post::id), IntStream.range(0, 250).mapToObj(i -> new PostId("nobody" + i)))
                .toList();

        var there = stores.posts().there(workspace, asked);

        assertThat(there)
                .containsExactlyInAnyOrderElementsOf(made.stream().map(Post::id).toList());
        assertThat(stores.posts().there(Fixtures.workspaceId(), asked)).isEmpty();
        assertThat(stores.posts().there(workspace, List.of())).isEmpty();
    }

    @Test
    void a_post_is_found_with_its_targets_and_its_content() {
        var content = new Content(
                "Été à Lyon 🥖",
                Optional.of(new Link("https://lumiere.example", "Lumière", "")),
                List.of(new Image(Fixtures.id(), "Une vitrine"), new Image(Fixtures.id(), "")),
                "fr");
        var plain = Fixtures.post(workspace, brand, NOON.plusSeconds(60));
        var post = new Post(workspace, plain.id(), brand, content, plain.schedule(), 1, "lea", plain.createdAt(), 1);
        var targets = List.of(Fixtures.target(post, here), Fixtures.target(post, there));

        assertThat(done(posts().create(post, targets))).isEqualTo(new PostWithTargets(post, targets));

        assertThat(posts().find(workspace, post.id())).contains(new PostWithTargets(post, targets));
        assertThat(posts().content(workspace, post.id(), 1)).contains(content);
        assertThat(posts().content(workspace, post.id(), 2)).isEmpty();
    }

    @Test
    void a_post_keeps_its_parts_its_variants_and_its_labels() {
        var link = new Link("https://lumiere.example", "", "");
        var thread = new Content.Part(
                Content.Kind.THREAD, "La suite", Optional.of(link), List.of(new Image(Fixtures.id(), "Un four")));
        var comment = new Content.Part(Content.Kind.COMMENT, "Un mot", Optional.empty(), List.of());
        var poll = new Content.Poll(List.of("Oui", "Non"), Duration.ofHours(36), true);
        var own = new Content.Variant(
                Optional.of("Court"),
                Optional.of(new Content.Attached(
                        Optional.empty(),
                        List.of(),
                        Optional.of(new Content.Video(Fixtures.id(), "")),
                        Optional.of(poll))),
                Optional.of(List.of()));
        var content = new Content(
                "Long",
                Optional.of(link),
                List.of(),
                "fr",
                Optional.of(new Content.Video(Fixtures.id(), "Le four")),
                Optional.of(poll),
                List.of(thread, comment),
                Map.of(Fixtures.SANDBOX, own, new NetworkId("mastodon"), Fixtures.AS_THE_POST),
                Optional.of(new Utm(
                        new UtmTemplate("{network}", "", "{campaign}"),
                        true,
                        "Pain",
                        "",
                        new Sites(List.of("helios.example", "linktr.ee/helios")))));
        var plain = Fixtures.post(workspace, brand, NOON.plusSeconds(60));
        var labels = new Labels("Pain", "", "Notoriété");
        var post = new Post(workspace, plain.id(), brand, content, plain.schedule(), 1, "lea", plain.createdAt(), 1)
                .with(labels);

        done(posts().create(post, List.of(Fixtures.target(post, here))));

        assertThat(posts().find(workspace, post.id()).orElseThrow().post()).isEqualTo(post);
        assertThat(posts().content(workspace, post.id(), 1)).contains(content);
    }

    @Test
    void creating_twice_shows_what_is_there() {
        var first = created(NOON);

        var again = posts().create(saying(first.post(), "autre chose"), List.of());

        assertThat(conflict(again)).isEqualTo(first);
    }

    @Test
    void another_workspace_never_reaches_a_post() {
        var post = created(NOON).post();
        var stranger = Fixtures.workspaceId();

        assertThat(posts().find(stranger, post.id())).isEmpty();
        assertThat(posts().content(stranger, post.id(), 1)).isEmpty();
        missing(posts().cancel(stranger, post.id(), 1));
        missing(posts().delete(stranger, post.id(), 1));
        assertThat(posts().calendar(stranger, brand, YearMonth.of(2026, 11), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(posts().find(workspace, post.id())).isPresent();
    }

    @Test
    void scheduled_targets_wait_on_the_agenda_and_drafts_do_not() {
        created(NOON);
        var draft = Fixtures.draft(workspace, brand);
        posts().create(draft, List.of(Fixtures.target(draft, here)));

        assertThat(claims())
                .extracting(claim -> claim.work().state())
                .containsOnly(TargetState.SCHEDULED)
                .hasSize(2);
    }

    @Test
    void the_calendar_holds_a_month_of_a_brand_by_due_time() {
        var late = created(Instant.parse("2026-11-30T23:59:59.999Z")).post();
        var early = created(Instant.parse("2026-11-01T00:00:00Z")).post();
        created(Instant.parse("2026-12-01T00:00:00Z"));
        var draft = Fixtures.draft(workspace, brand);
        posts().create(draft, List.of());
        var other = Fixtures.post(workspace, Fixtures.brandId(), NOON);
        posts().create(other, List.of());

        var page = posts().calendar(workspace, brand, YearMonth.of(2026, 11), PageRequest.first(10));

        assertThat(page.items()).containsExactly(early, draft, late);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void a_rescheduled_post_moves_in_the_calendar() {
        var first = created(NOON);
        var at = Instant.parse("2027-01-05T08:00:00Z");
        var schedule = new Schedule(at.atZone(Fixtures.PARIS).toLocalDateTime(), Fixtures.PARIS, at);
        var moved = new Post(
                workspace,
                first.post().id(),
                brand,
                first.post().content(),
                Optional.of(schedule),
                1,
                "lea",
                first.post().createdAt(),
                1);

        var after = done(posts().change(moved, List.of(Fixtures.target(moved, here))));

        assertThat(after.post().revision()).isEqualTo(2);
        assertThat(posts().calendar(workspace, brand, YearMonth.of(2026, 11), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(posts().calendar(workspace, brand, YearMonth.of(2027, 1), PageRequest.first(10))
                        .items())
                .containsExactly(after.post());
        assertThat(claims()).isEmpty();
        clock.set(at);
        assertThat(claims()).hasSize(1);
    }

    @Test
    void a_long_calendar_comes_in_pages_without_gap_or_repetition() {
        var all = IntStream.range(0, 7)
                .mapToObj(i -> created(NOON.plusSeconds(i)).post())
                .toList();

        var seen = new java.util.ArrayList<Post>();
        Page<Post> page = new Page<>(List.of(), Optional.empty());
        do {
            page = posts().calendar(workspace, brand, YearMonth.of(2026, 11), new PageRequest(3, page.next()));
            seen.addAll(page.items());
        } while (page.next().isPresent());

        assertThat(seen).containsExactlyElementsOf(all);
    }

    @Test
    void more_than_twenty_targets_and_targets_of_another_post_are_refused() {
        var post = Fixtures.post(workspace, brand, NOON);
        var many = IntStream.range(0, 21)
                .mapToObj(i -> Fixtures.target(post, Fixtures.channelId()))
                .toList();
        var strange = Fixtures.target(Fixtures.post(workspace, brand, NOON), here);

        assertThatThrownBy(() -> posts().create(post, many)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> posts().create(post, List.of(strange))).isInstanceOf(IllegalArgumentException.class);
        assertThat(posts().find(workspace, post.id())).isEmpty();
        assertThat(done(posts().create(post, many.subList(0, 20))).targets()).hasSize(20);
    }
}
