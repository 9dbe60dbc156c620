package dev.parvis.bench.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

import dev.parvis.bench.Options;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.dynamodb.LocalDynamo;
import dev.parvis.fakes.sandbox.SandboxOptions;
import dev.parvis.fakes.sandbox.SandboxServer;
import dev.parvis.local.runtime.FunctionSpec;
import dev.parvis.local.runtime.InvocationResult;
import dev.parvis.local.suite.Blueprint;
import dev.parvis.local.suite.Settings;
import dev.parvis.local.suite.Suite;

/** The local suite with an empty table and no schedule or rule firing: functions run when the bench says so. */
public final class World implements AutoCloseable {

    private final Suite suite;
    private final URI sandbox;

    private World(Suite suite, URI sandbox) {
        this.suite = suite;
        this.sandbox = sandbox;
    }

    /** Starts one, lets it be measured, ends it. */
    public static <R> R within(Options options, Function<World, R> measure) {
        try (World world = open(options, Map.of())) {
            return measure.apply(world);
        }
    }

    /**
     * The same over a table and a sandbox network in memory: on disk, each write waits for the disk, which no table and no
     * network out there does.
     */
    public static <R> R inMemory(Options options, Function<World, R> measure) {
        try (var dynamo = LocalDynamo.inMemory(Listen.anywhere());
                var sandbox = SandboxServer.start(SandboxOptions.QUIET)) {
            var environment = Map.of(
                    "AWS_ENDPOINT_URL_DYNAMODB", dynamo.endpoint().toString(),
                    "PARVIS_LOOPBACK_ALLOWED", sandbox.uri().getAuthority());
            try (World world = open(options, environment, Optional.of(sandbox.uri()))) {
                dynamo.createTable(world.suite().table(), Suite.TABLE);
                return measure.apply(world);
            }
        }
    }

    /** Starts one; {@code environment} joins or replaces the variables of every function. */
    public static World open(Options options, Map<String, String> environment) {
        return open(options, environment, Optional.empty());
    }

    private static World open(Options options, Map<String, String> environment, Optional<URI> sandbox) {
        Path folder = emptied(options.folder().resolve("world"));
        Path template = Templates.quiet(options.folder().resolve("quiet"));
        Settings settings = settings(folder, template);
        for (var variable : environment.entrySet()) {
            settings = settings.with(variable.getKey(), variable.getValue());
        }
        var suite = Suite.start(settings, InstantSource.system(), line -> {}, started -> new Feed());
        return new World(suite, sandbox.orElseGet(suite::sandbox));
    }

    /** The network that posts go to. */
    public URI sandbox() {
        return sandbox;
    }

    /** Where the feed is that never has anything new. */
    public String feed() {
        return suite.url() + Feed.PATH;
    }

    public Suite suite() {
        return suite;
    }

    /** All functions, in the template's order. */
    public List<FunctionSpec> functions() {
        return suite.blueprint().functions().stream()
                .map(Blueprint.Declared::spec)
                .toList();
    }

    /** Runs a function on its own tick; what is not an answer is an {@link IllegalStateException}. */
    public InvocationResult.Answered tick(String function) {
        return answered(function, suite.functions().invoke(function, "bench", bytes(Events.tick(function))));
    }

    /** The answer, or an exception that says how it ended instead. */
    public static InvocationResult.Answered answered(String function, InvocationResult result) {
        return switch (result) {
            case InvocationResult.Answered answered -> answered;
            case InvocationResult.Faulted(var type, var message, var run) ->
                throw new IllegalStateException(function + " failed: " + type + ": " + message);
            case InvocationResult.TimedOut(var limit, var run) ->
                throw new IllegalStateException(function + " did not answer within " + limit);
            case InvocationResult.Died(var code, var run) ->
                throw new IllegalStateException(function + " ended with status " + code + ": " + run.log());
        };
    }

    @Override
    public void close() {
        suite.close();
    }

    private static Settings settings(Path folder, Path template) {
        var properties = new Properties();
        properties.setProperty("parvis.port", "0");
        properties.setProperty("parvis.dir", folder.toString());
        properties.setProperty("parvis.template", template.toString());
        properties.setProperty("parvis.demo", "false");
        properties.setProperty("parvis.processes", "1");
        return Settings.of(properties);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The folder, with nothing in it. */
    public static Path emptied(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (var all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot empty " + folder, e);
        }
    }
}
