package dev.parvis.functions.api.slots;

import java.time.DayOfWeek;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.slots.FreeSlots;
import dev.parvis.domain.slots.Slot;
import dev.parvis.domain.slots.Slots;
import dev.parvis.domain.slots.Week;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** {@code …/channels/{channel}/slots}: read and replace the week's slots, and see which come free next. */
public final class SlotRoutes {
    private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9]");
    /** No post has it: every place that is taken is taken by another. */
    private static final PostId NOBODY = new PostId("0");

    private final Brands brands;
    private final Channels channels;
    private final Slots slots;
    private final FreeSlots free;
    private final Deeds deeds;

    /** What is read and written. */
    public record Stores(Brands brands, Channels channels, Slots slots) {}

    public SlotRoutes(Stores stores, Deeds deeds, InstantSource clock) {
        this.brands = stores.brands();
        this.channels = stores.channels();
        this.slots = stores.slots();
        this.free = new FreeSlots(stores.slots(), clock);
        this.deeds = deeds;
    }

    public void on(Router router, Members members) {
        router.get("/v1/workspaces/{workspace}/channels/{channel}/slots", members.reads(Place.CHANNEL, this::read))
                .put(
                        "/v1/workspaces/{workspace}/channels/{channel}/slots",
                        members.manages(Place.CHANNEL, this::replace))
                .get(
                        "/v1/workspaces/{workspace}/channels/{channel}/slots/free",
                        members.reads(Place.CHANNEL, this::next));
    }

    private Response read(Request request, Caller caller) {
        var channel = channel(request, caller);
        var week = slots.find(caller.workspace(), channel.id());
        return Versions.tagged(Response.json(200, json(week, zone(channel))), week.version());
    }

    private Response replace(Request request, Caller caller) {
        var version = Versions.expected(request);
        var channel = channel(request, caller);
        var fields = Inputs.fields(request);
        var given = fields.objects("slots", Week.MOST).stream()
                .flatMap(slot -> slot(slot).stream())
                .toList();
        if (!fields.has("slots")) {
            fields.refuse("slots", "required", "is required; an empty list takes all slots away");
        }
        Inputs.check(fields);
        var change = slots.replace(new Week(caller.workspace(), channel.id(), given, version));
        var now = Versions.done(change);
        deeds.done(caller, "slots.replaced", "channel/" + channel.id(), now.version());
        var zone = zone(channel);
        return Versions.changed(change, Week::version, week -> json(week, zone));
    }

    private Optional<Slot> slot(Fields fields) {
        var day = fields.requiredChoice("day", DayOfWeek.class);
        return time(fields, fields.requiredLine("time", 1, 10)).map(time -> new Slot(day, time));
    }

    private static Optional<LocalTime> time(Fields fields, String text) {
        try {
            if (TIME.matcher(text).matches()) {
                return Optional.of(LocalTime.parse(text));
            }
        } catch (DateTimeParseException noSuchTime) {
            // Said below, as for any other text.
        }
        if (!text.isEmpty()) {
            fields.refuse("time", "malformed", "must be a wall-clock time of 24 hours such as 09:30");
        }
        return Optional.empty();
    }

    private Response next(Request request, Caller caller) {
        var channel = channel(request, caller);
        var search = new FreeSlots.Search(caller.workspace(), NOBODY, List.of(channel.id()), zone(channel));
        var found = free.next(search, Pages.limit(request));
        return Response.json(
                200, Json.obj("items", found.stream().map(SlotRoutes::json).toList()));
    }

    private Channel channel(Request request, Caller caller) {
        return channels.find(caller.workspace(), Ids.of(request.param("channel"), ChannelId::new))
                .orElseThrow(Ids::nothingHere);
    }

    private ZoneId zone(Channel channel) {
        return brands.find(channel.workspace(), channel.brand())
                .map(Brand::zone)
                .orElseThrow(Ids::nothingHere);
    }

    private static Json json(Schedule slot) {
        return Json.obj(
                "at", slot.wallClock().toString(), "zone", slot.zone().getId(), "instant", Times.format(slot.at()));
    }

    private static Json json(Week week, ZoneId zone) {
        return Json.obj(
                "channel",
                week.channel().value(),
                "zone",
                zone.getId(),
                "slots",
                week.slots().stream()
                        .map(slot -> Json.obj(
                                "day",
                                slot.day().name().toLowerCase(Locale.ROOT),
                                "time",
                                slot.time().toString()))
                        .toList(),
                "version",
                week.version());
    }
}
