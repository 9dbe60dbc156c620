package dev.parvis.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.PortTaken;
import dev.parvis.emulators.dynamodb.LocalDynamo;
import dev.parvis.emulators.events.Delivery;
import dev.parvis.emulators.events.LocalBus;
import dev.parvis.emulators.events.Subscription;
import dev.parvis.emulators.s3.LocalS3;
import dev.parvis.emulators.ses.LocalSes;
import dev.parvis.emulators.ses.Mailbox;
import dev.parvis.emulators.ssm.LocalParameters;
import dev.parvis.emulators.template.Retry;
import dev.parvis.emulators.template.Template;
import dev.parvis.emulators.template.Trigger;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.sandbox.SandboxOptions;
import dev.parvis.fakes.sandbox.SandboxServer;

/**
 * The emulators over the data folder. Each prefers a port beside the API's, so that addresses stay the same from one start to
 * the next; a preferred port that is taken is not worth a failure, and a free one is used.
 */
final class Services implements AutoCloseable {

    static final String TABLE = "parvis";
    static final String BUCKET = "parvis-files";
    static final String BUS = "parvis";
    static final String MAIL_CONFIGURATION = "parvis-mail";

    /** The target of the rule that takes everything. */
    static final String STORY = "story";

    private static final Retry ONCE = new Retry(0, Duration.ofMinutes(1));

    private final Settings settings;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Map<String, URI> endpoints = new LinkedHashMap<>();

    private final Mailbox mailbox;
    private final LocalBus bus;
    private final URI sandbox;

    private Services(
            Settings settings, Template template, DataFolder folder, InstantSource clock, Consumer<Delivery> consumer) {
        this.settings = settings;
        try {
            LocalDynamo dynamo = keep(1, listen -> LocalDynamo.inFolder(folder.path("dynamodb"), listen));
            dynamo.createTable(template.table(), TABLE);
            endpoints.put("AWS_ENDPOINT_URL_DYNAMODB", dynamo.endpoint());
            LocalS3 s3 = keep(2, listen -> LocalS3.start(folder.path("s3"), listen));
            s3.createBucket(template.bucket(), BUCKET);
            endpoints.put("AWS_ENDPOINT_URL_S3", s3.endpoint());
            LocalSes ses = keep(
                    3,
                    listen -> LocalSes.start(
                            new LocalSes.Options(folder.path("mail"), clock, listen, Set.of(MAIL_CONFIGURATION))));
            endpoints.put("AWS_ENDPOINT_URL_SESV2", ses.endpoint());
            this.mailbox = ses.mailbox();
            LocalParameters parameters =
                    keep(5, listen -> LocalParameters.start(folder.path("parameters.json"), clock, listen));
            endpoints.put("AWS_ENDPOINT_URL_SSM", parameters.endpoint());
            masterKey(template, parameters);
            this.bus = keep(
                    4,
                    listen -> LocalBus.start(new LocalBus.Options(
                            Set.of(BUS), subscriptions(template), consumer, clock, Duration.ofSeconds(1), listen)));
            endpoints.put("AWS_ENDPOINT_URL_EVENTBRIDGE", bus.endpoint());
            SandboxServer network = keep(6, listen -> sandbox(folder.path("sandbox"), clock, listen));
            this.sandbox = network.uri();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts them all.
     *
     * @param consumer gets what a rule of the template matches, and everything once more for {@link #STORY}
     */
    static Services start(
            Settings settings, Template template, DataFolder folder, InstantSource clock, Consumer<Delivery> consumer) {
        return new Services(settings, template, folder, clock, consumer);
    }

    /** The mails that were sent. */
    Mailbox mailbox() {
        return mailbox;
    }

    /** What the functions are told, by environment variable. */
    Map<String, URI> endpoints() {
        return Map.copyOf(endpoints);
    }

    /** Where the sandbox network shows itself. */
    URI sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    /** The rules of the template, and one of our own that takes everything. */
    private static List<Subscription> subscriptions(Template template) {
        var all = new ArrayList<>(Subscription.of(template));
        var everything = new Trigger.Rule("everything", BUS, "{\"source\":[{\"exists\":true}]}", ONCE, true);
        all.add(new Subscription(STORY, everything));
        return all;
    }

    private static SandboxServer sandbox(Path folder, InstantSource clock, Listen listen) {
        try {
            Files.createDirectories(folder);
            return SandboxServer.start(
                    new FakeServer.Options(InetAddress.getByName(listen.host()), listen.port()),
                    SandboxOptions.keptIn(folder),
                    SteerableClock.on(clock.withZone(ZoneOffset.UTC)));
        } catch (IOException e) {
            throw new EmulatorFailed("The folder " + folder + ", meant for the sandbox network, cannot be made.", e);
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof BindException ? new PortTaken("the sandbox network", listen, e) : e;
        }
    }

    /** 32 random bytes, made once and kept with the other parameters, where the template names a parameter for them. */
    private static void masterKey(Template template, LocalParameters parameters) {
        String name = template.parameters().getOrDefault("MasterKeyParameter", "");
        if (!name.isEmpty()) {
            byte[] key = new byte[32];
            new SecureRandom().nextBytes(key);
            parameters.putIfAbsent(name, Base64.getEncoder().encodeToString(key));
        }
    }

    private <T extends AutoCloseable> T keep(int offset, Function<Listen, T> start) {
        T started;
        try {
            int port = settings.port() == 0 ? 0 : settings.port() + offset;
            started = start.apply(new Listen(settings.bind(), port > 65_535 ? 0 : port));
        } catch (PortTaken e) {
            started = start.apply(new Listen(settings.bind(), 0));
        }
        open.push(started);
        return started;
    }

    private static void close(AutoCloseable service) {
        try {
            service.close();
        } catch (Exception e) { // AutoCloseable declares no narrower type; the others must be closed all the same
            System.err.println("parvis: " + service.getClass().getSimpleName() + " did not close: " + e.getMessage());
        }
    }
}
