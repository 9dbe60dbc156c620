package dev.parvis.fakes.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The containers of all accounts, and how the gallery treats the next ones. Thread-safe. */
public final class Gallery {
    static final int CONTAINERS = 400;
    static final int LEAST = 2;
    static final int MOST = 10;
    private static final Duration DAY = Duration.ofHours(24);

    private final State state;
    private final Clock clock;
    private final Deque<String> faults = new ArrayDeque<>();
    private Duration processing = Duration.ZERO;
    private int quota = 25;

    Gallery(State state, Clock clock) {
        this.state = state;
        this.clock = clock;
    }

    /** Containers take so long from now on. */
    public synchronized void processing(Duration time) {
        processing = time;
    }

    /** An account publishes so many in any 24 hours from now on. */
    public synchronized void quota(int posts) {
        quota = posts;
    }

    /** The next container that is made cannot be used, and says so once it is processed. */
    public synchronized void breaks(String reason) {
        faults.add(reason);
    }

    /** How many containers were made, children and parents. */
    public int made() {
        return state.read(state.containers::size);
    }

    /** Which of them were published. */
    public int published() {
        return state.read(() -> (int) state.containers.values().stream()
                .filter(one -> !one.post().isEmpty())
                .count());
    }

    Optional<Container> find(String account, String id) {
        return state.read(() -> Optional.ofNullable(state.containers.get(id)))
                .filter(one -> one.account().equals(account));
    }

    Container make(String account, String caption, List<Post.Picture> pictures, boolean item) {
        Instant now = clock.instant();
        Duration busy = busy();
        String fault = fault();
        return state.change(() -> {
            if (since(account, now.minus(DAY)) >= CONTAINERS)
                throw new SandboxError(429, "container_limit", CONTAINERS + " containers in 24 hours");
            String id = "178" + "%014d".formatted(state.next());
            var one = new Container(id, account, caption, pictures, item, now, now.plus(busy), fault, "");
            state.containers.put(id, one);
            return one;
        });
    }

    /** The one act that cannot be taken back: a container becomes a post, once. */
    Post publish(String account, String id) {
        Instant now = clock.instant();
        int most = quota();
        return state.change(() -> {
            Container container = Optional.ofNullable(state.containers.get(id))
                    .filter(one -> one.account().equals(account) && !one.item())
                    .orElseThrow(() -> new SandboxError(404, "container_unknown", "There is no container " + id));
            check(container, now);
            if (used(account, now) >= most)
                throw new SandboxError(403, "quota_reached", most + " posts in 24 hours are out already");
            var content = new Post.Content(container.caption(), "", container.pictures(), "", Optional.empty());
            var post = new Post("p_" + state.next(), id, account, content, now, false);
            state.posts.put(post.id(), post);
            state.containers.put(id, container.publishedAs(post.id()));
            return post;
        });
    }

    private static void check(Container container, Instant now) {
        switch (container.status(now)) {
            case FINISHED -> {}
            case IN_PROGRESS -> throw new SandboxError(400, "not_ready", "The container is not ready to be published");
            case ERROR -> throw new SandboxError(400, "container_failed", container.fault());
            case EXPIRED -> throw new SandboxError(400, "container_expired", "The container is older than 24 hours");
            case PUBLISHED -> throw new SandboxError(400, "already_published", "The container is published");
        }
    }

    synchronized int quota() {
        return quota;
    }

    /** How many an account has published in the last 24 hours. */
    int used(String account) {
        return state.read(() -> used(account, clock.instant()));
    }

    private int used(String account, Instant now) {
        return (int) state.containers.values().stream()
                .filter(one -> one.account().equals(account) && !one.post().isEmpty())
                .map(one -> Optional.ofNullable(state.posts.get(one.post())))
                .flatMap(Optional::stream)
                .filter(post -> post.createdAt().isAfter(now.minus(DAY)))
                .count();
    }

    private long since(String account, Instant from) {
        return state.containers.values().stream()
                .filter(one -> one.account().equals(account) && one.createdAt().isAfter(from))
                .count();
    }

    private synchronized Duration busy() {
        return processing;
    }

    private synchronized String fault() {
        String next = faults.poll();
        return next == null ? "" : next;
    }
}
