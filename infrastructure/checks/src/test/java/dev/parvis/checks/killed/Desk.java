package dev.parvis.checks.killed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Reporting;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.mentions.Watch;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.ids.Ulids;
import dev.parvis.table.ParvisTable;

/** Writes posts into the table as the API does, and reads what became of them. */
final class Desk {
    private final ParvisTable table;
    private final Credentials credentials;
    private final Files files;
    private final Ulids ids = new Ulids(Clock.systemUTC(), new Random());
    private final WorkspaceId workspace = new WorkspaceId(ids.next());
    private final BrandId brand = new BrandId(ids.next());

    Desk(ParvisTable table, Credentials credentials, Files files) {
        this.table = table;
        this.credentials = credentials;
        this.files = files;
        var now = Instant.now();
        table.workspaces()
                .create(
                        new Workspace(workspace, "Atelier", ZoneOffset.UTC, Language.FR, List.of(), now, 1),
                        new Member(workspace, "me", Role.OWNER));
        table.brands()
                .create(new Brand(
                        workspace,
                        brand,
                        "Café",
                        ZoneOffset.UTC,
                        Watch.NOTHING,
                        new Reporting(false, Language.FR, List.of()),
                        Duration.ofMinutes(15),
                        now,
                        1));
    }

    Channel connect(Network network, Map<String, String> answers) {
        if (!(network.connects().orElseThrow().connect(answers) instanceof Connecting.Connected connected)) {
            throw new IllegalStateException("the network did not connect");
        }
        var channel = new Channel(
                workspace,
                new ChannelId(ids.next()),
                brand,
                network.id(),
                connected.server(),
                connected.account(),
                connected.handle(),
                ChannelState.CONNECTED,
                "",
                Instant.now(),
                1);
        table.channels().create(channel);
        credentials.replace(workspace, channel.id(), connected.credential(), connected.expiresAt(), 0);
        return channel;
    }

    /** An image in the brand's library, its file uploaded. */
    Content.Image image(byte[] jpeg, String alt) {
        var media = new Media(
                workspace, new MediaId(ids.next()), brand, "vue.jpg", "image/jpeg", jpeg.length, alt, Instant.now(), 1);
        table.media().create(media);
        files.create(media.fileKey(), media.type(), jpeg);
        return new Content.Image(media.id().value(), alt);
    }

    /** A post that is due now. */
    PostId post(Channel channel, String text) {
        return post(channel, text, List.of());
    }

    PostId post(Channel channel, String text, List<Content.Image> images) {
        var id = new PostId(ids.next());
        var due = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MILLIS);
        var schedule = new Schedule(due.atZone(ZoneOffset.UTC).toLocalDateTime(), ZoneOffset.UTC, due);
        var content = new Content(text, Optional.empty(), images, "fr");
        var post = new Post(workspace, id, brand, content, Optional.of(schedule), 1, "me", due, 1);
        table.posts()
                .create(
                        post,
                        List.of(new Target(
                                workspace,
                                id,
                                channel.id(),
                                brand,
                                channel.network(),
                                1,
                                TargetState.SCHEDULED,
                                due,
                                Duration.ofMinutes(15),
                                0,
                                "",
                                Optional.empty(),
                                Optional.empty())));
        return id;
    }

    Target target(PostId post) {
        return table.posts().find(workspace, post).orElseThrow().targets().getFirst();
    }
}
