package dev.parvis.checks.killed;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostId;
import dev.parvis.fakes.bluesky.BlueskyServer;
import dev.parvis.fakes.http.Faults;
import dev.parvis.fakes.mastodon.MastodonOptions;
import dev.parvis.fakes.mastodon.MastodonServer;
import dev.parvis.fakes.sandbox.SandboxOptions;
import dev.parvis.fakes.sandbox.SandboxServer;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.local.runtime.FunctionHost;
import dev.parvis.networks.bluesky.Bluesky;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.mastodon.Mastodon;
import dev.parvis.networks.sandbox.Gallery;

/** DynamoDB Local and S3, four networks with an account each, and processes of the real function from its real zip. */
final class Stage {
    static final byte[] TICK = Publisher.TICK;

    private final Clock clock = Clock.systemUTC();
    private final BlueskyServer bluesky = BlueskyServer.start();
    private final MastodonServer mastodon = MastodonServer.start(MastodonOptions.MASTODON);
    private final MastodonServer deaf = MastodonServer.start(MastodonOptions.SNAC);
    private final SandboxServer sandbox = SandboxServer.start(SandboxOptions.QUIET.accessLife(Duration.ofHours(2)));
    private final Publisher publisher;
    private final Desk desk;
    private final List<Case> cases;

    /**
     * A channel, and where its fake breaks.
     *
     * @param steps where what a post needs is made first; empty where nothing is
     */
    record Case(
            String name,
            Channel channel,
            Supplier<Faults> faults,
            String route,
            Optional<String> steps,
            List<Content.Image> images) {
        Case(String name, Channel channel, Supplier<Faults> faults, String route) {
            this(name, channel, faults, route, Optional.empty(), List.of());
        }
    }

    /** @param folder for the key and for what the processes write */
    Stage(Path folder) throws IOException {
        publisher = new Publisher(folder, List.of(bluesky.uri(), mastodon.uri(), deaf.uri(), sandbox.uri()));
        desk = publisher.desk();
        cases = cases(publisher.config());
    }

    List<Case> cases() {
        return cases;
    }

    List<String> said() {
        return publisher.said();
    }

    PostId post(Case there, String text) {
        return desk.post(there.channel(), text, there.images());
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
                onMastodon(network, deaf, "snac"),
                onGallery(new Gallery(outbound, clock, quiet)));
    }

    /** A carousel of two: three containers, and a while until they are ready. */
    private Case onGallery(Gallery network) {
        sandbox.gallery().quota(1_000);
        sandbox.gallery().processing(Duration.ofMillis(1_500));
        var channel = desk.connect(network, Map.of("server", sandbox.uri().toString(), "account", "cafe"));
        var images = List.of(desk.image(jpeg(60), "Une vue"), desk.image(jpeg(70), "Une autre"));
        return new Case(
                "Gallery",
                channel,
                sandbox::faults,
                "/gallery/v1/publish",
                Optional.of("/gallery/v1/containers"),
                images);
    }

    private static byte[] jpeg(int width) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, 60, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private Case onMastodon(Mastodon network, MastodonServer server, String name) {
        var account = server.account("alice", "password");
        var channel = desk.connect(network, Map.of("server", server.uri().toString(), "accessToken", account.token()));
        return new Case(name, channel, server::faults, "/api/v1/statuses");
    }

    /** Ticks until every post is published, and says which is not. */
    void settle(Map<String, PostId> expected) throws InterruptedException {
        publisher.settle(desk, expected);
    }

    /** What stands on the networks. */
    List<String> texts() {
        var texts = new ArrayList<>(
                bluesky.posts().stream().map(BlueskyServer.Post::text).toList());
        mastodon.posts().forEach(post -> texts.add(post.text()));
        deaf.posts().forEach(post -> texts.add(post.text()));
        sandbox.posts().forEach(post -> texts.add(post.text()));
        return texts.stream().map(Stage::plain).toList();
    }

    FunctionHost host(String name) {
        return publisher.host(name);
    }

    /** A process of its own, killed so long after its start. */
    void kill(Duration after) throws InterruptedException {
        publisher.kill(after);
    }

    private static String plain(String html) {
        return html.replaceAll("<[^>]*>", "");
    }
}
