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
import java.util.function.Supplier;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.emulators.dynamodb.EmulatedTable;
import dev.parvis.fakes.bluesky.BlueskyServer;
import dev.parvis.fakes.http.Faults;
import dev.parvis.fakes.mastodon.MastodonOptions;
import dev.parvis.fakes.mastodon.MastodonServer;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.local.runtime.FunctionHost;
import dev.parvis.local.runtime.FunctionSpec;
import dev.parvis.local.runtime.Machine;
import dev.parvis.networks.bluesky.Bluesky;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.mastodon.Mastodon;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.Vault;

import static org.assertj.core.api.Assertions.assertThat;

/** DynamoDB Local, three networks with an account each, and processes of the real function from its real zip. */
final class Stage {
    static final byte[] TICK =
            "{\"tick\":\"publish\",\"at\":\"2026-11-21T09:00:00Z\"}".getBytes(StandardCharsets.UTF_8);

    private static final Duration SETTLED_WITHIN = Duration.ofSeconds(150);

    private final Path folder;
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final Clock clock = Clock.systemUTC();
    private final EmulatedTable emulated = EmulatedTable.create();
    private final BlueskyServer bluesky = BlueskyServer.start();
    private final MastodonServer mastodon = MastodonServer.start(MastodonOptions.MASTODON);
    private final MastodonServer deaf = MastodonServer.start(MastodonOptions.SNAC);
    private final Desk desk;
    private final List<Case> cases;

    /** A channel, and where its fake breaks. */
    record Case(String name, Channel channel, Supplier<Faults> faults, String route) {}

    /** @param folder for the key and for what the processes write */
    Stage(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
        var config = Config.fromEnv(environment());
        var table = ParvisTable.from(AwsEnvironment.from(config), config, clock);
        desk = new Desk(table, new Credentials(table.credentials(), Vault.from(AwsEnvironment.from(config), config)));
        cases = cases(config);
    }

    List<Case> cases() {
        return cases;
    }

    List<String> said() {
        return said;
    }

    PostId post(Case there, String text) {
        return desk.post(there.channel(), text);
    }

    private List<Case> cases(Config config) {
        var outbound = new Outbound(clock, config.loopbackAllowed());
        var quiet = new Quiet(config.quiet());
        bluesky.account("alice.test", "app-password");
        var onBluesky = desk.connect(
                new Bluesky(outbound, clock, quiet),
                Map.of(
                        "handle",
                        "alice.test",
                        "appPassword",
                        "app-password",
                        "server",
                        bluesky.uri().toString()));
        var network = new Mastodon(outbound, clock, Sleeper.real(clock), quiet);
        return List.of(
                new Case("Bluesky", onBluesky, bluesky::faults, "/xrpc/com.atproto.repo.putRecord"),
                onMastodon(network, mastodon, "Mastodon"),
                onMastodon(network, deaf, "snac"));
    }

    private Case onMastodon(Mastodon network, MastodonServer server, String name) {
        var account = server.account("alice", "password");
        var channel = desk.connect(network, Map.of("server", server.uri().toString(), "accessToken", account.token()));
        return new Case(name, channel, server::faults, "/api/v1/statuses");
    }

    /** Ticks until every post is published, and says which is not. */
    void settle(Map<String, PostId> expected) throws InterruptedException {
        var until = Instant.now().plus(SETTLED_WITHIN);
        try (var host = host("settling-" + UUID.randomUUID())) {
            while (!published(expected) && Instant.now().isBefore(until)) {
                host.invoke(TICK);
                Thread.sleep(1_000); // between two ticks, which in the cloud come a minute apart
            }
        }
        expected.forEach(
                (text, post) -> assertThat(desk.target(post).state()).as(text).isEqualTo(TargetState.PUBLISHED));
    }

    private boolean published(Map<String, PostId> expected) {
        return expected.values().stream().allMatch(post -> desk.target(post).state() == TargetState.PUBLISHED);
    }

    /** What stands on the three networks. */
    List<String> texts() {
        var texts = new ArrayList<>(
                bluesky.posts().stream().map(BlueskyServer.Post::text).toList());
        mastodon.posts().forEach(post -> texts.add(post.text()));
        deaf.posts().forEach(post -> texts.add(post.text()));
        return texts.stream().map(Stage::plain).toList();
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

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        environment.put("AWS_REGION", "eu-west-3");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "localsecret");
        environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:9"); // the bus is not there: best effort
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", emulated.endpoint().toString());
        environment.put("PARVIS_TABLE", emulated.name());
        environment.put("PARVIS_BUCKET", "none");
        environment.put("PARVIS_BUS", "parvis");
        environment.put("PARVIS_MASTER_KEY", "file:" + folder.resolve("key").toAbsolutePath());
        environment.put("PARVIS_LEASE_SECONDS", "40");
        environment.put("PARVIS_HORIZON_SECONDS", "5");
        environment.put("PARVIS_QUIET_SECONDS", "2");
        environment.put(
                "PARVIS_LOOPBACK_ALLOWED",
                String.join(",", List.of(at(bluesky.uri()), at(mastodon.uri()), at(deaf.uri()))));
        return environment;
    }

    private static String at(URI uri) {
        return uri.getHost() + ":" + uri.getPort();
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", "");
    }
}
