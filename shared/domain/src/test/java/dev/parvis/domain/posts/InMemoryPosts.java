package dev.parvis.domain.posts;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import dev.parvis.domain.Slices;
import dev.parvis.domain.agenda.InMemoryAgenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.approvals.Comments;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Posts in memory; their targets are rows of the agenda. Thread-safe. */
public final class InMemoryPosts implements Posts {
    private final InMemoryAgenda agenda;
    private final Comments comments;
    private final Map<Address, Post> posts = new HashMap<>();
    private final Map<Revision, Content> contents = new HashMap<>();

    private final List<Wanted> wanted = new ArrayList<>();

    private record Wanted(Post post, Instant at) {}

    private record Address(WorkspaceId workspace, PostId post) {}

    private record Revision(Address post, long revision) {}

    public InMemoryPosts(InMemoryAgenda agenda, Comments comments) {
        this.agenda = agenda;
        this.comments = comments;
    }

    @Override
    public Change<PostWithTargets> create(Post post, List<Target> targets, Booking booking) {
        check(post, targets);
        synchronized (agenda) {
            if (posts.containsKey(address(post))) {
                return new Change.Conflict<>(value(post.workspace(), post.id()));
            }
            if (booking == Booking.ALONE && isTaken(new PostWithTargets(post, targets), Map.of())) {
                return new Change.Refused<>("another post stands there");
            }
            store(post);
            targets.forEach(target -> agenda.put(Kind.TARGET, target, target.lookedAt()));
            return new Change.Done<>(value(post.workspace(), post.id()));
        }
    }

    @Override
    public Set<PostId> there(WorkspaceId workspace, Collection<PostId> ids) {
        synchronized (agenda) {
            return ids.stream()
                    .filter(id -> posts.containsKey(new Address(workspace, id)))
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public Optional<PostWithTargets> find(WorkspaceId workspace, PostId id) {
        synchronized (agenda) {
            return posts.containsKey(new Address(workspace, id)) ? Optional.of(value(workspace, id)) : Optional.empty();
        }
    }

    @Override
    public Page<Post> calendar(WorkspaceId workspace, BrandId brand, YearMonth month, PageRequest page) {
        return listed(workspace, brand, month, page, post -> !post.isAnswer());
    }

    @Override
    public Page<Post> answers(WorkspaceId workspace, BrandId brand, YearMonth month, PageRequest page) {
        return listed(workspace, brand, month, page, Post::isAnswer);
    }

    private Page<Post> listed(
            WorkspaceId workspace, BrandId brand, YearMonth month, PageRequest page, Predicate<Post> kind) {
        synchronized (agenda) {
            var found = posts.values().stream()
                    .filter(kind)
                    .filter(post ->
                            post.workspace().equals(workspace) && post.brand().equals(brand))
                    .filter(post ->
                            YearMonth.from(time(post).atOffset(ZoneOffset.UTC)).equals(month))
                    .sorted(Comparator.comparing(InMemoryPosts::time)
                            .thenComparing(post -> post.id().value()))
                    .toList();
            return Slices.of(found, page);
        }
    }

    private static Instant time(Post post) {
        return post.schedule().map(Schedule::at).orElse(post.createdAt());
    }

    @Override
    public Change<PostWithTargets> change(Post edited, List<Target> targets, Booking booking) {
        check(edited, targets);
        synchronized (agenda) {
            var refused = refusal(edited.workspace(), edited.id(), edited.version(), Target::editable);
            if (refused.isPresent()) {
                return refused.get();
            }
            var otherwise = Plan.refusal(value(edited.workspace(), edited.id()).post(), edited);
            if (otherwise.isPresent()) {
                return new Change.Refused<>(otherwise.get());
            }
            var stood = value(edited.workspace(), edited.id()).bookings();
            if (booking == Booking.ALONE && isTaken(new PostWithTargets(edited, targets), stood)) {
                return new Change.Refused<>("another post stands there");
            }
            var stored = posts.get(address(edited));
            var post = stored.editedTo(edited);
            store(post);
            targets(post.workspace(), post.id()).stream()
                    .filter(old -> targets.stream().noneMatch(kept -> kept.id().equals(old.id())))
                    .forEach(old -> agenda.remove(Kind.TARGET, old.workspace(), old.id()));
            targets.stream()
                    .map(target -> Resumption.kept(held(post, target.channel()), target.of(post.revision())))
                    .forEach(target -> agenda.edit(Kind.TARGET, target, target.lookedAt()));
            return new Change.Done<>(value(post.workspace(), post.id()));
        }
    }

    @Override
    public Change<PostWithTargets> cancel(WorkspaceId workspace, PostId id, long version) {
        synchronized (agenda) {
            var refused =
                    refusal(workspace, id, version, target -> !target.state().doubtful());
            if (refused.isPresent()) {
                return refused.get();
            }
            var gone = value(workspace, id).nothingToCancel();
            if (gone.isPresent()) {
                return new Change.Refused<>(
                        "the target on channel " + gone.get().channel() + " is PUBLISHED");
            }
            var stored = posts.get(new Address(workspace, id));
            store(stored.cancelled());
            targets(workspace, id).stream()
                    .filter(target -> !PostWithTargets.outlastsCancelling(target))
                    .map(Target::cancelled)
                    .forEach(target -> agenda.edit(Kind.TARGET, target, Optional.empty()));
            return new Change.Done<>(value(workspace, id));
        }
    }

    @Override
    public Change<PostWithTargets> settle(
            WorkspaceId workspace, PostId id, ChannelId channel, long version, Sighting sighting) {
        synchronized (agenda) {
            var refused = refusal(
                    workspace,
                    id,
                    version,
                    target -> !target.channel().equals(channel)
                            || sighting.refusal(target).isEmpty());
            if (refused.isPresent()) {
                return refused.get();
            }
            var named = targets(workspace, id).stream()
                    .filter(target -> target.channel().equals(channel))
                    .findFirst();
            if (named.isEmpty()) {
                return new Change.Refused<>("the post does not go there");
            }
            store(posts.get(new Address(workspace, id)).next());
            var there = posts.get(new Address(workspace, id));
            var settled = sighting.on(named.get(), there.content());
            agenda.edit(Kind.TARGET, settled, sighting.lookedAt(settled));
            sighting.wantedAt().ifPresent(at -> wanted.add(new Wanted(there, at)));
            return new Change.Done<>(value(workspace, id));
        }
    }

    private Optional<Target> held(Post post, ChannelId channel) {
        return targets(post.workspace(), post.id()).stream()
                .filter(target -> target.channel().equals(channel))
                .findFirst();
    }

    @Override
    public Change<PostWithTargets> resume(
            WorkspaceId workspace, PostId id, ChannelId channel, long revision, Resumption resumption) {
        synchronized (agenda) {
            if (!posts.containsKey(new Address(workspace, id))) {
                return new Change.Missing<>();
            }
            var there = value(workspace, id);
            var refusal = resumption.refusal(there, channel, revision);
            if (refusal.isPresent()) {
                return new Change.Refused<>(refusal.get());
            }
            var after = resumption.on(there, channel);
            store(after.post());
            after.targets().stream()
                    .filter(target -> !there.targets().contains(target))
                    .forEach(target -> agenda.edit(Kind.TARGET, target, target.lookedAt()));
            resumption.wantedAt().ifPresent(at -> wanted.add(new Wanted(after.post(), at)));
            return new Change.Done<>(value(workspace, id));
        }
    }

    @Override
    public Set<PostId> wantedAgain(WorkspaceId workspace, BrandId brand, Instant from, Instant to) {
        synchronized (agenda) {
            return wanted.stream()
                    .filter(one -> one.post().workspace().equals(workspace)
                            && one.post().brand().equals(brand))
                    .filter(one -> !one.at().isBefore(from) && !one.at().isAfter(to))
                    .map(one -> one.post().id())
                    .collect(Collectors.toSet());
        }
    }

    @Override
    public Page<Target> suspended(WorkspaceId workspace, BrandId brand, PageRequest page) {
        synchronized (agenda) {
            var found = agenda
                    .all(
                            Kind.TARGET,
                            workspace,
                            target -> target.brand().equals(brand) && target.state() == TargetState.HELD)
                    .stream()
                    .sorted(Comparator.comparing(Target::dueAt).thenComparing(Target::id))
                    .toList();
            return Slices.of(found, page);
        }
    }

    @Override
    public Change<PostWithTargets> delete(WorkspaceId workspace, PostId id, long version) {
        synchronized (agenda) {
            var refused = refusal(workspace, id, version, Target::editable);
            if (refused.isPresent()) {
                return refused.get();
            }
            var gone = value(workspace, id);
            posts.remove(new Address(workspace, id));
            contents.keySet().removeIf(revision -> revision.post().equals(new Address(workspace, id)));
            gone.targets().forEach(target -> agenda.remove(Kind.TARGET, workspace, target.id()));
            comments.of(workspace, id).forEach(comment -> comments.erase(workspace, id, comment.id()));
            return new Change.Done<>(gone);
        }
    }

    @Override
    public Optional<Content> content(WorkspaceId workspace, PostId id, long revision) {
        synchronized (agenda) {
            return Optional.ofNullable(contents.get(new Revision(new Address(workspace, id), revision)));
        }
    }

    /** Which posts stand at which instants of a channel. */
    public Map<Instant, Set<PostId>> taken(WorkspaceId workspace, ChannelId channel) {
        synchronized (agenda) {
            var taken = new TreeMap<Instant, Set<PostId>>();
            posts.keySet().stream()
                    .filter(address -> address.workspace().equals(workspace))
                    .map(address -> value(workspace, address.post()))
                    .forEach(whole -> Optional.ofNullable(whole.bookings().get(channel))
                            .ifPresent(at -> taken.computeIfAbsent(at, none -> new HashSet<>())
                                    .add(whole.post().id())));
            return taken;
        }
    }

    /** Where a post stood before, it is not asked again who else is there. */
    private boolean isTaken(PostWithTargets whole, Map<ChannelId, Instant> stood) {
        return whole.bookings().entrySet().stream()
                .filter(wanted -> !wanted.getValue().equals(stood.get(wanted.getKey())))
                .anyMatch(wanted ->
                        taken(whole.post().workspace(), wanted.getKey())
                                .getOrDefault(wanted.getValue(), Set.of())
                                .stream()
                                .anyMatch(there -> !there.equals(whole.post().id())));
    }

    private Optional<Change<PostWithTargets>> refusal(
            WorkspaceId workspace, PostId id, long version, Predicate<Target> allowed) {
        var there = posts.get(new Address(workspace, id));
        if (there == null) {
            return Optional.of(new Change.Missing<>());
        }
        if (there.version() != version) {
            return Optional.of(new Change.Conflict<>(value(workspace, id)));
        }
        return targets(workspace, id).stream()
                .filter(target -> !allowed.test(target))
                .findFirst()
                .map(target ->
                        new Change.Refused<>("the target on channel " + target.channel() + " is " + target.state()));
    }

    private void store(Post post) {
        posts.put(address(post), post);
        contents.put(new Revision(address(post), post.revision()), post.content());
    }

    private PostWithTargets value(WorkspaceId workspace, PostId id) {
        return new PostWithTargets(posts.get(new Address(workspace, id)), targets(workspace, id));
    }

    private List<Target> targets(WorkspaceId workspace, PostId id) {
        return agenda.all(Kind.TARGET, workspace, target -> target.post().equals(id));
    }

    private static Address address(Post post) {
        return new Address(post.workspace(), post.id());
    }

    private static void check(Post post, List<Target> targets) {
        Plan.check(post, targets);
        var strange = targets.stream()
                .anyMatch(target -> !target.workspace().equals(post.workspace())
                        || !target.post().equals(post.id()));
        if (targets.size() > 20 || strange) {
            throw new IllegalArgumentException("at most 20 targets, all of this post");
        }
    }
}
