package dev.parvis.fakes.mastodon;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Input;
import dev.parvis.fakes.http.Multipart;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.http.Sniff;
import dev.parvis.fakes.json.Json;

/** Uploads, and what the instance says of itself. */
final class MediaRoutes {
    private static final int IMAGE_BYTES = 16_777_216;
    private static final int DESCRIPTION = 1500;

    private final Tokens tokens;
    private final Statuses statuses;
    private final Entities entities;
    private final MastodonOptions options;
    private final Ids ids;

    MediaRoutes(MastodonServer.Rooms rooms) {
        this.tokens = rooms.tokens();
        this.statuses = rooms.statuses();
        this.entities = rooms.entities();
        this.options = rooms.options();
        this.ids = rooms.ids();
    }

    void addTo(Router router) {
        router.on("POST", "/api/v2/media", request -> upload(request, options.mediaPolls()))
                .on("POST", "/api/v1/media", request -> upload(request, 0))
                .on("GET", "/api/v1/media/{id}", this::poll)
                .on("PUT", "/api/v1/media/{id}", this::describe)
                .on("GET", "/media/{id}", this::bytes)
                .on("GET", "/api/v1/instance", _ -> Response.json(200, instance()));
        if (!options.snac()) router.on("GET", "/api/v2/instance", _ -> Response.json(200, instance()));
    }

    private Response upload(Request request, int polls) {
        People.Person owner = tokens.person(request, "write:media");
        Input input = Input.of(request);
        Multipart.Part file =
                input.file("file").orElseThrow(() -> MastodonError.invalid("Validation failed: File can't be blank"));
        String type = Sniff.type(file.bytes(), "application/octet-stream");
        if (!type.startsWith("image/") && !type.startsWith("video/"))
            throw MastodonError.invalid("File type of uploaded media could not be verified");
        if (type.startsWith("image/") && file.bytes().length > IMAGE_BYTES)
            throw MastodonError.invalid("Validation failed: File file size must be less than 16 MB");
        String description = input.first("description", "");
        if (description.length() > DESCRIPTION)
            throw MastodonError.invalid("Validation failed: Description is too long (maximum is 1500 characters)");
        var media = new Media(ids.next(), owner.id(), type, description, file.bytes(), polls, false);
        statuses.put(media);
        return Response.json(media.ready() ? 200 : 202, media.view(entities.base()));
    }

    private Response poll(Request request) {
        Media media = mine(request);
        if (media.ready()) return Response.json(200, media.view(entities.base()));
        statuses.put(media.polled());
        if (media.pollsLeft() == 1 && options.mediaFails())
            throw MastodonError.invalid("Error processing thumbnail for uploaded media");
        return Response.json(206, media.view(entities.base()));
    }

    private Response describe(Request request) {
        Media media = mine(request).describe(Input.of(request).first("description", ""));
        statuses.put(media);
        return Response.json(200, media.view(entities.base()));
    }

    private Response bytes(Request request) {
        Media media = statuses.media(request.variable("id")).orElseThrow(MastodonError::notFound);
        return Response.of(200, media.type(), media.bytes());
    }

    private Media mine(Request request) {
        People.Person caller = tokens.person(request, "write:media");
        return statuses.media(request.variable("id"))
                .filter(media -> media.owner().equals(caller.id()) && !media.attached())
                .orElseThrow(MastodonError::notFound);
    }

    private Map<String, @Nullable Object> instance() {
        return Json.object(
                "domain", entities.base().substring("http://".length()),
                "uri", entities.base().substring("http://".length()),
                "title", "A fake of Mastodon",
                "version", "4.5.3",
                "api_versions", Json.object("mastodon", 7),
                "configuration", configuration(),
                "rules", List.of());
    }

    private Map<String, @Nullable Object> configuration() {
        return Json.object(
                "accounts", Json.object("max_featured_tags", 10, "max_pinned_statuses", 5),
                "statuses",
                        Json.object(
                                "max_characters",
                                options.maxCharacters(),
                                "max_media_attachments",
                                4,
                                "characters_reserved_per_url",
                                StatusText.URL_LENGTH),
                "media_attachments",
                        Json.object(
                                "supported_mime_types",
                                List.of("image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4"),
                                "description_limit",
                                DESCRIPTION,
                                "image_size_limit",
                                IMAGE_BYTES,
                                "image_matrix_limit",
                                33_177_600,
                                "video_size_limit",
                                103_809_024),
                "polls",
                        Json.object(
                                "max_options", Poll.OPTIONS,
                                "max_characters_per_option", Poll.CHARACTERS,
                                "min_expiration", Poll.SHORTEST,
                                "max_expiration", Poll.LONGEST));
    }
}
