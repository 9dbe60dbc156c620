package dev.parvis.functions.api.posts;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.slots.FreeSlots;
import dev.parvis.domain.stored.Change;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.json.FieldError;

/** Keeps a post at the time that was said, or at the next free slot of its channels. */
final class Placing {
    private final FreeSlots slots;

    Placing(FreeSlots slots) {
        this.slots = slots;
    }

    /** What is kept when its time is known. */
    @FunctionalInterface
    interface Keep {
        Change<PostWithTargets> at(Optional<Schedule> schedule, Booking booking);
    }

    /** Whose post it is and where it goes. */
    record Order(Brand brand, PostId post, List<Channel> channels) {}

    Change<PostWithTargets> keep(Order order, When when, Keep keep) {
        return switch (when) {
            case When.Said(var schedule) -> keep.at(schedule, Booking.SHARED);
            case When.NextSlot() -> next(order, keep);
        };
    }

    private Change<PostWithTargets> next(Order order, Keep keep) {
        if (order.channels().isEmpty()) {
            throw refused("/channels", "required", "channels must name one at least: a slot is a channel's.");
        }
        var brand = order.brand();
        var ids = order.channels().stream().map(Channel::id).toList();
        var search = new FreeSlots.Search(brand.workspace(), order.post(), ids, brand.zone());
        return switch (slots.take(search, schedule -> keep.at(Optional.of(schedule), Booking.ALONE))) {
            case FreeSlots.Placed.Kept(var change) -> change;
            case FreeSlots.Placed.NoSlots() ->
                throw refused(
                        "/schedule/nextSlot", "no_slots", "nextSlot needs slots, and the first channel has none.");
            case FreeSlots.Placed.NoneFree() ->
                throw refused(
                        "/schedule/nextSlot",
                        "none_free",
                        "nextSlot finds every slot of the next " + FreeSlots.FURTHEST.toDays() + " days taken.");
        };
    }

    private static ProblemException refused(String pointer, String code, String detail) {
        return Problem.fields(List.of(new FieldError(pointer, code, detail))).exception();
    }
}
