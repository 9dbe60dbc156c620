package dev.parvis.fakes.mastodon;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A status as it is kept. {@code replyTo} is empty when it answers nothing. */
record Status(
        String id,
        People.Person author,
        String text,
        String spoiler,
        String visibility,
        boolean sensitive,
        Optional<String> language,
        String replyTo,
        List<Media> media,
        Optional<Poll> poll,
        String application,
        Optional<String> key,
        Instant createdAt) {}
