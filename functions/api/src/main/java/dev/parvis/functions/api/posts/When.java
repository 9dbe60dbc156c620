package dev.parvis.functions.api.posts;

import java.util.Optional;

import dev.parvis.domain.posts.Schedule;

/** When a post is asked to go out. */
sealed interface When {
    /** Whether it has a time, or will have: no draft. */
    default boolean isSchedule() {
        return switch (this) {
            case Said(var schedule) -> schedule.isPresent();
            case NextSlot() -> true;
        };
    }

    /** At a time that was said, or never: a draft. */
    record Said(Optional<Schedule> schedule) implements When {}

    /** At the next free slot of its channels. */
    record NextSlot() implements When {}
}
