package dev.parvis.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Booking;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Resumption;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * What people do to a post while workers may hold its targets: one transaction that holds only if nobody has claimed,
 * written or edited a target since it was read, and that raises every target's fence. A claim in between makes it
 * begin again; a send in between makes it refused.
 */
final class PostEdits {
    private static final int MOST_ROUNDS = 8;
    /** DynamoDB takes 100 rows in a transaction; the post, its targets and their bookings are at most 41 of them. */
    private static final int MOST_REVISIONS_AT_ONCE = 55;

    private final Rows rows;
    private final AgendaSettings settings;
    private final TargetCodec codec = new TargetCodec();

    PostEdits(Rows rows, AgendaSettings settings) {
        this.rows = rows;
        this.settings = settings;
    }

    /** What an edit makes of what is there. */
    sealed interface Edit {
        /** @param bookings where in the transaction the bookings begin */
        record Write(Transaction transaction, int bookings, PostWithTargets after) implements Edit {}

        record Refuse(String reason) implements Edit {}
    }

    Change<PostWithTargets> create(PostWithTargets whole, Booking booking) {
        var post = whole.post();
        var mark = rows.mark();
        var transaction = rows.transaction()
                .put(PostCodec.encode(post).text(Rows.MARK, mark), Expression.NEW)
                .put(ContentCodec.encode(revision(post), post.content()), Expression.NEW);
        whole.targets()
                .forEach(target ->
                        transaction.put(onAgenda(target, Control.fresh(mark, target.lookedAt())), Expression.NEW));
        var bookings = transaction.size();
        new Bookings(post, Bookings.Places.NONE, Bookings.Places.of(whole), mark).on(transaction, booking);
        return switch (transaction.commit()) {
            case Outcome.Committed committed -> new Change.Done<>(whole);
            case Outcome.Cancelled cancelled
            when Bookings.lost(cancelled, bookings) -> new Change.Refused<>(Bookings.REFUSAL);
            case Outcome.Cancelled cancelled -> there(post.workspace(), post.id());
        };
    }

    Change<PostWithTargets> edit(WorkspaceId workspace, PostId id, long version, Function<PostRows, Edit> edit) {
        return edit(workspace, id, post -> post.version() == version, edit);
    }

    /** Whatever the post's version: what is decided on says itself whether it has changed. */
    Change<PostWithTargets> edit(WorkspaceId workspace, PostId id, Function<PostRows, Edit> edit) {
        return edit(workspace, id, _ -> true, edit);
    }

    private Change<PostWithTargets> edit(
            WorkspaceId workspace, PostId id, Predicate<Post> expected, Function<PostRows, Edit> edit) {
        for (var round = 1; round <= MOST_ROUNDS; round++) {
            var found = PostRows.read(rows, workspace, id);
            if (found.isEmpty()) {
                return new Change.Missing<>();
            }
            var there = found.get();
            if (!expected.test(there.post())) {
                return new Change.Conflict<>(there.value());
            }
            switch (edit.apply(there)) {
                case Edit.Refuse(String reason) -> {
                    return new Change.Refused<>(reason);
                }
                case Edit.Write(Transaction transaction, int bookings, PostWithTargets after) -> {
                    switch (transaction.commit()) {
                        case Outcome.Committed committed -> {
                            return new Change.Done<>(after);
                        }
                        case Outcome.Cancelled cancelled
                        when Bookings.lost(cancelled, bookings) -> {
                            return new Change.Refused<>(Bookings.REFUSAL);
                        }
                        case Outcome.Cancelled cancelled -> {
                            // Somebody was here since it was read: it is read again.
                        }
                    }
                }
            }
        }
        return there(workspace, id);
    }

    private Change<PostWithTargets> there(WorkspaceId workspace, PostId id) {
        return PostRows.read(rows, workspace, id)
                .<Change<PostWithTargets>>map(there -> new Change.Conflict<>(there.value()))
                .orElseGet(Change.Missing::new);
    }

    Edit changed(PostRows there, PostWithTargets wanted, Booking booking) {
        var fixed =
                there.targets().stream().filter(target -> !target.editable()).findFirst();
        if (fixed.isPresent()) {
            return new Edit.Refuse(reason(fixed.get()));
        }
        var refusal = Plan.refusal(there.post(), wanted.post());
        if (refusal.isPresent()) {
            return new Edit.Refuse(refusal.get());
        }
        var post = there.post().editedTo(wanted.post());
        var targets = wanted.targets().stream()
                .map(target -> Resumption.kept(there.target(target.channel()), target.of(post.revision())))
                .toList();
        var transaction = rows.transaction()
                .put(marked(post), Expression.version(there.post().version()));
        if (post.revision() > there.post().revision()) {
            transaction.put(ContentCodec.encode(revision(post), post.content()), Expression.NEW);
        }
        var mark = rows.mark();
        targets.forEach(target -> replace(transaction, there, target, mark));
        there.targets().stream()
                .filter(old -> targets.stream().noneMatch(kept -> kept.id().equals(old.id())))
                .forEach(old -> transaction.delete(codec.key(old), unchanged(there, old)));
        return booked(transaction, there, new PostWithTargets(post, targets), booking);
    }

    private Edit booked(Transaction transaction, PostRows there, PostWithTargets after, Booking booking) {
        var bookings = transaction.size();
        new Bookings(after.post(), Bookings.Places.of(there.value()), Bookings.Places.of(after), rows.mark())
                .on(transaction, booking);
        return new Edit.Write(transaction, bookings, after);
    }

    Edit cancelled(PostRows there) {
        var sent = there.targets().stream()
                .filter(target -> target.state().doubtful())
                .findFirst();
        if (sent.isPresent()) {
            return new Edit.Refuse(reason(sent.get()));
        }
        var gone = there.value().nothingToCancel();
        if (gone.isPresent()) {
            return new Edit.Refuse(reason(gone.get()));
        }
        var post = there.post().cancelled();
        var transaction = rows.transaction()
                .put(marked(post), Expression.version(there.post().version()));
        var mark = rows.mark();
        var after = new ArrayList<Target>();
        for (var target : there.targets()) {
            if (PostWithTargets.outlastsCancelling(target)) {
                after.add(target);
            } else {
                var cancelled = target.cancelled();
                after.add(cancelled);
                replace(transaction, there, cancelled, mark);
            }
        }
        return booked(transaction, there, new PostWithTargets(post, after), Booking.SHARED);
    }

    Edit settled(PostRows there, ChannelId channel, Sighting sighting) {
        var named = there.target(channel);
        var refusal = named.isPresent()
                ? sighting.refusal(named.get())
                : Optional.of("the post does not go to channel " + channel);
        if (refusal.isPresent()) {
            return new Edit.Refuse(refusal.get());
        }
        var settled = sighting.on(named.orElseThrow(), there.post().content());
        var post = there.post().next();
        var transaction = rows.transaction()
                .put(marked(post), Expression.version(there.post().version()));
        replace(transaction, there, settled, sighting.lookedAt(settled), rows.mark());
        sighting.wantedAt().ifPresent(at -> transaction.put(PostCodec.wanted(post, at), Expression.NONE));
        var after = there.targets().stream()
                .map(target -> target.channel().equals(channel) ? settled : target)
                .toList();
        return booked(transaction, there, new PostWithTargets(post, after), Booking.SHARED);
    }

    Edit resumed(PostRows there, ChannelId channel, long revision, Resumption resumption) {
        var refusal = resumption.refusal(there.value(), channel, revision);
        if (refusal.isPresent()) {
            return new Edit.Refuse(refusal.get());
        }
        var after = resumption.on(there.value(), channel);
        var post = after.post();
        var transaction = rows.transaction()
                .put(marked(post), Expression.version(there.post().version()));
        if (post.revision() > there.post().revision()) {
            transaction.put(ContentCodec.encode(revision(post), post.content()), Expression.NEW);
        }
        var mark = rows.mark();
        after.targets().stream()
                .filter(target -> !there.targets().contains(target))
                .forEach(target -> replace(transaction, there, target, mark));
        resumption.wantedAt().ifPresent(at -> transaction.put(PostCodec.wanted(post, at), Expression.NONE));
        return booked(transaction, there, after, Booking.SHARED);
    }

    /** Old revisions that one transaction cannot take go before it: nobody reads them any more. */
    Edit deleted(PostRows there) {
        var sent = there.targets().stream().filter(target -> !target.editable()).findFirst();
        if (sent.isPresent()) {
            return new Edit.Refuse(reason(sent.get()));
        }
        var post = there.post();
        var transaction =
                rows.transaction().delete(Keys.post(post.workspace(), post.id()), Expression.version(post.version()));
        there.targets().forEach(target -> transaction.delete(codec.key(target), unchanged(there, target)));
        var revisions = rows.all(Range.of(Keys.postPartition(post.workspace(), post.id()), Keys.REVISION))
                .reversed();
        revisions.stream().skip(MOST_REVISIONS_AT_ONCE).forEach(old -> rows.delete(old.key()));
        revisions.stream().limit(MOST_REVISIONS_AT_ONCE).forEach(revision -> transaction.delete(revision.key()));
        var bookings = transaction.size();
        new Bookings(post, Bookings.Places.of(there.value()), Bookings.Places.NONE, rows.mark())
                .on(transaction, Booking.SHARED);
        return new Edit.Write(transaction, bookings, there.value());
    }

    private void replace(Transaction transaction, PostRows there, Target target, String mark) {
        replace(transaction, there, target, target.lookedAt(), mark);
    }

    private void replace(Transaction transaction, PostRows there, Target target, Optional<Instant> look, String mark) {
        var old = Optional.ofNullable(there.targetRows().get(target.channel()));
        var control = old.map(row -> Control.edited(row, mark, look)).orElseGet(() -> Control.fresh(mark, look));
        transaction.put(
                onAgenda(target, control),
                old.map(row -> unchanged(there, target)).orElse(Expression.NEW));
    }

    /** A part may have gone out, and the state be the one before again. */
    private Expression unchanged(PostRows there, Target target) {
        var row = Objects.requireNonNull(there.targetRows().get(target.channel()));
        return Control.unchanged(row, codec.worked());
    }

    private Attributes onAgenda(Target target, Control control) {
        return control.on(codec.encode(target), Kind.TARGET.name(), target, settings);
    }

    private Attributes marked(Post post) {
        return PostCodec.encode(post).text(Rows.MARK, rows.mark());
    }

    private static Key revision(Post post) {
        return Keys.revision(post.workspace(), post.id(), post.revision());
    }

    private static String reason(Target target) {
        return "the target on channel " + target.channel() + " is " + target.state() + ": "
                + (target.out().isEmpty() ? "" : "a part of it is out; ")
                + switch (target.state()) {
                    case SENDING -> "it is being sent";
                    case UNCERTAIN -> "it may have gone out and is being looked for";
                    case PUBLISHED -> "it went out";
                    case DRAFT, APPROVAL, SCHEDULED, PREPARED, RETRY_AT, FAILED, MISSED, HELD, CANCELLED ->
                        "it can be edited";
                };
    }
}
