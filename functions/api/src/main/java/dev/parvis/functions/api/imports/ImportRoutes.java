package dev.parvis.functions.api.imports;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.imports.Import;
import dev.parvis.domain.imports.ImportId;
import dev.parvis.domain.imports.ImportPosts;
import dev.parvis.domain.imports.Imports;
import dev.parvis.domain.imports.RowFault;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.functions.api.posts.PostRoutes;
import dev.parvis.functions.api.posts.Repetitions;
import dev.parvis.functions.api.posts.WrongClient;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.kernel.time.Times;

/** {@code /v1/workspaces/{workspace}/brands/{brand}/imports}: files of posts. */
public final class ImportRoutes {
    /** What a call spends on making posts, once all rows are kept; a worker makes the rest. */
    private static final Duration AT_ONCE = Duration.ofSeconds(3);

    private final PostRoutes.Stores stores;
    private final Imports imports;
    private final Agenda agenda;
    private final FileCheck check;
    private final ImportPosts posts;
    private final Creation creation;
    private final Deeds deeds;
    private final InstantSource clock;

    /** What is read and written beside what posts are. */
    public record Stores(PostRoutes.Stores posts, Channels channels, Imports imports, Agenda agenda) {}

    public ImportRoutes(Stores stores, Creation creation, Deeds deeds, InstantSource clock) {
        this.stores = stores.posts();
        this.imports = stores.imports();
        this.agenda = stores.agenda();
        this.check = new FileCheck(stores.posts(), stores.channels(), clock);
        this.posts = new ImportPosts(
                new ImportPosts.Stores(
                        agenda,
                        imports,
                        this.stores.posts(),
                        this.stores.brands(),
                        stores.channels(),
                        this.stores.slots(),
                        this.stores.sheets()),
                clock);
        this.creation = creation;
        this.deeds = deeds;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post("/v1/workspaces/{workspace}/brands/{brand}/imports", members.writes(Place.BRAND, this::take))
                .get(
                        "/v1/workspaces/{workspace}/brands/{brand}/imports/{import}",
                        members.reads(Place.BRAND, this::read))
                .post(
                        "/v1/workspaces/{workspace}/brands/{brand}/imports/{import}/undo",
                        members.writes(Place.BRAND, this::undo));
    }

    private Response take(Request request, Caller caller) {
        var brand = Ids.brand(stores.brands(), caller, request.param("brand"));
        if (isAsked(request, "dryRun")) {
            return Response.json(
                    200, report(check.check(brand, Sheet.of(request.body()), doubts(request, caller, brand))));
        }
        return creation.create(request, caller, id -> taken(request, caller, brand, new ImportId(id)));
    }

    /** Whoever takes over from a process that died finds what it kept. */
    private Response taken(Request request, Caller caller, Brand brand, ImportId id) {
        var there = imports.find(caller.workspace(), id);
        return accepted(there.orElseGet(() -> kept(request, caller, brand, id)));
    }

    private Import kept(Request request, Caller caller, Brand brand, ImportId id) {
        var checked = check.check(brand, Sheet.of(request.body()), doubts(request, caller, brand));
        if (checked.bad() > 0 && !isAsked(request, "onlyGood")) {
            throw Problem.of(
                            Problem.Code.INVALID_FIELDS,
                            checked.bad() + " of " + checked.rows()
                                    + " rows are not acceptable, and nothing was imported. Mend them, or ask for the good"
                                    + " ones alone by onlyGood=true.")
                    .with("report", report(checked))
                    .exception();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var work = new Import(
                caller.workspace(),
                id,
                brand.id(),
                checked.good().size(),
                checked.bad(),
                0,
                0,
                checked.known(),
                0,
                caller.subject(),
                now);
        imports.create(work, checked.good(), checked.faults(), now);
        deeds.done(caller, "posts.imported", "import/" + id, 1);
        return work;
    }

    /** Small files are done before the answer; of large ones the first posts are. */
    private Response accepted(Import work) {
        var deadline = Deadline.in(AT_ONCE);
        BooleanSupplier goesOn = () -> !deadline.remaining().isZero();
        agenda.claimOne(Kind.IMPORT, work.workspace(), work.id()).ifPresent(claim -> posts.settle(claim, goesOn));
        var now = imports.find(work.workspace(), work.importId()).orElse(work);
        return Response.json(202, json(now))
                .withHeader(
                        "location",
                        "/v1/workspaces/" + work.workspace() + "/brands/" + work.brand() + "/imports/"
                                + work.importId());
    }

    private Response read(Request request, Caller caller) {
        return Response.json(200, json(found(request, caller)));
    }

    private Import found(Request request, Caller caller) {
        var brand = Ids.brand(stores.brands(), caller, request.param("brand"));
        var id = Ids.of(request.param("import"), ImportId::new);
        return imports.find(caller.workspace(), id)
                .filter(work -> work.brand().equals(brand.id()))
                .orElseThrow(Ids::nothingHere);
    }

    /** Begun at once, unless a worker may still be making posts: then when its lease is over. */
    private Response undo(Request request, Caller caller) {
        var found = found(request, caller);
        var now = clock.instant();
        var from = imports.undo(caller.workspace(), found.importId(), now).orElseThrow(Ids::nothingHere);
        if (found.undo().isEmpty()) {
            deeds.done(caller, "posts.import_undone", "import/" + found.id(), 1);
        }
        return from.isAfter(now)
                ? Response.json(
                        202,
                        json(imports.find(caller.workspace(), found.importId()).orElse(found)))
                : accepted(found);
    }

    /** Whom rows name, and what channels say, is read once for the whole file. */
    private Doubts doubts(Request request, Caller caller, Brand brand) {
        return Doubts.but(
                request.query("confirmed").orElse(""),
                () -> new WrongClient(stores).faults(caller, brand),
                () -> new Repetitions(stores, clock.instant()));
    }

    private static boolean isAsked(Request request, String name) {
        var said = request.query(name).orElse("false");
        if (!said.equals("true") && !said.equals("false")) {
            throw Problem.of(Problem.Code.INVALID_REQUEST, name + " is true or false.")
                    .exception();
        }
        return said.equals("true");
    }

    private static Json report(Checked checked) {
        return Json.obj(
                "rows",
                checked.rows(),
                "good",
                checked.good().size(),
                "known",
                checked.known(),
                "bad",
                checked.bad(),
                "faults",
                faults(checked.faults()),
                "moreFaults",
                checked.faults().size() > Imports.MOST_FAULTS);
    }

    private Json json(Import work) {
        var faults = imports.faults(work.workspace(), work.importId(), Imports.MOST_FAULTS + 1);
        var shown = Json.obj(
                "id",
                work.importId().value(),
                "brand",
                work.brand().value(),
                "state",
                state(work),
                "rows",
                work.rows(),
                "done",
                work.next(),
                "made",
                work.made(),
                "known",
                work.known(),
                "failed",
                work.failed(),
                "refused",
                work.refused(),
                "createdBy",
                work.createdBy(),
                "createdAt",
                Times.format(work.createdAt()),
                "faults",
                faults(faults),
                "moreFaults",
                faults.size() > Imports.MOST_FAULTS);
        return work.undo()
                .map(undo -> shown.with("looked", undo.next()).with("kept", undo.kept()))
                .orElse(shown);
    }

    private static String state(Import work) {
        if (work.undo().isPresent()) {
            return work.isOver() ? "undone" : "undoing";
        }
        return work.isOver() ? "done" : "running";
    }

    private static List<Json> faults(List<RowFault> faults) {
        return faults.stream()
                .limit(Imports.MOST_FAULTS)
                .<Json>map(fault -> Json.obj(
                        "line", fault.line(), "column", fault.column(), "code", fault.code(), "detail", fault.detail()))
                .toList();
    }
}
