package dev.parvis.functions.publish;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.assisted.Helper;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.networks.assisted.Assisted;

/**
 * Two people who post by hand what they are mailed, and the mails that they got. They say that it is out, at once and with
 * different addresses now and then, or that it will not be today, or nothing; some that they had posted it all the same.
 */
final class Helpers {
    private static final Duration LONGEST = Duration.ofMinutes(140);
    private static final int TRIES = 3;

    private final Trial trial;
    private final SplittableRandom random;
    private final List<Delivery> mails = new ArrayList<>();
    private final Set<String> handedOver = new HashSet<>();
    private final Map<String, List<Publication>> said = new HashMap<>();
    private final Set<String> saidAfterItWasMissed = new HashSet<>();
    private final List<String> complaints = new ArrayList<>();
    private int urls;

    Helpers(Trial trial, SplittableRandom random) {
        this.trial = trial;
        this.random = random;
    }

    static boolean isTheirs(Target target) {
        return target.network().equals(Assisted.ID);
    }

    List<String> complaints() {
        return complaints;
    }

    /** Every mail that one of them got of this revision of a target. */
    List<Delivery> mails(Target target) {
        return mails.stream()
                .filter(mail -> mail.event().id().startsWith(target.clientKey() + "."))
                .toList();
    }

    /** What they were told is counted as out. */
    List<Publication> said(Target target) {
        return said.getOrDefault(target.id(), List.of());
    }

    boolean saidAfterItWasMissed(Target target) {
        return saidAfterItWasMissed.contains(target.id());
    }

    /** A channel that they post on. */
    Channel channel(BrandId brand, ChannelId id) {
        return new Channel(
                trial.workspace,
                id,
                brand,
                Assisted.ID,
                URI.create("https://snapchat.example"),
                "snapchat/" + id,
                "Snapchat",
                ChannelState.CONNECTED,
                "",
                Trial.DUE.minusSeconds(3600),
                1);
    }

    static Credential credential() {
        return new Credential(Map.of(
                "url", "https://snapchat.example/lumiere",
                "person", "lea@example.org",
                "backup", "max@example.org",
                "language", "fr"));
    }

    private Helper helper(int number) {
        return new Helper(number == 0 ? "lea@example.org" : "max@example.org", Language.FR);
    }

    /** Each of their targets has its hour. */
    void arrive() {
        for (var target : trial.targets().stream().filter(Helpers::isTheirs).toList()) {
            for (var count = random.nextInt(3); count > 0; count--) {
                var at = Trial.DUE.plusMillis(random.nextLong(-150_000, LONGEST.toMillis()));
                trial.timeline.start(Timeline.Owner.NOBODY, at, () -> speaks(target, random.nextInt(2)));
                if (random.nextBoolean()) {
                    trial.timeline.start(Timeline.Owner.NOBODY, at, () -> speaks(target, random.nextInt(2)));
                }
            }
            if (random.nextInt(3) == 0) {
                var at = Trial.DUE.plusMillis(random.nextLong(-200_000, 10_000));
                trial.timeline.start(Timeline.Owner.NOBODY, at, () -> trial.people.changeTheirMind(target));
            }
        }
    }

    /** On the page of the last mail they have. */
    private void speaks(Target target, int who) {
        var recipient = Delivery.HELPER + helper(who).digest(trial.workspace);
        var mail = mails.stream()
                .filter(one -> one.recipient().equals(recipient)
                        && target.post().value().equals(one.event().detail().get("post")))
                .reduce((first, last) -> last);
        if (mail.isPresent()) {
            var revision = Long.parseLong(mail.get().event().detail().getOrDefault("revision", "0"));
            var now = trial.timeline.now();
            say(target, random.nextInt(4) == 0 ? new Sighting.Declined(revision, now) : done(revision, now));
        }
    }

    private Sighting done(long revision, Instant now) {
        var url = "https://snapchat.example/p/" + ++urls;
        return new Sighting.ByHand(new Publication(url, url, now, false), revision, now);
    }

    /** Reads, and says it of what was read; another may have said something in between. */
    private void say(Target target, Sighting sighting) {
        for (var round = 0; round < TRIES; round++) {
            var whole =
                    trial.stores.posts().find(trial.workspace, target.post()).orElseThrow();
            var before = state(whole, target);
            trial.timeline.pause(Duration.ofMillis(random.nextInt(1, 15)));
            var change = trial.stores
                    .posts()
                    .settle(
                            trial.workspace,
                            target.post(),
                            target.channel(),
                            whole.post().version(),
                            sighting);
            if (change instanceof Change.Done && sighting instanceof Sighting.ByHand(var where, var _, var _)) {
                said.computeIfAbsent(target.id(), _ -> new ArrayList<>()).add(where);
                before.filter(TargetState.MISSED::equals).ifPresent(_ -> saidAfterItWasMissed.add(target.id()));
            }
            if (!(change instanceof Change.Conflict)) {
                return;
            }
        }
    }

    private static Optional<TargetState> state(PostWithTargets whole, Target target) {
        return whole.targets().stream()
                .filter(one -> one.channel().equals(target.channel()))
                .map(Target::state)
                .findFirst();
    }

    /** The agenda, seen from where the mails to them are kept. */
    Agenda watched(Agenda real) {
        return (Agenda) Proxy.newProxyInstance(
                Agenda.class.getClassLoader(), new Class<?>[] {Agenda.class}, (proxy, method, arguments) -> {
                    try {
                        var answer = method.invoke(real, arguments);
                        if (answer == Written.DONE && arguments[1] instanceof Target target && isTheirs(target)) {
                            handedOver.add(target.clientKey());
                        }
                        if (method.getName().equals("add")
                                && Boolean.TRUE.equals(answer)
                                && arguments[0] == Kind.DELIVERY
                                && arguments[1] instanceof Delivery mail
                                && mail.recipient().startsWith(Delivery.HELPER)) {
                            got(mail);
                        }
                        return answer;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private void got(Delivery mail) {
        var key = mail.event().id();
        if (handedOver.stream().noneMatch(handed -> key.startsWith(handed + "."))) {
            complaints.add("somebody was asked to post what was not handed over: " + key);
        }
        mails.add(mail);
    }

    /** What is wrong with a target of theirs at the end. */
    List<String> wrong(Target target) {
        var wrong = new ArrayList<String>();
        var asked = mails(target).stream()
                .map(mail -> mail.event().detail().get("step") + " " + mail.recipient())
                .toList();
        if (new HashSet<>(asked).size() < asked.size()) {
            wrong.add("somebody was mailed the same step twice: " + asked);
        }
        if (target.state() == TargetState.MISSED && asked.isEmpty()) {
            wrong.add("was missed and nobody was asked");
        }
        var done = said(target);
        if (done.size() > 1) {
            wrong.add("was counted as out twice: " + done);
        }
        var isOut = target.state() == TargetState.PUBLISHED;
        if (isOut != !done.isEmpty()
                || (isOut
                        && !target.publication()
                                .map(Publication::url)
                                .equals(done.stream().findFirst().map(Publication::url)))) {
            wrong.add("somebody said " + done + ", it is " + target.publication());
        }
        switch (target.state()) {
            case SENDING, UNCERTAIN, RETRY_AT -> wrong.add("no machine sends it");
            case DRAFT, APPROVAL, SCHEDULED, PREPARED, PUBLISHED, FAILED, MISSED, HELD, CANCELLED -> {}
        }
        return wrong;
    }
}
