package dev.parvis.functions.api.posts;

import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.series.Edition;
import dev.parvis.domain.series.Occurrence;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.series.Recurrence;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.series.SeriesBook;
import dev.parvis.domain.series.SeriesId;
import dev.parvis.domain.series.SeriesPosts;
import dev.parvis.domain.series.SeriesState;
import dev.parvis.domain.stored.Change;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;

/**
 * {@code …/brands/{brand}/series}: what is said again and again. Each change is settled with the posts that are there
 * before it is answered; where a worker is at it already, a tick later.
 */
public final class SeriesRoutes {
    private static final String ALL = "/v1/workspaces/{workspace}/brands/{brand}/series";
    private static final String ONE = ALL + "/{series}";

    private final PostRoutes.Stores stores;
    private final SeriesBook book;
    private final SeriesCalendar calendar;
    private final SeriesPosts made;
    private final SayingInput says;
    private final SeriesInput input;
    private final Preflight preflight;
    private final PostRoutes.Calls calls;
    private final WrongClient clients;
    private final Carding carding;
    private final InstantSource clock;

    /** What makes series. {@code ids} draws those of editions. */
    public record Making(SeriesBook book, Occurrences occurrences, SeriesPosts posts, Supplier<String> ids) {}

    public SeriesRoutes(PostRoutes.Stores stores, Making making, PostRoutes.Calls calls, InstantSource clock) {
        this.stores = stores;
        this.book = making.book();
        this.calendar = new SeriesCalendar(stores.posts(), making.occurrences(), clock);
        this.made = making.posts();
        this.input = new SeriesInput(making.occurrences());
        this.preflight = new Preflight(stores.connections(), stores.media(), stores.networks());
        this.says = new SayingInput(
                preflight, new Labelling(stores.sheets()), Sites.Known.by(stores.sheets()), making.ids());
        this.calls = calls;
        this.clients = new WrongClient(stores);
        this.carding = new Carding(stores);
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post(ALL, members.writes(Place.BRAND, this::create))
                .get(ALL, members.reads(Place.BRAND, this::list))
                .get(ONE, members.reads(Place.BRAND, this::read))
                .patch(ONE, members.writes(Place.BRAND, this::change))
                .delete(ONE, members.writes(Place.BRAND, this::delete))
                .post(ONE + "/skip", members.writes(Place.BRAND, this::skip))
                .get(ONE + "/occurrences", members.reads(Place.BRAND, this::occurrences));
    }

    private Response create(Request request, Caller caller) {
        return calls.creation().create(request, caller, id -> madeOrThere(request, caller, id));
    }

    /** Whoever takes over may come too late for the first time of a series that its first maker has kept. */
    private Response madeOrThere(Request request, Caller caller, String id) {
        try {
            return made(request, caller, id);
        } catch (ProblemException refused) {
            var brand = Ids.of(request.param("brand"), BrandId::new);
            return created(
                    caller,
                    book.find(caller.workspace(), brand, new SeriesId(id)).orElseThrow(() -> refused));
        }
    }

    private Response made(Request request, Caller caller, String id) {
        var brand = Ids.brand(stores.brands(), caller, request.param("brand"));
        var fields = Inputs.fields(request);
        var now = clock.instant();
        var recurrence = input.recurrence(fields, brand, now);
        var typed = says.first(fields, brand, id);
        preflight.rights(fields, brand, typed.content(), recurrence.map(SeriesRoutes::first));
        var confirmed = Warnings.confirmed(fields);
        Inputs.check(fields);
        var saying = carding.worded(brand, typed);
        clients.confirm(caller, brand, new WrongClient.Going(saying.content(), saying.channels()), confirmed);
        var series = new Series(
                caller.workspace(),
                new SeriesId(id),
                brand.id(),
                recurrence.orElseThrow(),
                List.of(),
                Optional.empty(),
                List.of(new Edition(id, recurrence.get().first().toLocalDate())),
                SeriesState.RUNNING,
                now,
                caller.subject(),
                now,
                1);
        var kept = Creation.made(book.create(series, saying, now));
        made.settle(kept);
        done(caller, "series.created", kept);
        return created(caller, kept);
    }

    /** Rights must hold the first time; of the later ones each is looked at when it is due. */
    private static Schedule first(Recurrence recurrence) {
        return Schedule.always(recurrence.first(), recurrence.zone());
    }

    private Response created(Caller caller, Series series) {
        return Creation.created(
                "/v1/workspaces/" + caller.workspace() + "/brands/" + series.brand() + "/series/" + series.series(),
                series.version(),
                SeriesJson.of(series, book.sayings(series)));
    }

    private Response list(Request request, Caller caller) {
        var brand = Ids.brand(stores.brands(), caller, request.param("brand")).id();
        var list = "series " + brand;
        var page = book.list(caller.workspace(), brand, calls.pages().asked(request, caller, list));
        return calls.pages().answer(caller, list, page, SeriesJson::of);
    }

    private Response read(Request request, Caller caller) {
        var series = series(request, caller);
        return Versions.tagged(Response.json(200, SeriesJson.of(series, book.sayings(series))), series.version());
    }

    private Response change(Request request, Caller caller) {
        var version = Versions.expected(request);
        var series = changing(request, caller);
        var brand = Ids.brand(stores.brands(), caller, request.param("brand"));
        var fields = Inputs.fields(request);
        var from = SeriesInput.from(fields, series.recurrence().zone(), clock.instant());
        var said = says.from(from, fields, brand, new SayingInput.Before(series, book.sayings(series)));
        var paused = fields.optionalTruth("paused");
        var until = Inputs.date(fields, "until");
        var confirmed = Warnings.confirmed(fields);
        Inputs.check(fields);
        checkVersion(series, version);
        var saying = said.map(typed -> carding.worded(brand, typed));
        saying.ifPresent(
                it -> clients.confirm(caller, brand, new WrongClient.Going(it.content(), it.channels()), confirmed));
        var changed =
                saying.map(it -> series.with(new Edition(it.edition(), from))).orElse(series);
        changed = paused.isPresent() ? changed.in(state(paused.get()), clock.instant()) : changed;
        changed = until.isPresent() ? changed.until(until, clock.instant()) : changed;
        saying.ifPresent(it -> book.add(series, it));
        return answer(caller, "series.changed", book.change(changed, clock.instant()));
    }

    private static SeriesState state(boolean paused) {
        return paused ? SeriesState.PAUSED : SeriesState.RUNNING;
    }

    private static void checkVersion(Series series, long expected) {
        if (series.version() != expected) {
            Versions.done(new Change.Conflict<>(series));
        }
    }

    private Response skip(Request request, Caller caller) {
        var version = Versions.expected(request);
        var series = changing(request, caller);
        var fields = Inputs.fields(request);
        var at = SeriesInput.clock(fields, "at", fields.requiredLine("at", 1, 40));
        if (at.isPresent() && occurrence(series, at.get()).isEmpty()) {
            fields.refuse("at", "not_found", "must be a time to come of this series, within a year");
        }
        if (series.skipped().size() == Series.MOST_SKIPPED) {
            fields.refuse("at", "too_many", "would be skipped time " + (Series.MOST_SKIPPED + 1) + ", one too many");
        }
        Inputs.check(fields);
        checkVersion(series, version);
        var changed = series.skipped().contains(at.orElseThrow()) ? series : series.without(at.get());
        return answer(caller, "series.skipped", book.change(changed, clock.instant()));
    }

    private Optional<Occurrence> occurrence(Series series, LocalDateTime meant) {
        return calendar.ahead(series).stream()
                .filter(occurrence -> occurrence.meant().equals(meant))
                .findFirst();
    }

    private Response answer(Caller caller, String deed, Change<Series> change) {
        var now = Versions.done(change);
        made.settle(now);
        done(caller, deed, now);
        return Versions.changed(change, Series::version, series -> SeriesJson.of(series, book.sayings(series)));
    }

    /** {@code ?posts=remove} takes back the posts that were made and have not gone out; else they stay. */
    private Response delete(Request request, Caller caller) {
        var version = Versions.expected(request);
        var series = series(request, caller);
        var posts = request.query("posts").orElse("keep");
        if (!posts.equals("keep") && !posts.equals("remove")) {
            throw Problem.of(Problem.Code.INVALID_REQUEST, "posts is keep or remove.")
                    .exception();
        }
        checkVersion(series, version);
        if (posts.equals("keep")) {
            Versions.done(book.delete(caller.workspace(), series.brand(), series.series(), version));
        } else {
            made.settle(Versions.done(book.change(series.in(SeriesState.REMOVED, clock.instant()), clock.instant())));
        }
        done(caller, "series.deleted", series);
        return Response.empty(204);
    }

    private Response occurrences(Request request, Caller caller) {
        return calendar.show(series(request, caller), Pages.limit(request));
    }

    private void done(Caller caller, String deed, Series series) {
        calls.deeds().done(caller, deed, "series/" + series.series(), series.version());
    }

    private Series changing(Request request, Caller caller) {
        var series = series(request, caller);
        if (series.state() == SeriesState.REMOVED) {
            throw Problem.of(Problem.Code.CONFLICT, "This series is being removed.")
                    .exception();
        }
        return series;
    }

    private Series series(Request request, Caller caller) {
        var brand = Ids.of(request.param("brand"), BrandId::new);
        return book.find(caller.workspace(), brand, Ids.of(request.param("series"), SeriesId::new))
                .orElseThrow(Ids::nothingHere);
    }
}
