package dev.parvis.local.suite;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.parvis.emulators.Listen;
import dev.parvis.emulators.PortTaken;
import dev.parvis.emulators.events.Delivery;
import dev.parvis.emulators.ses.Mailbox;
import dev.parvis.emulators.template.TableSpec;
import dev.parvis.emulators.template.Template;
import dev.parvis.kernel.ids.Ulids;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.local.auth.LocalIssuer;
import dev.parvis.local.http.Gateway;
import dev.parvis.local.http.LocalPages;
import dev.parvis.local.runtime.Machine;
import dev.parvis.local.schedules.Firing;
import dev.parvis.local.schedules.Schedule;
import dev.parvis.local.schedules.Scheduler;

/** The running suite. Made by {@link #start}, ended by {@link #close}; nothing of it outlives the process. */
public final class Suite implements AutoCloseable {

    private static final String OWNER = "local-owner";

    /** The names of what the functions keep things in. */
    public static final String TABLE = Services.TABLE;

    public static final String BUCKET = Services.BUCKET;

    private final Settings settings;
    private final InstantSource clock;
    private final Consumer<String> terminal;
    private final DataFolder folder;
    private final Services services;
    private final Blueprint blueprint;
    private final Functions functions;
    private final LocalIssuer issuer;
    private final Gateway gateway;
    private final Scheduler scheduler;
    private final Failures failures;
    private final Story story;
    private final History<Ran> history = new History<>(200);
    private final History<Told> events = new History<>(200);
    private final TableSpec table;
    private boolean closed;

    private Suite(
            Settings settings,
            InstantSource clock,
            Consumer<String> terminal,
            Function<Suite, LocalPages> site,
            DataFolder folder) {
        this.settings = settings;
        this.clock = clock;
        this.terminal = terminal;
        this.folder = folder;
        var ids = new Ulids(clock, new SecureRandom());
        Template template = Surroundings.template(settings);
        this.table = template.table();
        Gateway.Door door = door(settings);
        var url = "http://localhost:" + door.port();
        try {
            this.services = Services.start(settings, template, folder, clock, this::deliver);
        } catch (RuntimeException e) {
            door.close();
            throw e;
        }
        try {
            Map<String, String> environment = Surroundings.environment(settings, url, services);
            this.blueprint = Blueprint.of(template, environment);
            prepare(environment);
            this.failures = new Failures(folder.path("failures.jsonl"));
            this.story = new Story(terminal, services.mailbox());
            var machine = machine(ids, story);
            this.functions = new Functions(blueprint, machine, settings.retryDelay(), failures, history::add);
            this.issuer = LocalIssuer.in(folder.path("issuer"), url + "/local/issuer", clock);
            this.gateway = door.open(parts(site.apply(this), ids));
            this.scheduler = Scheduler.start(blueprint.schedules(), clock, firing -> fire(firing, ids.next()));
        } catch (RuntimeException e) {
            door.close();
            services.close();
            throw e;
        }
    }

    private Gateway.Parts parts(LocalPages pages, Ulids ids) {
        return new Gateway.Parts(
                blueprint.routes(),
                issuer.authorizer(),
                functions::invoke,
                pages,
                clock,
                ids::next,
                settings.requestLimit());
    }

    private void prepare(Map<String, String> environment) {
        refuseUnbuilt(blueprint);
        Surroundings.writeForContainers(folder.path("sam-env.json"), environment, blueprint);
    }

    /**
     * Starts everything.
     *
     * @param terminal takes a line for whoever watches
     * @param site makes the suite's own pages; asked once, before the first request
     * @throws Refusal when it cannot start; nothing is left running then
     */
    public static Suite start(
            Settings settings, InstantSource clock, Consumer<String> terminal, Function<Suite, LocalPages> site) {
        DataFolder folder = DataFolder.open(settings.folder());
        try {
            return new Suite(settings, clock, terminal, site, folder);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    /** Where the API and the status page answer. */
    public String url() {
        return "http://localhost:" + gateway.port();
    }

    /** A bearer token of the owner. */
    public Secret token() {
        return issuer.token(OWNER, settings.owner());
    }

    public Functions functions() {
        return functions;
    }

    public Blueprint blueprint() {
        return blueprint;
    }

    /** The local issuer's documents and key. */
    public LocalIssuer issuer() {
        return issuer;
    }

    public Settings settings() {
        return settings;
    }

    /** A file in the data folder. */
    public Path file(String name) {
        return folder.path(name);
    }

    /** The time all parts of the suite go by. */
    public InstantSource clock() {
        return clock;
    }

    /** The address of an emulator, by the variable that tells the functions, such as {@code AWS_ENDPOINT_URL_S3}. */
    public URI endpoint(String variable) {
        URI endpoint = services.endpoints().get(variable);
        if (endpoint == null) {
            throw new IllegalArgumentException("no service answers for " + variable);
        }
        return endpoint;
    }

    /** The mails that were sent. */
    public Mailbox mailbox() {
        return services.mailbox();
    }

    /** The table as the template declares it. */
    public TableSpec table() {
        return table;
    }

    /** What was told to the bus, the latest first. */
    public List<Told> events() {
        return events.newestFirst();
    }

    /** The sandbox network's own page. */
    public URI sandbox() {
        return services.sandbox();
    }

    /** When each schedule fires next. */
    public Map<Schedule, Instant> upcoming() {
        return scheduler.upcoming();
    }

    /** What ran, the latest first. */
    public List<Ran> ran() {
        return history.newestFirst();
    }

    /** Events that were given up. */
    public List<Failures.Failure> failures() {
        return failures.latest();
    }

    /** Ends everything in order: schedules, running invocations, processes, emulators. Twice is once. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        scheduler.close();
        story.close();
        List<String> late = functions.drain(settings.drainLimit());
        if (!late.isEmpty()) {
            terminal.accept(
                    "still at work and ended: " + String.join(", ", late) + "; their leases run out by themselves");
        }
        gateway.close();
        functions.close();
        services.close();
        folder.close();
    }

    private Machine machine(Ulids ids, Story story) {
        var logs = new FunctionLogs(folder.path("logs"), terminal, story::log);
        return Machine.of(folder.path("run"), clock, ids::next, logs).withProcesses(settings.processes());
    }

    /** An event on its way from the bus; an event that came before the functions are there is not lost: the bus tries again. */
    private void deliver(Delivery delivery) {
        if (!delivery.target().equals(Services.STORY)) {
            String function = Blueprint.shortName(delivery.target());
            Json event = Json.parse(delivery.event());
            functions.wake(
                    function,
                    event.at("detail-type").textOr("event"),
                    delivery.event().getBytes(StandardCharsets.UTF_8));
            return;
        }
        Json event = Json.parse(delivery.event());
        var told = new Told(
                clock.instant(),
                event.at("detail-type").textOr(""),
                event.at("detail").toString());
        events.add(told);
        story.event(told.type(), event.at("detail"));
    }

    private void fire(Firing firing, String executionId) {
        byte[] event = firing.event(executionId).getBytes(StandardCharsets.UTF_8);
        functions.wake(firing.schedule().function(), "schedule", event);
    }

    /** The port asked for, or a free one when none was; held before anything else is started. */
    private static Gateway.Door door(Settings settings) {
        try {
            return Gateway.Door.at(new Listen(settings.bind(), settings.port()));
        } catch (PortTaken e) {
            throw new Refusal(
                    "Port " + settings.port() + " on " + settings.bind()
                            + " is taken by another program; stop that program, or choose another port with -Dparvis.port=….",
                    e);
        }
    }

    private static void refuseUnbuilt(Blueprint blueprint) {
        List<String> missing = blueprint.functions().stream()
                .filter(function -> !Files.isRegularFile(function.spec().zip()))
                .map(Blueprint.Declared::name)
                .toList();
        if (!missing.isEmpty()) {
            throw new Refusal("The zip of " + String.join(", ", missing)
                    + " is not built; run mvn -Plocal in the folder of" + " template.yaml.");
        }
    }
}
