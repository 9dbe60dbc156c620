package dev.parvis.functions.api.posts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.posts.Utm;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.json.FieldError;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;

/** Reads many posts of one brand as single calls would give them, and holds each to the same rules. */
public final class PostReader {
    private final Brand brand;
    private final Instant now;
    private final Preflight preflight;
    private final Labelling labelling;
    private final Sites.Known sites;

    /**
     * What a post was read as.
     *
     * @param schedule empty for a draft, and for the next slot
     * @param errors all that is wrong; with any, the rest is not to be used
     */
    public record Read(
            Content content,
            Labels labels,
            Optional<Schedule> schedule,
            boolean nextSlot,
            List<Channel> channels,
            List<FieldError> errors) {
        public Read {
            channels = List.copyOf(channels);
            errors = List.copyOf(errors);
        }
    }

    /** @param media how a medium is found: many posts name many, and their files are looked at when they go out */
    public PostReader(
            PostRoutes.Stores stores,
            Brand brand,
            BiFunction<WorkspaceId, MediaId, Optional<Media>> media,
            Instant now) {
        this.brand = brand;
        this.now = now;
        Map<ChannelId, Opened> opened = new HashMap<>();
        this.preflight = new Preflight(
                (workspace, id) -> opened.computeIfAbsent(
                        id, wanted -> stores.connections().open(workspace, wanted)),
                new Belongings(media, _ -> Optional.empty()),
                stores.networks());
        Map<BrandId, Sheet> read = new HashMap<>();
        this.labelling = new Labelling((Brand of) ->
                read.computeIfAbsent(of.id(), id -> stores.sheets().find(of.workspace(), id)));
        this.sites = Sites.Known.by(stores.sheets()).remembering();
    }

    /** A body of the call that creates posts, without {@code brand}. */
    public Read read(Json body) {
        var fields = Fields.of(body);
        var content = ContentInput.content(fields, Optional.empty());
        var labels = labelling.read(fields, Optional.of(brand), Labels.NONE);
        var ids = PostInput.channels(fields);
        var when = PostInput.when(fields, Optional.of(brand), now, Optional.empty());
        PostInput.goesSomewhere(fields, when, ids);
        preflight.content(fields, brand, content);
        if (when.isSchedule()) {
            preflight.scheduled(fields, brand, content);
        }
        var tagged = Utm.on(content, Preflight.AS_LONG, labels, brand, sites);
        var channels = preflight.channels(fields, brand, ids, tagged);
        return switch (when) {
            case When.Said(var schedule) -> {
                preflight.rights(fields, brand, content, schedule);
                yield new Read(content, labels, schedule, false, channels, fields.done());
            }
            case When.NextSlot() -> {
                if (ids.isEmpty()) {
                    fields.refuse("channels", "required", "must name one at least: a slot is a channel's");
                }
                yield new Read(content, labels, Optional.empty(), true, channels, fields.done());
            }
        };
    }
}
