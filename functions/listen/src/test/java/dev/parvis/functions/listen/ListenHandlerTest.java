package dev.parvis.functions.listen;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.amazonaws.services.lambda.runtime.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.dynamodb.EmulatedTable;
import dev.parvis.emulators.events.LocalBus;
import dev.parvis.fakes.feeds.Entry;
import dev.parvis.fakes.feeds.FeedFormat;
import dev.parvis.fakes.feeds.FeedHost;
import dev.parvis.fakes.mastodon.MastodonServer;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.networks.KnownNetworks;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.Vault;

import static org.assertj.core.api.Assertions.assertThat;

/** The function as it is wired, on a real table and bus, listening to a Mastodon account and a blog. */
class ListenHandlerTest {
    private static final NetworkId MASTODON = new NetworkId("mastodon");

    @TempDir
    private Path folder = Path.of("");

    private final EmulatedTable table = EmulatedTable.create();
    private final LocalBus bus = LocalBus.start(new LocalBus.Options(
            Set.of("parvis"), List.of(), _ -> {}, InstantSource.system(), Duration.ofSeconds(1), Listen.anywhere()));
    private final MastodonServer mastodon = MastodonServer.start();
    private final FeedHost host = FeedHost.start();
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId channel = Fixtures.channelId();

    @AfterEach
    void close() {
        host.close();
        mastodon.close();
        bus.close();
        table.close();
    }

    @Test
    void a_reply_and_an_entry_are_found_once_and_the_bus_hears_of_both() throws IOException {
        var config = config();
        var there = ParvisTable.from(AwsEnvironment.from(config), config, InstantSource.system());
        there.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        there.brands().create(Fixtures.brand(workspace, brand));
        connect(there, config);
        var feed = host.feed("quartier", FeedFormat.ATOM)
                .add(new Entry(
                        "urn:1", Square.SAYS_IT, "/1", "", "Léa", Instant.now().minusSeconds(5)));
        follow(there, feed.uri());

        assertThat(wake(config)).isEqualTo(Json.obj("sources", 2, "imports", 0, "faults", 0, "stuck", 0));
        mention(config, "@alice Bonjour");
        due(there);
        wake(config);
        due(there);
        wake(config);

        assertThat(there.items()
                        .inbox(workspace, brand, Handling.NEW, PageRequest.first(10))
                        .items())
                .singleElement()
                .satisfies(found -> assertThat(found.item().text()).contains("Bonjour"));
        assertThat(there.mentions()
                        .list(
                                workspace,
                                brand,
                                Instant.now().minusSeconds(600),
                                Instant.now().plusSeconds(600),
                                PageRequest.first(10))
                        .items())
                .hasSize(1);
        assertThat(bus.newest(10).stream().map(seen -> seen.toString()).collect(Collectors.joining()))
                .contains("mention.found")
                .contains("interaction.received");
    }

    /** Brings every source forward, as a person does who resumes it. */
    private void due(ParvisTable there) {
        there.sources().list(workspace, PageRequest.first(10)).items().forEach(source -> there.sources()
                .change(source, Instant.now().minusSeconds(1)));
    }

    private void follow(ParvisTable there, URI url) {
        there.sources()
                .create(
                        source(new SourceId(Fixtures.id()), new Origin.Feed(url)),
                        Instant.now().minusSeconds(1));
    }

    private Source source(SourceId id, Origin origin) {
        return new Source(
                workspace, id, brand, "La place", origin, Square.EVERY, SourceState.LISTENING, 0, "", Instant.now(), 1);
    }

    private void connect(ParvisTable there, Config config) {
        var alice = mastodon.account("alice", "password");
        var outbound = new Outbound(InstantSource.system(), config.loopbackAllowed());
        var connected = (Connecting.Connected) KnownNetworks.from(config, outbound, InstantSource.system())
                .find(MASTODON)
                .flatMap(network -> network.connects())
                .orElseThrow()
                .connect(Map.of("server", mastodon.uri().toString(), "accessToken", alice.token()));
        there.channels()
                .create(new Channel(
                        workspace,
                        channel,
                        brand,
                        MASTODON,
                        connected.server(),
                        connected.account(),
                        connected.handle(),
                        ChannelState.CONNECTED,
                        "",
                        Instant.now(),
                        1));
        new Credentials(there.credentials(), Vault.from(AwsEnvironment.from(config), config))
                .replace(workspace, channel, connected.credential(), connected.expiresAt(), 0);
        there.sources()
                .create(
                        source(new SourceId(channel.value()), new Origin.Notifications(channel)),
                        Instant.now().minusSeconds(1));
    }

    private void mention(Config config, String text) {
        var bob = mastodon.account("bob", "password");
        var answer = new Outbound(InstantSource.system(), config.loopbackAllowed())
                .send(Call.postJson(mastodon.uri().resolve("/api/v1/statuses"), Json.obj("status", text))
                        .bearer(new Secret(bob.token())));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Config config() throws IOException {
        var key = folder.resolve("master-key");
        Files.writeString(key, Base64.getEncoder().encodeToString(new byte[32]));
        var environment = new LinkedHashMap<String, String>();
        environment.put("PARVIS_TABLE", table.name());
        environment.put("PARVIS_BUS", "parvis");
        environment.put("PARVIS_MASTER_KEY", "file:" + key);
        environment.put(
                "PARVIS_LOOPBACK_ALLOWED",
                Stream.of(mastodon.uri(), host.uri()).map(URI::getAuthority).collect(Collectors.joining(",")));
        environment.put("AWS_REGION", "eu-west-3");
        environment.put("AWS_ACCESS_KEY_ID", "local");
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        environment.put("AWS_ENDPOINT_URL_DYNAMODB", table.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_EVENTBRIDGE", bus.endpoint().toString());
        return Config.fromEnv(environment);
    }

    /** By the sample event, as Lambda would. */
    private static Json wake(Config config) throws IOException {
        var out = new ByteArrayOutputStream();
        var log =
                new Log(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), Clock.systemUTC());
        new ListenHandler(Wiring.entry(config, Clock.systemUTC(), log))
                .handleRequest(new ByteArrayInputStream(Files.readAllBytes(sample())), out, context());
        return Json.parse(out.toByteArray());
    }

    private static Path sample() {
        var here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("template.yaml"))) {
            here = here.getParent();
        }
        return here.resolve("events/listen-tick.json");
    }

    /** An invocation with two minutes left; nothing else is asked of it. */
    private static Context context() {
        return (Context) Proxy.newProxyInstance(
                ListenHandlerTest.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (_, method, _) -> method.getReturnType() == int.class ? (Object) 120_000 : "");
    }
}
