package dev.parvis.networks.mastodon;

import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Above;
import dev.parvis.domain.networks.Publishes.MediaReader;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.networks.http.Gone;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;

/**
 * What a status needs before its instant: what it answers looked at, media uploaded and processed, and a look at the newest
 * own status, which marks how far back a later reconciliation must read.
 */
final class MastodonPreparation {
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final Rest rest;
    private final Instances instances;
    private final Publishes publishes;
    private final Uploads uploads;

    /** @param publishes tells what is wrong with a content */
    MastodonPreparation(Rest rest, Instances instances, Publishes publishes, InstantSource clock, Sleeper sleeper) {
        this.rest = rest;
        this.instances = instances;
        this.publishes = publishes;
        this.uploads = new Uploads(rest, clock, sleeper);
    }

    Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        var told = instances.of(connection.channel().server());
        var wrong = Checks.of(publishes, piece.content(), told.limits());
        if (!wrong.isEmpty()) {
            return told.sure()
                    ? new Preparation.Impossible(
                            wrong.getFirst().code(), wrong.getFirst().detail())
                    : new Preparation.Later("the server cannot be asked what it takes", Stopped.AGAIN);
        }
        try {
            return ready(connection, piece, media, told);
        } catch (Stopped stopped) {
            return stopped.how();
        }
    }

    private Preparation ready(Connection connection, Piece piece, MediaReader media, Instances.Told told) {
        var content = piece.content();
        var above = piece.above().map(Above::answered);
        var visibility = piece.above().map(under -> visibility(connection, under));
        var ids = uploads.of(connection, piece, media, told.limits());
        var looks = Looks.of(content, above.orElse(""));
        var payload = Json.obj(
                "status",
                looks.text(),
                "media_ids",
                ids.isEmpty() ? Optional.empty() : ids,
                "language",
                language(content.language()),
                "in_reply_to_id",
                above,
                "visibility",
                visibility,
                "poll",
                content.poll().map(MastodonPreparation::asked));
        return new Preparation.Ready(
                payload.toString(),
                Likeness.of(newest(connection), looks.above(), looks.text()).trace(),
                looks.fingerprint(),
                false);
    }

    private static Json asked(Content.Poll poll) {
        return Json.obj("options", poll.options(), "expires_in", poll.open().toSeconds(), "multiple", poll.multiple());
    }

    /**
     * As what it answers, but not public: the usage on Mastodon is that a thread's first status is in the public timelines
     * and those that follow or answer are not, though everybody can read them.
     */
    private String visibility(Connection connection, Above above) {
        var reply = rest.get(connection, "/api/v1/statuses/" + Urls.encode(above.answered()));
        if (reply instanceof Reply.Refused refused && (refused.status() == 404 || refused.status() == 410)) {
            throw new Stopped(Gone.above(above));
        }
        var shown = Stopped.ok(reply).body().at("visibility").textOr("");
        return switch (shown) {
            case "public" -> "unlisted";
            case "unlisted", "private", "direct" -> shown;
            default -> throw Stopped.unreadable("a look at the post above");
        };
    }

    /** The primary subtag: a server may refuse a longer one. */
    private static Optional<String> language(String tag) {
        var primary = tag.split("-", 2)[0];
        return LANGUAGE.matcher(primary).matches() ? Optional.of(primary) : Optional.empty();
    }

    private String newest(Connection connection) {
        var path = OwnStatuses.path(connection);
        return switch (rest.get(connection, path, "limit", "1")) {
            case Reply.Ok(var body, var _) -> body.at(0, "id").textOr("");
            case Reply.Refused _ -> ""; // reconciliation then goes by time alone
            case Reply.Trouble trouble -> throw Stopped.by(trouble);
        };
    }
}
