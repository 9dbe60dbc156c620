package dev.parvis.functions.webhooks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.CredentialStore;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.inbound.Inbound;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.http.in.Problems;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;
import dev.parvis.networks.slack.Slack;
import dev.parvis.networks.standard.StandardNetwork;

/** The function over stores in memory, with a channel that takes Standard Webhooks. */
final class Hooks {
    static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    static final String OTHER_SECRET = "whsec_YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI=";

    final MutableClock clock = new MutableClock(Fixtures.NOON);
    final InMemoryStores stores = new InMemoryStores(clock, Duration.ofMinutes(3));
    final Map<String, byte[]> files = new HashMap<>();
    final List<Event> told = new ArrayList<>();
    final WorkspaceId workspace = Fixtures.workspaceId();
    final BrandId brand = Fixtures.brandId();
    final ChannelId channel;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    Hooks() {
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "me"));
        stores.brands().create(Fixtures.brand(workspace, brand));
        channel = channel(StandardNetwork.ID, Map.of(StandardNetwork.SECRET, SECRET));
    }

    ChannelId channel(NetworkId network, Map<String, String> credential) {
        var id = Fixtures.channelId();
        stores.channels()
                .create(new Channel(
                        workspace,
                        id,
                        brand,
                        network,
                        URI.create("urn:parvis:webhook"),
                        "account-" + id,
                        "CRM",
                        ChannelState.CONNECTED,
                        "",
                        Fixtures.NOON,
                        1));
        new Credentials(stores.credentials(), new Open())
                .replace(workspace, id, new Credential(credential), Instant.MAX, 0);
        return id;
    }

    /** Seals nothing: what is sealed is tested elsewhere. */
    private static final class Open implements Sealer {
        @Override
        public byte[] seal(byte[] plain, String sealedFor) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed, String sealedFor) {
            return sealed;
        }
    }

    /** Files in a map; a file is written once. */
    private final class Shelf implements Files {
        @Override
        public boolean create(String key, String type, byte[] bytes) {
            return files.putIfAbsent(key, bytes) == null;
        }

        @Override
        public Optional<byte[]> read(String key, long most) {
            return Optional.ofNullable(files.get(key));
        }

        @Override
        public Optional<Stored> look(String key) {
            return Optional.ofNullable(files.get(key)).map(bytes -> new Stored("", bytes.length, ""));
        }

        @Override
        public Optional<InputStream> open(String key, String tag) {
            return Optional.ofNullable(files.get(key)).map(ByteArrayInputStream::new);
        }

        @Override
        public java.util.List<String> keys(String prefix) {
            return files.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
        }

        @Override
        public void erase(String key) {
            files.remove(key);
        }

        @Override
        public URI show(String key, Duration validFor) {
            throw new AssertionError("webhooks shows no files");
        }

        @Override
        public Upload upload(String key, String type, long bytes, Duration validFor) {
            throw new AssertionError("webhooks signs no uploads");
        }

        @Override
        public URI download(String key, String fileName, Duration validFor) {
            throw new AssertionError("webhooks signs no downloads");
        }
    }

    /** A process of its own, whose ports break as told. */
    Router router(Breaking breaking) {
        var log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), clock);
        var credentials = new Credentials(breaking.port(CredentialStore.class, stores.credentials()), new Open());
        var shelf = breaking.port(Files.class, new Shelf());
        var keeper = new Keeper(
                breaking.port(Inbound.class, stores.inbound()),
                breaking.port(Items.class, stores.items()),
                () -> shelf,
                breaking.port(Announcer.class, told::add));
        var networks = new Networks(List.of(new StandardNetwork(clock), new Slack(clock)));
        var deliveries = new Deliveries(
                new Connections(breaking.port(Channels.class, stores.channels()), credentials), networks, keeper);
        return new Router(new Problems(() -> "incident-1", log))
                .post("/hooks/{workspace}/{channel}", new DeliveryRoute(deliveries, clock, log)::handle);
    }

    Response send(Map<String, String> headers, byte[] body) {
        return send(new Breaking(0, false), headers, body);
    }

    Response send(Breaking breaking, Map<String, String> headers, byte[] body) {
        return to(router(breaking), "/hooks/" + workspace + "/" + channel, headers, body);
    }

    static Response to(Router router, String path, Map<String, String> headers, byte[] body) {
        return router.handle(Request.of("POST", path, headers, body));
    }

    Map<String, String> signed(String id, byte[] body) {
        return signed(id, body, SECRET);
    }

    Map<String, String> signed(String id, byte[] body, String secret) {
        return new StandardWebhook(List.of(new Secret(secret)), clock).sign(id, body);
    }

    static byte[] comment(String id, String text) {
        return """
                {"type":"comment.created","timestamp":"2026-11-21T11:59:00Z","data":{"id":"%s","text":"%s",\
                "author":{"id":"a-1","name":"Léa"},"url":"https://crm.example/%s"}}""".formatted(id, text, id).getBytes(StandardCharsets.UTF_8);
    }

    /** What waits for the rules, taken off the agenda. */
    List<Interaction> waiting() {
        return stores.agenda().claim(Kind.INTERACTION, clock.instant(), 100).claims().stream()
                .map(claim -> claim.work())
                .toList();
    }

    Optional<Inbound.Arrival> arrival(String id) {
        return stores.inbound().find(workspace, channel, id);
    }

    String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }
}
