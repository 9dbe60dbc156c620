package dev.parvis.functions.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.dynamodb.EmulatedTable;
import dev.parvis.emulators.events.LocalBus;
import dev.parvis.emulators.s3.EmulatedBucket;
import dev.parvis.emulators.s3.LocalS3;
import dev.parvis.emulators.ses.LocalSes;
import dev.parvis.files.S3Files;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.SealedTokens;
import dev.parvis.vault.Vault;

/** The function as it is wired in the cloud, on servers of this machine, with a clock that moves only when told. */
final class RealHouse implements AutoCloseable {
    static final String FROM = "rapports@parvis.example";

    final ManualClock clock;
    final Ports ports;
    final LocalSes mail;
    final LocalBus bus;

    private final EmulatedTable table = EmulatedTable.create();
    private final EmulatedBucket bucket = EmulatedBucket.create();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();

    RealHouse(Path folder, String now) throws IOException {
        clock = ManualClock.at(now);
        mail = LocalSes.start(
                new LocalSes.Options(folder.resolve("mails"), clock, Listen.anywhere(), Set.of("parvis-mail")));
        bus = LocalBus.start(new LocalBus.Options(
                Set.of("parvis"), List.of(), _ -> {}, clock, Duration.ofSeconds(1), Listen.anywhere()));
        var key = folder.resolve("master-key");
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
        environment.put("PARVIS_TABLE", table.name());
        environment.put("PARVIS_BUCKET", bucket.name());
        environment.put("PARVIS_BUS", "parvis");
        environment.put("PARVIS_PUBLIC_URL", "https://parvis.example/");
        environment.put("PARVIS_MAIL_FROM", FROM);
        environment.put("PARVIS_MAIL_CONFIGURATION_SET", "parvis-mail");
        environment.put("PARVIS_MASTER_KEY", "file:" + key);
        environment.put("AWS_REGION", "eu-west-3");
        environment.put("AWS_ACCESS_KEY_ID", LocalS3.ACCESS_KEY);
        environment.put("AWS_SECRET_ACCESS_KEY", LocalS3.SECRET_KEY);
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", table.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_S3", bucket.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_SESV2", mail.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_EVENTBRIDGE", bus.endpoint().toString());
        ports = Ports.of(ParvisTable.from(AwsEnvironment.from(config()), config(), clock));
    }

    /** For a process of its own. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    void without(String key) {
        environment.remove(key);
    }

    private Config config() {
        return Config.fromEnv(environment);
    }

    /** A new process is woken by one of the sample events; its answer. */
    Json wake(String event) throws IOException {
        var log = new Log(new PrintStream(lines, true, StandardCharsets.UTF_8), clock);
        var out = new ByteArrayOutputStream();
        new ReportHandler(Wiring.entry(config(), clock, log))
                .handleRequest(new ByteArrayInputStream(Files.readAllBytes(sample(event))), out, new TestContext());
        return Json.parse(out.toByteArray());
    }

    private static Path sample(String event) {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("template.yaml"))) {
            here = here.getParent();
        }
        return here.resolve("events").resolve(event);
    }

    byte[] file(String key) {
        return S3Files.from(AwsEnvironment.from(config()), config())
                .read(key, 50 << 20)
                .orElseThrow(() -> new AssertionError("no file " + key));
    }

    S3Files files() {
        return S3Files.from(AwsEnvironment.from(config()), config());
    }

    SealedTokens tokens() {
        return new SealedTokens(Vault.from(AwsEnvironment.from(config()), config()), clock);
    }

    /** All log lines so far. */
    String log() {
        return lines.toString(StandardCharsets.UTF_8);
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        mail.close();
        bus.close();
        table.close();
    }
}
