package dev.parvis.functions.moderate;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.mentions.Mention;
import dev.parvis.domain.mentions.Mentions;
import dev.parvis.domain.mentions.Watching;
import dev.parvis.domain.moderation.Acting;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.moderation.Condition;
import dev.parvis.domain.moderation.Rule;
import dev.parvis.domain.moderation.RuleId;
import dev.parvis.domain.moderation.Rules;
import dev.parvis.domain.networks.Moderates;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.notices.Notices;
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
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private int said;

    /** Hides when asked; answers by script first. Deleting is not offered. */
    static final class Square implements Network, Moderates {
        final Deque<Moderation> script = new ArrayDeque<>();
        final List<String> hidden = new ArrayList<>();

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

    static Condition words(String... words) {
        return new Condition(List.of(words), false, List.of());
    }

    /** Somebody (camille.example) says this; the interaction's id. */
    String said(String text) {
        var item = Fixtures.item(workspace, "n-" + ++said, text, clock.instant());
        var interaction = Fixtures.interaction(item, brand, channel);
        stores.items().keep(interaction);
        return interaction.id();
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
        var acting = new Acting(networks, new Connections(stores.channels(), credentials()), renewals);
        var outcomes = new Outcomes(
                new Outcomes.Stores(agenda, notices, breaking.port(Audit.class, stores.audit())), clock, log);
        var moderator = new Moderator(
                new Watching(
                        breaking.port(Brands.class, stores.brands()),
                        breaking.port(Mentions.class, stores.mentions()),
                        notices),
                breaking.port(Rules.class, stores.rules()),
                acting,
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
