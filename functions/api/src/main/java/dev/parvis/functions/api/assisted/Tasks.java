package dev.parvis.functions.api.assisted;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.parvis.domain.assisted.HandOver;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.networks.Assists;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Seal;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.Stops;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.Change;
import dev.parvis.functions.api.calls.Ids;

/** Reads what a helper's link leads to, and writes what they say. */
public final class Tasks {
    /** As long as somebody needs to save a file; the page makes new ones each time it is opened. */
    private static final Duration FILES_OPEN_FOR = Duration.ofMinutes(30);

    private static final int MOST_ROUNDS = 8;

    private final Stores stores;
    private final Connections connections;
    private final Networks networks;
    private final Supplier<Files> files;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Posts posts, Brands brands, Holds holds, MediaLibrary media, Audit audit) {}

    public Tasks(
            Stores stores, Connections connections, Networks networks, Supplier<Files> files, InstantSource clock) {
        this.stores = stores;
        this.connections = connections;
        this.networks = networks;
        this.files = files;
        this.clock = clock;
    }

    /** Empty when the post or the channel is gone, or the channel no longer names the helper. */
    Optional<Task> of(HandOver handOver) {
        return channel(handOver).flatMap(channel -> stores.posts()
                .find(handOver.workspace(), handOver.post())
                .flatMap(whole -> handOver.in(whole).flatMap(target -> task(handOver, channel, whole, target))));
    }

    private record Channel(Connection connection, Assists assists) {}

    private Optional<Channel> channel(HandOver handOver) {
        return connections.open(handOver.workspace(), handOver.channel()) instanceof Opened.Ready ready
                ? networks.find(ready.connection().channel().network())
                        .flatMap(Network::assists)
                        .filter(assists -> assists.helpers(ready.connection()).contains(handOver.helper()))
                        .map(assists -> new Channel(ready.connection(), assists))
                : Optional.empty();
    }

    private Optional<Task> task(HandOver handOver, Channel channel, PostWithTargets whole, Target target) {
        var content = whole.post().content().on(target.network());
        return stores.brands()
                .find(handOver.workspace(), whole.post().brand())
                .map(brand -> new Task(
                        handOver,
                        target,
                        brand,
                        channel.connection().channel().handle(),
                        channel.assists().opens(channel.connection()),
                        content,
                        content.media().stream()
                                .flatMap(id -> media(target, id))
                                .map(this::file)
                                .toList(),
                        standing(handOver, whole, target)));
    }

    private Stream<Media> media(Target target, String id) {
        return Ids.parsed(id, MediaId::new)
                .flatMap(media -> stores.media().find(target.workspace(), media))
                .filter(there -> there.brand().equals(target.brand()))
                .filter(there -> there.rights().holdAt(clock.instant()))
                .stream();
    }

    private Task.File file(Media media) {
        URI url = files.get().download(media.fileKey(), media.name(), FILES_OPEN_FOR);
        return new Task.File(media.name(), media.alt(), media.isVideo(), url);
    }

    private Task.Standing standing(HandOver handOver, PostWithTargets whole, Target target) {
        if (target.revision() != handOver.revision()) {
            return Task.Standing.CHANGED;
        }
        return switch (target.state()) {
            case PREPARED -> isStopped(whole, target) ? Task.Standing.STOPPED : Task.Standing.WAITING;
            case HELD -> Task.Standing.STOPPED;
            case MISSED -> Task.Standing.CLOSED;
            case PUBLISHED -> Task.Standing.DONE;
            case DRAFT, APPROVAL, SCHEDULED, SENDING, FAILED, RETRY_AT, UNCERTAIN, CANCELLED -> Task.Standing.CHANGED;
        };
    }

    private boolean isStopped(PostWithTargets whole, Target target) {
        var seal = Optional.of(Seal.of(whole.post().content(), target));
        return stores.holds().stops(target.workspace()).on(target, () -> seal) instanceof Stops.Say.Wait;
    }

    /** It is out, there; once, whoever says it how often. */
    Said done(Task task, String url) {
        return say(task, "said_done", target -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            return new Sighting.ByHand(
                    new Publication(url, url, now, false), task.handOver().revision(), now);
        });
    }

    /** It will not be posted: the team is asked, as about any that was missed. A second tap finds that it is so. */
    Said declined(Task task) {
        if (task.standing() == Task.Standing.CLOSED) {
            return Said.COUNTED;
        }
        return say(
                task,
                "said_not_today",
                target -> new Sighting.Declined(
                        task.handOver().revision(), clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** What became of what was said. */
    enum Said {
        COUNTED,
        /** It was said before. */
        BEFORE,
        REFUSED
    }

    /** That it was said is written first: it is a fact, whatever becomes of it. What is known already is not. */
    private Said say(Task task, String what, Function<Target, Sighting> sighting) {
        if (task.standing() == Task.Standing.DONE) {
            return Said.BEFORE;
        }
        note(task, what);
        var handOver = task.handOver();
        for (var round = 1; round <= MOST_ROUNDS; round++) {
            var whole = stores.posts().find(handOver.workspace(), handOver.post());
            var target = whole.flatMap(handOver::in);
            if (target.isEmpty()) {
                return Said.REFUSED;
            }
            if (standing(handOver, whole.orElseThrow(), target.get()) == Task.Standing.DONE) {
                return Said.BEFORE;
            }
            var settled = stores.posts()
                    .settle(
                            handOver.workspace(),
                            handOver.post(),
                            handOver.channel(),
                            whole.orElseThrow().post().version(),
                            sighting.apply(target.get()));
            switch (settled) {
                case Change.Done<PostWithTargets> _ -> {
                    return Said.COUNTED;
                }
                case Change.Refused<PostWithTargets> _, Change.Missing<PostWithTargets> _ -> {
                    return Said.REFUSED;
                }
                case Change.Conflict<PostWithTargets> _ -> {
                    // Somebody wrote the post since it was read: it is read again.
                }
            }
        }
        return Said.REFUSED;
    }

    private void note(Task task, String what) {
        var target = task.target();
        stores.audit()
                .add(new AuditEntry(
                        target.workspace(),
                        target.post() + "." + target.channel() + "."
                                + task.handOver().revision() + "." + what + "."
                                + task.handOver().by(),
                        clock.instant(),
                        task.handOver().by(),
                        "post." + what,
                        "post/" + target.post(),
                        "",
                        java.util.Map.of(
                                "channel", target.channel().value(),
                                "revision", Long.toString(task.handOver().revision()))));
    }
}
