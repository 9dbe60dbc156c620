package dev.parvis.functions.moderate;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.answers.Answers;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.items.Author;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKey;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.items.Items;
import dev.parvis.domain.mentions.Mention;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.mentions.Watching;
import dev.parvis.domain.moderation.Acting;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.moderation.Condition;
import dev.parvis.domain.moderation.Reply;
import dev.parvis.domain.moderation.Rule;
import dev.parvis.domain.moderation.RuleId;
import dev.parvis.domain.moderation.Rules;
import dev.parvis.domain.networks.Moderates;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.replies.AutomaticReplies;
import dev.parvis.domain.replies.Pace;
import dev.parvis.domain.replies.Regulars;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** The function over stores in memory, a brand and its channel. */
final class Court {
    static final Duration LEASE = Duration.ofMinutes(3);

    final MutableClock clock = new MutableClock(Fixtures.NOON);
    final InMemoryStores stores = new InMemoryStores(clock, LEASE);
    final List<Event> told = new ArrayList<>();
    final WorkspaceId workspace = Fixtures.workspaceId();
    final BrandId brand = Fixtures.brandId();
    final ChannelId channel = Fixtures.channelId();
    final Square square = new Square();
    ItemKind kind = ItemKind.REPLY;
    String author = "camille";
    Optional<String> parent = Optional.empty();
    Optional<String> handle = Optional.empty();
    boolean nobody;
    /** What happens while the function writes posts. */
    UnaryOperator<Posts> between = posts -> posts;

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private int said;

    /** Hides when asked; answers by script first. Deleting is not offered. Takes 40 characters, which somebody else sends. */
    static final class Square implements Network, Moderates, Unsent {
        final Deque<Moderation> script = new ArrayDeque<>();
        final List<String> hidden = new ArrayList<>();
        boolean publishes = true;

        @Override
        public Optional<Publishes> publishes() {
            return publishes ? Optional.of(this) : Optional.empty();
        }

        @Override
        public NetworkId id() {
            return Fixtures.SANDBOX;
        }

        @Override
        public String title() {
            return "Square";
        }

        @Override
        public Optional<Moderates> moderates() {
            return Optional.of(this);
        }

        @Override
        public Set<Action> actions() {
            return Set.of(Action.HIDE);
        }

        @Override
        public synchronized Moderation act(Connection connection, Action action, Item item) {
            var next = script.isEmpty() ? new Moderation.Done("hidden") : script.poll();
            if (next instanceof Moderation.Done) {
                hidden.add(item.key().nativeId());
            }
            return next;
        }
    }

    Court() {
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "me"));
        stores.brands().create(Fixtures.brand(workspace, brand));
        stores.channels().create(Fixtures.channel(workspace, brand, channel));
        credentials().replace(workspace, channel, new Credential(Map.of("token", "t")), Instant.MAX, 0);
    }

    private Credentials credentials() {
        return new Credentials(stores.credentials(), new Open());
    }

    /** Seals nothing: what is sealed is tested elsewhere. */
    private static final class Open implements Sealer {
        @Override
        public byte[] seal(byte[] plain, String sealedFor) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed, String sealedFor) {
            return sealed;
        }
    }

    Rule rule(int order, Condition condition, Action action) {
        var rule = new Rule(
                workspace,
                new RuleId(Fixtures.id()),
                brand,
                "rule " + order,
                true,
                order,
                condition,
                action,
                clock.instant(),
                1);
        stores.rules().create(rule);
        return rule;
    }

    Rule replying(int order, String text, String... words) {
        var rule = new Rule(
                workspace,
                new RuleId(Fixtures.id()),
                brand,
                "rule " + order,
                true,
                order,
                words(words),
                Action.REPLY,
                Optional.of(new Reply(text)),
                clock.instant(),
                1);
        stores.rules().create(rule);
        return rule;
    }

    static Condition words(String... words) {
        return new Condition(List.of(words), false, List.of());
    }

    /** Somebody (camille.example) says this; the interaction's id. */
    String said(String text) {
        var item = item("n-" + ++said, text, clock.instant());
        var interaction = Fixtures.interaction(item, brand, channel);
        stores.items().keep(interaction);
        return interaction.id();
    }

    private Item item(String nativeId, String text, Instant at) {
        return new Item(
                new ItemKey(workspace, Fixtures.SANDBOX, nativeId),
                kind,
                nobody
                        ? Author.UNKNOWN
                        : new Author("did:plc:" + author, handle.orElse(author + ".example"), "Camille", ""),
                text,
                "",
                at.minusSeconds(60),
                at,
                parent);
    }

    String saidLongAgo(String text, Duration ago) {
        var now = clock.instant();
        var old = item("n-" + ++said, text, now.minus(ago));
        var item = new Item(old.key(), old.kind(), old.author(), text, "", now.minus(ago), now, Optional.empty());
        var interaction = Fixtures.interaction(item, brand, channel);
        stores.items().keep(interaction);
        return interaction.id();
    }

    /** Another channel of the workspace, on the same network. */
    Channel ourAccount(String account, String name) {
        var like = Fixtures.channel(workspace, brand, Fixtures.channelId());
        var ours = new Channel(
                workspace,
                like.id(),
                brand,
                like.network(),
                like.server(),
                account,
                name,
                like.state(),
                "",
                like.connectedAt(),
                1);
        stores.channels().create(ours);
        return ours;
    }

    void approving(Approving.Policy policy) {
        var now = stores.brands().find(workspace, brand).orElseThrow();
        stores.brands()
                .change(new Brand(
                        now.workspace(),
                        now.id(),
                        now.name(),
                        now.zone(),
                        now.watch(),
                        now.reporting(),
                        now.lateness(),
                        new Approving(policy, List.of()),
                        now.publishing(),
                        now.createdAt(),
                        now.version()));
    }

    /** All the posts that answer an interaction. */
    List<PostWithTargets> answers(String id) {
        return now(id).answers().stream()
                .flatMap(answer -> stores.posts().find(workspace, new PostId(answer.post())).stream())
                .toList();
    }

    /** All the answers that there are, whatever interactions say. */
    List<Post> everySaid() {
        return stores.posts()
                .answers(
                        workspace,
                        brand,
                        YearMonth.from(clock.instant().atZone(ZoneOffset.UTC)),
                        PageRequest.first(100))
                .items();
    }

    /** The publisher has sent what waits, as native ids that begin so; what a stop covers it holds. */
    void sent(String prefix) {
        finishEach(target ->
                stores.holds().stops(workspace).over(brand, Fixtures.SANDBOX).isEmpty()
                        ? target.published(new Publication(
                                prefix + target.post(), "https://example/" + target.post(), clock.instant(), false))
                        : target.without(TargetState.HELD, "crise"));
    }

    void refused() {
        finishEach(target -> target.without(TargetState.FAILED, "no"));
    }

    private void finishEach(UnaryOperator<Target> now) {
        stores.agenda().claim(Kind.TARGET, clock.instant(), 50).claims().forEach(claim -> stores.agenda()
                .finish(claim, now.apply(claim.work()), Next.never()));
    }

    Interaction now(String id) {
        return stores.items().interaction(workspace, id).orElseThrow();
    }

    ModerateDue.Summary run() {
        return run(new Breaking(0, false));
    }

    ModerateDue.Summary run(Breaking breaking) {
        var log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), clock);
        var agenda = breaking.port(Agenda.class, stores.agenda());
        var notices = new Notices(agenda, stores.endpoints(), told::add, clock);
        var networks = new Networks(List.of(square));
        var renewals = new Renewals(
                new Renewals.Stores(agenda, stores.channels(), credentials()), networks, notices, clock, new Random(7));
        var connections = new Connections(stores.channels(), credentials());
        var posts = breaking.port(Posts.class, between.apply(stores.posts()));
        var replies = new AutomaticReplies(
                new AutomaticReplies.Stores(
                        agenda,
                        stores.brands(),
                        stores.channels(),
                        posts,
                        breaking.port(Regulars.class, stores.regulars()),
                        breaking.port(Pace.class, stores.pace())),
                new Answers(posts, stores.holds(), stores.audit(), clock),
                connections,
                networks,
                clock);
        var deeds = new Moderator.Deeds(new Acting(networks, connections, renewals), replies);
        var outcomes = new Outcomes(
                new Outcomes.Stores(agenda, notices, breaking.port(Audit.class, stores.audit())), clock, log);
        var moderator = new Moderator(
                new Watching(
                        breaking.port(Brands.class, stores.brands()),
                        breaking.port(Mentions.class, stores.mentions()),
                        notices),
                breaking.port(Rules.class, stores.rules()),
                deeds,
                new FollowUp(breaking.port(Items.class, stores.items()), posts, outcomes, clock),
                outcomes);
        return new ModerateDue(agenda, moderator, clock, log).run(Deadline.in(Duration.ofMinutes(5)));
    }

    List<Mention> mentions() {
        return stores.mentions()
                .list(
                        workspace,
                        brand,
                        Fixtures.NOON.minus(Duration.ofDays(1)),
                        Fixtures.NOON.plus(Duration.ofDays(9)),
                        PageRequest.first(100))
                .items();
    }

    List<AuditEntry> trail() {
        return stores.audit()
                .list(workspace, YearMonth.of(2026, 11), PageRequest.first(100))
                .items();
    }

    String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }
}
