package dev.parvis.checks.killed;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.emulators.dynamodb.EmulatedTable;
import dev.parvis.emulators.s3.EmulatedBucket;
import dev.parvis.files.S3Files;
import dev.parvis.kernel.config.Config;
import dev.parvis.local.runtime.FunctionHost;
import dev.parvis.local.runtime.FunctionSpec;
import dev.parvis.local.runtime.Machine;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.Vault;

import static org.assertj.core.api.Assertions.assertThat;

/** Processes of the real publish function from its real zip, on a table of their own in DynamoDB Local. */
final class Publisher {
    static final byte[] TICK =
            "{\"tick\":\"publish\",\"at\":\"2026-11-21T09:00:00Z\"}".getBytes(StandardCharsets.UTF_8);

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(240);

    private final Path folder;
    private final List<URI> servers;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Clock clock = Clock.systemUTC();
    private final EmulatedTable emulated = EmulatedTable.create();
    private final EmulatedBucket bucket = EmulatedBucket.create();

    /**
     * @param folder for the key and for what the processes write
     * @param servers the networks, on this machine
     */
    Publisher(Path folder, List<URI> servers) throws IOException {
        this.folder = folder;
        this.servers = List.copyOf(servers);
        Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
    }

    Config config() {
        return Config.fromEnv(environment());
    }

    /** Who writes posts into the table. */
    Desk desk() {
        var config = config();
        var aws = AwsEnvironment.from(config);
        var table = ParvisTable.from(aws, config, clock);
        return new Desk(
                table, new Credentials(table.credentials(), Vault.from(aws, config)), S3Files.from(aws, config));
    }

    List<String> said() {
        return said;
    }

    FunctionHost host(String name) {
        var machine = Machine.of(
                folder.resolve("run"), clock, () -> UUID.randomUUID().toString(), (function, line) -> said.add(line));
        var zip = Path.of("../../functions/publish/target/publish-lambda.zip").toAbsolutePath();
        return FunctionHost.open(
                new FunctionSpec(
                        name,
                        "dev.parvis.functions.publish.PublishHandler",
                        zip,
                        environment(),
                        512,
                        Duration.ofSeconds(120)),
                machine);
    }

    /** Kills a process of its own so long after there is something to kill; its host ends under the invocation. */
    void kill(Duration after) throws InterruptedException {
        try (var host = host("killed-" + UUID.randomUUID())) {
            var invoked = Thread.ofVirtual()
                    .uncaughtExceptionHandler((thread, ended) -> {})
                    .start(() -> host.invoke(TICK));
            while (host.pids().isEmpty() && invoked.isAlive()) {
                Thread.sleep(1);
            }
            Thread.sleep(after); // the moment itself is what is drawn
            host.kill();
            invoked.interrupt();
        }
    }

    /** Ticks until every post is published, and says which is not. */
    void settle(Desk desk, Map<String, PostId> expected) throws InterruptedException {
        var until = Instant.now().plus(SETTLED_WITHIN);
        try (var host = host("settling-" + UUID.randomUUID())) {
            while (!isPublished(desk, expected) && Instant.now().isBefore(until)) {
                host.invoke(TICK);
                Thread.sleep(1_000); // between two ticks, which in the cloud come a minute apart
            }
        }
        expected.forEach(
                (text, post) -> assertThat(desk.target(post).state()).as(text).isEqualTo(TargetState.PUBLISHED));
    }

    private static boolean isPublished(Desk desk, Map<String, PostId> expected) {
        return expected.values().stream().allMatch(post -> desk.target(post).state() == TargetState.PUBLISHED);
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("AWS_REGION", "eu-west-3");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "localsecret");
        environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:9"); // the bus is not there: best effort
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", emulated.endpoint().toString());
        environment.put("PARVIS_TABLE", emulated.name());
        environment.put("AWS_ENDPOINT_URL_S3", bucket.endpoint().toString());
        environment.put("PARVIS_BUCKET", bucket.name());
        environment.put("PARVIS_BUS", "parvis");
        environment.put("PARVIS_MASTER_KEY", "file:" + folder.resolve("key").toAbsolutePath());
        environment.put("PARVIS_LEASE_SECONDS", "40");
        environment.put("PARVIS_HORIZON_SECONDS", "5");
        environment.put("PARVIS_QUIET_SECONDS", "2");
        environment.put(
                "PARVIS_LOOPBACK_ALLOWED",
                servers.stream().map(uri -> uri.getHost() + ":" + uri.getPort()).collect(Collectors.joining(",")));
        return environment;
    }
}
