package dev.parvis.fakes.mastodon;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** A poll of a status, with the checks of Mastodon's PollOptionsValidator and PollExpirationValidator; nobody votes. */
record Poll(List<String> options, long expiresIn, boolean multiple) {
    static final int OPTIONS = 4;
    static final int CHARACTERS = 50;
    static final int SHORTEST = 300;
    static final int LONGEST = 2_629_746;

    static Optional<Poll> read(Map<String, @Nullable Object> asked) {
        if (asked.isEmpty()) return Optional.empty();
        List<String> options =
                Json.list(asked, "options").stream().map(String::valueOf).toList();
        if (options.size() < 2) throw invalid("Options must have more than one item");
        if (options.size() > OPTIONS) throw invalid("Options can't contain more than " + OPTIONS + " items");
        if (options.stream().anyMatch(option -> option.codePointCount(0, option.length()) > CHARACTERS))
            throw invalid("Options can't be longer than " + CHARACTERS + " characters each");
        if (options.stream().distinct().count() < options.size()) throw invalid("Options contain duplicates");
        long expires = Json.number(asked, "expires_in", 0);
        if (expires > LONGEST) throw invalid("Duration is too far into the future");
        if (expires < SHORTEST) throw invalid("Duration is too soon");
        return Optional.of(new Poll(options, expires, Json.flag(asked, "multiple")));
    }

    private static MastodonError invalid(String complaint) {
        return MastodonError.invalid("Validation failed: " + complaint);
    }

    Map<String, @Nullable Object> view(String statusId, Instant createdAt) {
        return Json.object(
                "id",
                "1" + statusId,
                "expires_at",
                createdAt.plusSeconds(expiresIn),
                "expired",
                false,
                "multiple",
                multiple,
                "votes_count",
                0,
                "options",
                options.stream()
                        .map(option -> Json.object("title", option, "votes_count", 0))
                        .toList());
    }
}
