package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.networks.Publishes.Sending;
import dev.parvis.domain.posts.Attempt;

/** What stands on the simulated network: what was posted, by whom, and what of it can be read already. */
final class SimulatedAccounts {
    /** Made by a person's own hand. */
    static final String BY_HAND = "";
    /** What others wrote is there from the beginning, under ids that begin so. */
    static final String THEIRS = "theirs-";

    /** By how much the clocks of two instances differ at most. */
    private static final Duration CLOCKS = Duration.ofSeconds(2);

    private final Timeline timeline;
    private final Safety safety;
    private final Duration lag;
    private final List<Posted> posted = new ArrayList<>();
    private final Map<String, Throttled> throttled = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> revoked = new HashSet<>();
    private final Map<String, Instant> stops = new HashMap<>();
    private final Map<String, Set<String>> allowed = new HashMap<>();
    private final Set<String> passed = new HashSet<>();
    private final Map<String, Duration> slowness = new HashMap<>();
    private final SimulatedContainers containers;

    /**
     * @param madeBy the client key of the target that sent it
     * @param token what tells it from others where the network knows such a thing: our key, or its container
     */
    record Posted(String id, String account, Said said, Instant at, String madeBy, String token) {
        String text() {
            return said.text();
        }
    }

    /** Until when a target was asked to wait, and how many faults there had been. */
    private record Throttled(Instant until, int faults) {}

    /** What a send carries. */
    record Parcel(String account, Said said, String token, Attempt attempt) {}

    /** @param lag how long after it is taken a post can be read */
    SimulatedAccounts(Timeline timeline, Safety safety, Duration lag) {
        this.timeline = timeline;
        this.containers = new SimulatedContainers(timeline);
        this.safety = safety;
        this.lag = lag;
    }

    /** Each preparation on this account takes so long from now on. */
    void slow(String account, Duration preparing) {
        slowness.put(account, preparing);
    }

    Duration slowness(String account) {
        return slowness.getOrDefault(account, Duration.ZERO);
    }

    Safety safety() {
        return safety;
    }

    Duration lag() {
        return lag;
    }

    List<Posted> posted() {
        return posted;
    }

    /** What was done to the network that must not be. */
    List<String> complaints() {
        return complaints;
    }

    void byHand(String account, String text, Instant at) {
        post(account, new Said(text, "", false), at, BY_HAND, "");
    }

    SimulatedContainers containers() {
        return containers;
    }

    boolean isPublished(String container) {
        return posted.stream().anyMatch(post -> post.token().equals(container));
    }

    /** Where the account's list ends now: what is older was there before. */
    String newest(String account) {
        return visible(post -> post.account().equals(account))
                .map(Posted::id)
                .reduce((one, later) -> later)
                .orElse("");
    }

    Optional<Posted> firstVisible(Predicate<Posted> wanted) {
        return visible(wanted).findFirst();
    }

    private Stream<Posted> visible(Predicate<Posted> wanted) {
        return posted.stream()
                .filter(post -> !post.at().plus(lag).isAfter(timeline.now()))
                .filter(wanted);
    }

    void throttle(Parcel parcel, Duration wait, int faults) {
        throttled.put(parcel.attempt().key(), new Throttled(timeline.now().plus(wait), faults));
    }

    /** A request reaches the network. Who could not write down that he is to wait cannot know of it. */
    void reached(Parcel parcel, Duration skew, Mischief mischief) {
        var key = parcel.attempt().key();
        var apart = mischief.isAnyClockOff() ? CLOCKS.plus(ShakyPorts.CLOCK_SET_BY) : CLOCKS;
        var set = mischief.isAnyClockOff() ? ShakyPorts.CLOCK_SET_BY : Duration.ZERO;
        if (timeline.now().plus(skew).plus(set).isBefore(parcel.attempt().createdAt())) {
            complaints.add("sent before its instant: " + key);
        }
        var asked = throttled.getOrDefault(key, new Throttled(Instant.EPOCH, 0));
        if (asked.faults() == mischief.done().size()
                && timeline.now().isBefore(asked.until().minus(apart))) {
            complaints.add("sent again sooner than the network had asked for: " + key);
        }
    }

    /** Nothing may be sent any more for this revision of a target. */
    void revoke(String clientKey) {
        revoked.add(clientKey);
    }

    /** Nothing may be sent from now on; one that had looked just before may still. */
    void stopped(String name) {
        stops.putIfAbsent(name, timeline.now());
    }

    /** This revision of a target may be sent while these stop the others. */
    void allow(String clientKey, Set<String> names) {
        allowed.put(clientKey, names);
    }

    /** The keys of what was sent although it was stopped, because it might. */
    Set<String> passed() {
        return passed;
    }

    void released(String name) {
        stops.remove(name);
    }

    /** @param looked how long ago the sender may have looked for a stop at most */
    void fired(Parcel parcel, Duration looked) {
        var key = parcel.attempt().key();
        if (revoked.stream().anyMatch(away -> key.equals(away) || key.startsWith(away + "."))) {
            complaints.add("sent after it was edited or cancelled: " + key);
        }
        var standing = stops.entrySet().stream()
                .filter(stop -> stop.getValue().plus(looked).isBefore(timeline.now()))
                .map(Map.Entry::getKey)
                .toList();
        if (standing.isEmpty()) {
            return;
        }
        if (allowed.entrySet().stream()
                .filter(one -> key.equals(one.getKey()) || key.startsWith(one.getKey() + "."))
                .anyMatch(one -> one.getValue().containsAll(standing))) {
            passed.add(key);
        } else {
            complaints.add("sent while it was stopped: " + key);
        }
    }

    /** A call begins; its lease must not have ended, by whichever clock. */
    void begun(Parcel parcel, Mischief mischief) {
        var leaseEnds = parcel.attempt().overBy().minus(SimulatedPublishes.SEND_TIMEOUT);
        if (!mischief.isAnyClockOff() && timeline.now().isAfter(leaseEnds.plus(CLOCKS))) {
            complaints.add(
                    "begun after its lease had ended: " + parcel.attempt().key());
        }
    }

    /** The network acts on a request, now. */
    Sending take(Parcel parcel) {
        var twin = posted.stream().filter(post -> isTwin(post, parcel)).findFirst();
        if (safety == Safety.TWO_PHASES) {
            complain(parcel);
            if (twin.isPresent()) {
                return new Sending.Uncertain("its container is published already");
            }
            if (containers.state(parcel.token()) != SimulatedContainers.State.READY) {
                return new Sending.NotTaken("its container is not ready, or dead", Duration.ofSeconds(5));
            }
        }
        if (twin.isEmpty()) {
            return published(post(
                    parcel.account(),
                    parcel.said(),
                    timeline.now(),
                    parcel.attempt().key(),
                    parcel.token()));
        }
        return safety == Safety.REFUSAL_NAMES_TWIN
                ? new Sending.Twin(twin.get().id(), url(twin.get()), twin.get().at())
                : published(twin.get());
    }

    private void complain(Parcel parcel) {
        var key = parcel.attempt().key();
        if (containers.state(parcel.token()) == SimulatedContainers.State.IN_PROGRESS) {
            complaints.add("published before its container was ready: " + key);
        }
        if (!containers.wasMadeFor(parcel.token(), key)) {
            complaints.add("published another post's container: " + key);
        }
    }

    private boolean isTwin(Posted post, Parcel parcel) {
        return post.account().equals(parcel.account())
                && switch (safety) {
                    case CLIENT_KEY, TWO_PHASES -> post.token().equals(parcel.token());
                    case REFUSAL_NAMES_TWIN -> post.text().equals(parcel.said().text());
                    case RECONCILE -> false;
                };
    }

    private Sending published(Posted post) {
        return new Sending.Published(post.id(), url(post), timeline.now());
    }

    static String url(Posted post) {
        return "https://sandbox.example/" + post.id();
    }

    private Posted post(String account, Said said, Instant at, String madeBy, String token) {
        if (!said.above().isEmpty()
                && !said.above().startsWith(THEIRS)
                && posted.stream().noneMatch(post -> post.id().equals(said.above()))) {
            complaints.add("posted under what is not there: " + madeBy);
        }
        var made = new Posted("native-" + (posted.size() + 1), account, said, at, madeBy, token);
        posted.add(made);
        return made;
    }
}
