package dev.parvis.fakes.bluesky;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/**
 * What a person is told, newest first: one notification per record and person; a post that mentions, quotes and answers
 * the same person is a mention before it is a quote before it is a reply, as the AppView's indexer decides. Its {@code
 * indexedAt} is not when it arrived but the time it is sorted by: so the real AppView shows it (seen 2026-11-21).
 */
final class Notifications {
    record Note(StoredRecord record, String reason, String subject) {}

    private final Views views;
    private final String viewer;
    private final Set<String> muted;

    Notifications(Views views, String viewer, Set<String> muted) {
        this.views = views;
        this.viewer = viewer;
        this.muted = muted;
    }

    List<Note> newestFirst() {
        var notes = new ArrayList<Note>();
        for (StoredRecord post : views.records(Views.POST)) ofPost(post).ifPresent(notes::add);
        for (StoredRecord like : views.records(Views.LIKE)) about(like, "like").ifPresent(notes::add);
        for (StoredRecord repost : views.records(Views.REPOST))
            about(repost, "repost").ifPresent(notes::add);
        for (StoredRecord follow : views.records(Views.FOLLOW))
            if (follow.subject().equals(viewer)) notes.add(new Note(follow, "follow", ""));
        notes.removeIf(note -> !wanted(note));
        notes.sort(Comparator.comparing(Note::record, StoredRecord.NEWEST_FIRST));
        return notes;
    }

    Map<String, @Nullable Object> view(Note note, Instant seenAt) {
        StoredRecord record = note.record;
        Map<String, @Nullable Object> view = Json.object(
                "uri", record.uri(), "cid", record.cid(), "author", views.author(record.did()), "reason", note.reason);
        if (!note.subject.isEmpty()) view.put("reasonSubject", note.subject);
        view.put("record", record.value());
        view.put("isRead", !record.sortAt().isAfter(seenAt));
        view.put("indexedAt", record.sortAt());
        view.put("labels", List.of());
        return view;
    }

    private boolean wanted(Note note) {
        StoredRecord record = note.record;
        if (record.did().equals(viewer) || muted.contains(record.did()) || views.blocked(viewer, record.did()))
            return false;
        if (!note.reason.equals("reply")) return true;
        String root = record.replyTo("root");
        return !StoredRecord.didOf(root).equals(viewer)
                || (!views.hidden(root).contains(record.uri()) && !views.gatedOut(record));
    }

    private Optional<Note> ofPost(StoredRecord post) {
        if (mentions(post)) return Optional.of(new Note(post, "mention", ""));
        if (StoredRecord.didOf(post.quotes()).equals(viewer))
            return Optional.of(new Note(post, "quote", post.quotes()));
        for (String which : List.of("parent", "root"))
            if (StoredRecord.didOf(post.replyTo(which)).equals(viewer))
                return Optional.of(new Note(post, "reply", post.replyTo(which)));
        return Optional.empty();
    }

    private Optional<Note> about(StoredRecord record, String reason) {
        return StoredRecord.didOf(record.subject()).equals(viewer)
                ? Optional.of(new Note(record, reason, record.subject()))
                : Optional.empty();
    }

    private boolean mentions(StoredRecord post) {
        for (Object facet : Json.list(post.value(), "facets"))
            for (Object feature : Json.list(Json.asMap(facet), "features")) {
                Map<String, @Nullable Object> one = Json.asMap(feature);
                if ("app.bsky.richtext.facet#mention".equals(one.get("$type")) && viewer.equals(one.get("did")))
                    return true;
            }
        return false;
    }
}
