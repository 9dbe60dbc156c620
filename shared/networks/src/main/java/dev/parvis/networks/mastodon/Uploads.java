package dev.parvis.networks.mastodon;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.media.Fitness;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes.MediaReader;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.http.out.Payload;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;
import dev.parvis.networks.images.Images;
import dev.parvis.networks.videos.Lately;
import dev.parvis.networks.videos.Videos;

/**
 * Brings what a status shows to its server, and waits until it has been processed. A video can take longer than one
 * preparation: what was uploaded for a piece is remembered while this process lives, and asked about again.
 */
final class Uploads {
    private static final Duration PROCESSING = Duration.ofSeconds(60);

    /** Of an image that is written anew. */
    static final int LONGEST_SIDE = 3840;

    private final Rest rest;
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Lately<String> films;

    Uploads(Rest rest, InstantSource clock, Sleeper sleeper) {
        this.rest = rest;
        this.clock = clock;
        this.sleeper = sleeper;
        this.films = new Lately<>(clock);
    }

    /** The ids to attach; {@link Stopped} when there are none to be had now. */
    List<String> of(Connection connection, Piece piece, MediaReader media, Limits limits) {
        var ids = new ArrayList<String>();
        for (var image : piece.content().images()) {
            ids.add(image(connection, image, media, limits));
        }
        piece.content()
                .video()
                .ifPresent(video -> ids.add(video(
                        connection, video, piece.key(), media, limits.videos().orElseThrow())));
        return ids;
    }

    private String image(Connection connection, Content.Image image, MediaReader media, Limits limits) {
        var size = ImageSize.of(limits, LONGEST_SIDE);
        return switch (Images.fit(media.read(image.mediaId(), Media.MOST_BYTES, size), Images.Aim.of(size))) {
            case Images.Fitted.Unfit(var code, var reason) ->
                throw new Stopped(new Preparation.Impossible(code, reason));
            case Images.Fitted.Fit fit -> {
                var uploaded = upload(
                        connection, file("image", Payload.bytes(fit.bytes(), fit.type()), fit.type()), image.alt());
                yield processed(connection, id(uploaded), uploaded, "an image");
            }
        };
    }

    private String video(
            Connection connection, Content.Video video, String key, MediaReader media, Limits.Videos taken) {
        var before = films.find(key, video.mediaId());
        if (before.isPresent()) {
            var reply = ask(connection, before.get());
            if (!(reply instanceof Reply.Refused)) {
                return processed(connection, before.get(), Stopped.ok(reply), "a video");
            }
            films.forget(key);
        }
        var film = media.film(video.mediaId());
        Fitness.of(film, taken).ifPresent(unfit -> {
            throw new Stopped(new Preparation.Impossible(unfit.code(), unfit.detail()));
        });
        var uploaded = upload(connection, file("video", Videos.payload(film), film.type()), video.alt());
        return processed(connection, films.keep(key, video.mediaId(), id(uploaded)), uploaded, "a video");
    }

    private static Payload.Part file(String kind, Payload bytes, String type) {
        return new Payload.Part("file", kind + "." + type.substring(type.indexOf('/') + 1), bytes);
    }

    private Reply.Ok upload(Connection connection, Payload.Part file, String alt) {
        var parts = new ArrayList<Payload.Part>();
        parts.add(file);
        if (!alt.isEmpty()) {
            parts.add(Payload.field("description", alt));
        }
        var reply = rest.upload(connection, "/api/v2/media", List.copyOf(parts));
        if (reply instanceof Reply.Refused refused && refused.status() == 404) {
            reply = rest.upload(connection, "/api/v1/media", List.copyOf(parts)); // servers before 3.1.3
        }
        return Stopped.ok(reply);
    }

    private static String id(Reply.Ok uploaded) {
        return uploaded.body().at("id").text().orElseThrow(() -> Stopped.unreadable("an upload"));
    }

    private Reply ask(Connection connection, String id) {
        return rest.get(connection, "/api/v1/media/" + Urls.encode(id));
    }

    /** 202 was accepted and is being processed: it must not be attached before it is ready. */
    private String processed(Connection connection, String id, Reply.Ok answer, String what) {
        var giveUp = clock.instant().plus(PROCESSING);
        var pause = Duration.ofSeconds(1);
        for (var status = answer.answer().status(); status == 202 || status == 206; pause = longer(pause)) {
            var next = clock.instant().plus(pause);
            if (next.isAfter(giveUp)) {
                throw new Stopped(new Preparation.Later("the server is still processing " + what, Stopped.AGAIN));
            }
            sleeper.sleepUntil(next);
            status = Stopped.ok(ask(connection, id)).answer().status();
        }
        return id;
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(Duration.ofSeconds(8)) < 0 ? pause.multipliedBy(2) : pause;
    }
}
