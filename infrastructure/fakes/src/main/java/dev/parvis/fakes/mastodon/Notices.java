package dev.parvis.fakes.mastodon;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people are told: one entry per event and person, ids growing. */
final class Notices {
    record Notice(
            String id, String to, String type, People.Person from, Optional<String> statusId, Instant createdAt) {}

    private final List<Notice> notices = new ArrayList<>();

    synchronized void add(Notice notice) {
        notices.add(notice);
    }

    /** Newest first. */
    synchronized List<Notice> of(String accountId) {
        return notices.reversed().stream()
                .filter(notice -> notice.to.equals(accountId))
                .toList();
    }
}
