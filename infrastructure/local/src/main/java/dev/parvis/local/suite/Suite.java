package dev.parvis.local.suite;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import dev.parvis.emulators.Listen;
import dev.parvis.emulators.template.Template;
import dev.parvis.kernel.ids.Ulids;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.local.auth.LocalIssuer;
import dev.parvis.local.http.Gateway;
import dev.parvis.local.http.LocalPages;
import dev.parvis.local.runtime.Machine;
import dev.parvis.local.schedules.Firing;
import dev.parvis.local.schedules.Scheduler;

/** The running suite. Made by {@link #start}, ended by {@link #close}; nothing of it outlives the process. */
public final class Suite implements AutoCloseable {

    private static final String OWNER = "local-owner";

    private final Settings settings;
    private final Consumer<String> terminal;
    private final DataFolder folder;
    private final Services services;
    private final Blueprint blueprint;
    private final Functions functions;
    private final LocalIssuer issuer;
    private final Gateway gateway;
    private final Scheduler scheduler;
    private final Failures failures;
    private final History<Ran> history = new History<>(200);
    private boolean closed;

    private Suite(Settings settings, InstantSource clock, Consumer<String> terminal, DataFolder folder) {
        this.settings = settings;
        this.terminal = terminal;
        this.folder = folder;
        var ids = new Ulids(clock, new SecureRandom());
        Template template = Surroundings.template(settings);
        int port = port(settings);
        String url = "http://localhost:" + port;
        this.services = Services.start(settings, template, folder);
        Map<String, String> environment = Surroundings.environment(settings, url, services.endpoints());
        this.blueprint = Blueprint.of(template, environment);
        refuseUnbuilt(blueprint);
        Surroundings.writeForContainers(folder.path("sam-env.json"), environment, blueprint);
        var machine = Machine.of(
                        folder.path("run"),
                        clock,
                        () -> UUID.randomUUID().toString(),
                        new FunctionLogs(folder.path("logs"), terminal))
                .withProcesses(settings.processes());
        this.failures = new Failures(folder.path("failures.jsonl"));
        this.functions = new Functions(blueprint, machine, settings.retryDelay(), failures, history::add);
        this.issuer = LocalIssuer.in(folder.path("issuer"), url + "/local/issuer", clock);
        LocalPages pages = request -> java.util.Optional.empty();
        this.gateway = Gateway.open(
                new Listen(settings.bind(), port),
                new Gateway.Parts(
                        blueprint.routes(),
                        issuer.authorizer(),
                        functions::invoke,
                        pages,
                        clock,
                        ids::next,
                        settings.requestLimit()));
        this.scheduler = Scheduler.start(blueprint.schedules(), clock, firing -> fire(firing, ids.next()));
    }

    /**
     * Starts everything.
     *
     * @param terminal takes a line for whoever watches
     * @throws Refusal when it cannot start; nothing is left running then
     */
    public static Suite start(Settings settings, InstantSource clock, Consumer<String> terminal) {
        DataFolder folder = DataFolder.open(settings.folder());
        try {
            return new Suite(settings, clock, terminal, folder);
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

    private void fire(Firing firing, String executionId) {
        byte[] event = firing.event(executionId).getBytes(StandardCharsets.UTF_8);
        functions.wake(firing.schedule().function(), "schedule", event);
    }

    /** The port asked for, tried before anything is started; a free one when none was asked for. */
    private static int port(Settings settings) {
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.bind(), settings.port()));
            return probe.getLocalPort();
        } catch (IOException e) {
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
