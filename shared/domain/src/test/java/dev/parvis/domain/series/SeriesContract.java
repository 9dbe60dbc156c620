package dev.parvis.domain.series;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every book of series holds. */
public abstract class SeriesContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId here = Fixtures.channelId();

    private SeriesBook book() {
        return stores.series();
    }

    private Series created() {
        var saying = SeriesFixtures.saying("Du pain frais", here);
        var series = SeriesFixtures.series(workspace, brand, "FREQ=DAILY", "2026-11-22T09:00", saying);
        return done(book().create(series, saying, NOON));
    }

    private Optional<Series> found(Series series) {
        return book().find(workspace, brand, series.series());
    }

    private List<Claim<Series>> claims() {
        return stores.agenda().claim(Kind.SERIES, clock.instant(), 10).claims();
    }

    @Test
    void a_series_is_found_with_what_it_says_by_who_knows_its_brand() {
        var series = created();

        assertThat(found(series)).contains(series);
        assertThat(book().sayings(series)).hasSize(1).first().satisfies(saying -> {
            assertThat(saying.edition()).isEqualTo(series.editions().getFirst().id());
            assertThat(saying.content()).isEqualTo(Fixtures.content("Du pain frais"));
            assertThat(saying.channels()).containsExactly(here);
        });
        assertThat(book().find(workspace, Fixtures.brandId(), series.series())).isEmpty();
        assertThat(book().find(Fixtures.workspaceId(), brand, series.series())).isEmpty();
    }

    @Test
    void creating_twice_shows_what_is_there() {
        var series = created();
        var other = SeriesFixtures.saying("autre chose");

        assertThat(conflict(book().create(series.with(new Edition(other.edition(), LocalDate.MAX)), other, NOON)))
                .isEqualTo(series);
    }

    @Test
    void a_brands_series_come_in_pages() {
        var first = created();
        var second = created();

        var page = book().list(workspace, brand, PageRequest.first(1));

        assertThat(page.items()).containsExactly(first);
        assertThat(book().list(workspace, brand, new PageRequest(5, page.next()))
                        .items())
                .containsExactly(second);
        assertThat(book().list(workspace, Fixtures.brandId(), PageRequest.first(5))
                        .items())
                .isEmpty();
        assertThat(book().list(Fixtures.workspaceId(), brand, PageRequest.first(5))
                        .items())
                .isEmpty();
    }

    @Test
    void a_new_series_waits_on_the_agenda_and_comes_back_as_it_was_finished() {
        var series = created();

        var claim = claims().getFirst();
        assertThat(claim.work()).isEqualTo(series);
        var made = series.made(NOON.plusSeconds(60));
        assertThat(stores.agenda().finish(claim, made, Next.at(NOON.plusSeconds(600))))
                .isEqualTo(Written.DONE);

        assertThat(found(series)).contains(made);
        assertThat(claims()).isEmpty();
        clock.set(NOON.plusSeconds(600));
        assertThat(claims()).extracting(Claim::work).containsExactly(made);
    }

    @Test
    void a_change_makes_it_due_and_fences_off_who_holds_it() {
        var series = created();
        var old = claims().getFirst();
        var plain = SeriesFixtures.saying("Du pain chaud", here);
        var saying =
                new Saying(plain.edition(), plain.content(), plain.channels(), new Labels("Pain", "", "Notoriété"));
        book().add(series, saying);
        var changed = series.with(new Edition(saying.edition(), LocalDate.parse("2026-12-01")))
                .without(LocalDateTime.parse("2026-11-23T09:00"))
                .until(Optional.of(LocalDate.parse("2026-12-24")), NOON)
                .in(SeriesState.PAUSED, NOON);

        var now = done(book().change(changed, NOON));

        assertThat(now.version()).isEqualTo(2);
        assertThat(now.skipped()).containsExactly(LocalDateTime.parse("2026-11-23T09:00"));
        assertThat(now.until()).contains(LocalDate.parse("2026-12-24"));
        assertThat(now.state()).isEqualTo(SeriesState.PAUSED);
        assertThat(found(series)).contains(now);
        assertThat(book().sayings(now))
                .extracting(said -> said.content().text())
                .containsExactly("Du pain frais", "Du pain chaud");
        assertThat(book().sayings(now).getLast()).isEqualTo(saying);
        assertThat(stores.agenda().finish(old, old.work(), Next.never())).isEqualTo(Written.FENCED_OFF);
        assertThat(claims()).extracting(Claim::work).containsExactly(now);
        assertThat(conflict(book().change(changed, NOON))).isEqualTo(now);
        missing(book().change(SeriesFixtures.series(workspace, brand, "X", "2026-11-22T09:00", saying), NOON));
    }

    @Test
    void how_far_posts_were_made_is_never_put_forward_by_a_change() {
        var series = created();
        var claim = claims().getFirst();
        stores.agenda().finish(claim, series.made(NOON.plusSeconds(900)), Next.never());

        var kept = done(book().change(series.made(NOON.plusSeconds(9_000)), NOON));
        var back = done(book().change(kept.made(NOON), NOON));

        assertThat(kept.madeUntil()).isEqualTo(NOON.plusSeconds(900));
        assertThat(back.madeUntil()).isEqualTo(NOON);
    }

    @Test
    void a_series_is_deleted_by_version_whoever_holds_it() {
        var series = created();
        var claim = claims().getFirst();

        assertThat(conflict(book().delete(workspace, brand, series.series(), 7)))
                .isEqualTo(series);
        missing(book().delete(Fixtures.workspaceId(), brand, series.series(), 1));
        done(book().delete(workspace, brand, series.series(), 1));

        assertThat(found(series)).isEmpty();
        missing(book().delete(workspace, brand, series.series(), 1));
        assertThat(stores.agenda().finish(claim, series, Next.never())).isEqualTo(Written.FENCED_OFF);
        clock.set(NOON.plusSeconds(9_000));
        assertThat(claims()).isEmpty();
    }
}
