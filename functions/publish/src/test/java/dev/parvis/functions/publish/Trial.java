package dev.parvis.functions.publish;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.CredentialStore;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Content.Part;
import dev.parvis.domain.posts.Passes;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.log.Log;

/**
 * One story, wholly told by its seed: a few targets on one or two accounts of a simulated network, some of them alike,
 * some like what a person has posted there, some that answer what others wrote; a wake-up anywhere in each minute; and what
 * goes wrong. In one of three somebody edits, cancels, answers or stops meanwhile, and in half of those nothing else goes wrong.
 */
final class Trial {
    static final Instant DUE = Instant.parse("2026-11-21T12:00:00Z");
    static final Duration LEASE = Duration.ofSeconds(180);

    private static final Duration BEFORE = Duration.ofMinutes(4);
    private static final Duration WATCHED = Duration.ofMinutes(75);
    private static final Duration CLOCK_OFF_BY = Duration.ofSeconds(30);
    /** People have two hours, from half an hour after the second on where a stop has held it till then. */
    private static final Duration WATCHED_WITH_HELPERS = Duration.ofMinutes(165);
    /** So many wake-ups after the last target has ended, what was not told yet has been. */
    private static final int ENOUGH = 15;

    private static final List<String> TEXTS = List.of("Bonjour", "Bonsoir");
    private static final List<String> FOLLOWING = List.of("Suite", "Encore", "Enfin");
    private static final Mischief.Plan NOTHING_BUT_PEOPLE = new Mischief.Plan.Storm(1, 0, Set.of());
    private static final String COMMENT = "Le lien";

    final long seed;
    final Safety safety;
    final Mischief.Plan plan;
    final Mutant mutant;
    final People people;
    final Helpers helpers;
    final Mischief mischief;
    final Timeline timeline;
    final InMemoryStores stores;
    final SimulatedAccounts accounts;
    final SimulatedNetwork network;
    final Log log;
    final WorkspaceId workspace;
    private final BrandId brand;
    private final SplittableRandom random;
    private final List<Channel> channels = new ArrayList<>();
    private final boolean visited;
    private final boolean assisted;
    /** Of its own, so that a story which has no answers is what it was. */
    private final SplittableRandom answers;

    private int room = 1_500;
    private int ids;
    private int ended;

    Trial(long seed, Safety safety, Mischief.Plan plan, Mutant mutant, OutputStream story) {
        this.seed = seed;
        this.safety = safety;
        this.mutant = mutant;
        this.random = new SplittableRandom(seed);
        this.answers = new SplittableRandom(~seed);
        var visits = random.nextInt(6);
        this.visited = visits < 2 && mutant.isVisited() && !(plan instanceof Mischief.Plan.Calm);
        this.plan = visited && visits == 0 ? NOTHING_BUT_PEOPLE : plan;
        this.timeline = new Timeline(DUE.minus(BEFORE), random.split());
        this.mischief = new Mischief(this.plan, random.split());
        this.stores = new InMemoryStores(clock(), LEASE);
        this.accounts = new SimulatedAccounts(timeline, safety, isCalm() ? Duration.ZERO : seconds(0, 60));
        var publishes = mutant.publishes(new SimulatedPublishes(timeline, mischief, clock(), accounts));
        this.network = new SimulatedNetwork(publishes, mischief, clock());
        this.log = new Log(new PrintStream(story, false, StandardCharsets.UTF_8), clock());
        this.workspace = new WorkspaceId(id());
        this.brand = new BrandId(id());
        this.people = new People(this, random.split());
        var byHand = new SplittableRandom(~seed);
        this.assisted = mutant.isAssisted() && !isCalm() && byHand.nextInt(3) == 0;
        this.helpers = new Helpers(this, byHand.split());
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "me"));
        stores.brands().create(Fixtures.brand(workspace, brand));
    }

    private boolean isCalm() {
        return plan instanceof Mischief.Plan.Calm;
    }

    /** How many targets an instance carries at once. */
    int room() {
        return room;
    }

    void room(int most) {
        room = most;
    }

    /** Every instance's own: ahead or behind as the one is whose step it is. */
    InstantSource clock() {
        return () ->
                timeline.owner() instanceof Instance instance ? timeline.now().plus(instance.skew()) : timeline.now();
    }

    Credentials credentials(CredentialStore store) {
        return new Credentials(store, new Sealer() {
            @Override
            public byte[] seal(byte[] plain, String sealedFor) {
                return plain;
            }

            @Override
            public byte[] open(byte[] sealed, String sealedFor) {
                return sealed;
            }
        });
    }

    /** Rising, and the same at every run of a seed. */
    private String id() {
        return "01JD%022d".formatted(++ids);
    }

    private Duration seconds(int least, int most) {
        return Duration.ofMillis(random.nextInt(least * 1000, most * 1000 + 1));
    }

    /** Runs the story to its end. */
    Verdict run() {
        populate();
        if (visited) {
            people.arrive();
        }
        if (assisted) {
            helpers.arrive();
        }
        return played();
    }

    /** The same of what was scheduled by hand. */
    Verdict played() {
        var minutes = BEFORE.plus(assisted ? WATCHED_WITH_HELPERS : WATCHED).toMinutes();
        for (var minute = 0; minute < minutes; minute++) {
            var at = DUE.minus(BEFORE).plus(Duration.ofMinutes(minute)).plus(seconds(0, 59));
            timeline.start(Timeline.Owner.NOBODY, at, this::wakeUp);
        }
        timeline.run();
        return new Verdict(this);
    }

    private void populate() {
        for (var count = 1 + random.nextInt(2); count > 0; count--) {
            channels.add(connect());
        }
        for (var count = 1 + random.nextInt(4); count > 0; count--) {
            schedule(
                    channels.get(random.nextInt(channels.size())),
                    maybeAnswering(said(count)),
                    DUE.plusSeconds(new int[] {0, 0, 0, 1, 20, 90}[random.nextInt(6)]));
        }
        if (assisted) {
            var theirs = connectByHand();
            for (var count = 1 + random.nextInt(2); count > 0; count--) {
                schedule(theirs, Fixtures.content("Vitrine " + count), DUE.plusSeconds(60L * random.nextInt(2)));
            }
        }
        if (!isCalm() && random.nextInt(safety == Safety.REFUSAL_NAMES_TWIN ? 6 : 2) == 0) {
            channels.forEach(channel -> accounts.byHand(
                    channel.account(), TEXTS.getFirst(), DUE.minus(Duration.ofMinutes(random.nextInt(10, 180)))));
        }
    }

    /**
     * Of every two posts one has parts that follow, alike now and then; a network that refuses what it has already sees few
     * of those.
     */
    private Content said(int number) {
        var text = TEXTS.get(random.nextInt(TEXTS.size()));
        var parts = new ArrayList<Part>();
        if (random.nextBoolean()) {
            var own = safety == Safety.REFUSAL_NAMES_TWIN && random.nextInt(4) != 0 ? " " + number : "";
            for (var count = random.nextInt(3); count > 0; count--) {
                var unlike = own.isEmpty() ? "" : own + "." + count;
                parts.add(part(Content.Kind.THREAD, FOLLOWING.get(random.nextInt(FOLLOWING.size())) + unlike));
            }
            if (parts.isEmpty() || random.nextBoolean()) {
                parts.add(part(Content.Kind.COMMENT, COMMENT + own));
            }
        }
        return new Content(
                text, Optional.empty(), List.of(), "fr", Optional.empty(), Optional.empty(), parts, Map.of());
    }

    /** One of three answers somebody, by a rule; an answer has no comment. */
    private Content maybeAnswering(Content content) {
        if (answers.nextInt(3) != 0) {
            return content;
        }
        var thread = content.parts().stream()
                .filter(part -> part.kind() == Content.Kind.THREAD)
                .toList();
        return answering(new Content(
                content.text(),
                content.link(),
                content.images(),
                content.language(),
                content.video(),
                content.poll(),
                thread,
                content.variants()));
    }

    private Content answering(Content content) {
        var theirs = SimulatedAccounts.THEIRS + answers.nextInt(2);
        return content.answering(Optional.of(new Answered("i", ItemKind.REPLY, theirs, "", "camille")));
    }

    Channel anyChannel() {
        return channels.get(answers.nextInt(channels.size()));
    }

    /** Somebody types an answer, or a rule gives one, which is due in a moment. */
    Target answer(Channel channel, Passes passes) {
        var text = TEXTS.get(answers.nextInt(TEXTS.size()));
        var content = answering(new Content(text, Optional.empty(), List.of(), "fr"));
        return schedule(channel, content, timeline.now().plusMillis(answers.nextInt(30_000)), passes);
    }

    private static Part part(Content.Kind kind, String text) {
        return new Part(kind, text, Optional.empty(), List.of());
    }

    Channel connect() {
        return connected(Fixtures.channel(workspace, brand, new ChannelId(id())));
    }

    private Channel connectByHand() {
        var channel = helpers.channel(brand, new ChannelId(id()));
        stores.channels().create(channel);
        credentials(stores.credentials()).replace(workspace, channel.id(), Helpers.credential(), Instant.MAX, 0);
        return channel;
    }

    /** An account of another workspace. */
    Channel elsewhere() {
        var other = new WorkspaceId(id());
        var theirs = new BrandId(id());
        stores.workspaces().create(Fixtures.workspace(other), Fixtures.owner(other, "lea"));
        stores.brands().create(Fixtures.brand(other, theirs));
        return connected(Fixtures.channel(other, theirs, new ChannelId(id())));
    }

    private Channel connected(Channel channel) {
        stores.channels().create(channel);
        credentials(stores.credentials())
                .replace(channel.workspace(), channel.id(), new Credential(Map.of("token", "t")), Instant.MAX, 0);
        var expiry = DUE.plus(Duration.ofHours(2));
        stores.agenda()
                .add(
                        Kind.REFRESH,
                        new Refresh(channel.workspace(), channel.id(), expiry, 0, false),
                        expiry.minusSeconds(60));
        return channel;
    }

    void schedule(Channel channel, Content content, Instant due) {
        schedule(channel, content, due, Passes.NONE);
    }

    private Target schedule(Channel channel, Content content, Instant due, Passes passes) {
        var id = new PostId(id());
        var schedule = new Schedule(due.atZone(ZoneOffset.UTC).toLocalDateTime(), ZoneOffset.UTC, due);
        var post = new Post(
                channel.workspace(),
                id,
                channel.brand(),
                content,
                Optional.of(schedule),
                1,
                "me",
                due.minus(Duration.ofHours(1)),
                1);
        var target = new Target(
                        channel.workspace(),
                        id,
                        channel.id(),
                        channel.brand(),
                        channel.network(),
                        1,
                        TargetState.SCHEDULED,
                        due,
                        Duration.ofMinutes(15),
                        0,
                        "",
                        Optional.empty(),
                        Optional.empty())
                .passing(passes);
        stores.posts().create(post, List.of(target));
        return target;
    }

    List<Target> targets() {
        return stores.agenda().all(Kind.TARGET, workspace, target -> true);
    }

    List<Target> targetsOf(Channel channel) {
        return stores.agenda().all(Kind.TARGET, channel.workspace(), target -> target.channel()
                .equals(channel.id()));
    }

    /** What a target says now. */
    Content content(Target target) {
        return stores.posts()
                .find(workspace, target.post())
                .orElseThrow()
                .post()
                .content();
    }

    /** The account of a target, and the text that a part of it was to say. */
    String place(Target target, int part) {
        return "account-" + target.channel() + " " + content(target).part(part).text();
    }

    private void wakeUp() {
        ended = targets().stream().allMatch(target -> target.state().ended()) ? ended + 1 : 0;
        if (ended > ENOUGH) {
            return;
        }
        switch (mischief.next(Fault.At.WAKE_UP).orElse(null)) {
            case WAKE_UP_LOST -> {}
            case CLOCK_IS_OFF -> begin(mischief.eitherWay(CLOCK_OFF_BY));
            case WAKE_UP_DOUBLED -> {
                begin();
                begin();
            }
            case null, default -> begin();
        }
    }

    private void begin() {
        begin(isCalm() ? Duration.ZERO : seconds(-1, 1));
    }

    private void begin(Duration skew) {
        new Process(this, new Instance(skew), random.split()).start();
    }

    @Override
    public String toString() {
        return "%s, %s, engine %s; what went wrong: %s".formatted(safety, plan, mutant, mischief.done());
    }
}
