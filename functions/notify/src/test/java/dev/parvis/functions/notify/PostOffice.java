package dev.parvis.functions.notify;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.approvals.Questions;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.domain.notices.Endpoint;
import dev.parvis.domain.notices.EndpointId;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.sink.WebhookSink;
import dev.parvis.kernel.config.HostPort;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.vault.SealedTokens;

/** The function over stores in memory; webhooks go to a real sink, mails into a list. */
final class PostOffice implements AutoCloseable {
    static final String SECRET = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    static final Duration LEASE = Duration.ofMinutes(3);

    final ManualClock clock = new ManualClock(Fixtures.NOON);
    final InMemoryStores stores = new InMemoryStores(clock, LEASE);
    final WebhookSink sink = WebhookSink.start(FakeServer.Options.LOOPBACK, SECRET, SteerableClock.on(clock));
    final List<Mailer.Mail> mails = new ArrayList<>();
    final Deque<Mailer.Mailing> mailings = new ArrayDeque<>();
    final WorkspaceId workspace = Fixtures.workspaceId();
    final BrandId brand = Fixtures.brandId();
    final ChannelId channel = Fixtures.channelId();
    final SealedTokens tokens = new SealedTokens(new Open(), clock);
    final EndpointId endpoint = new EndpointId(Fixtures.id());
    /** At which mail from now the process dies; never, when it is 0. */
    int dies;

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    PostOffice(Language language, String... addresses) {
        stores.workspaces()
                .create(
                        new Workspace(
                                workspace,
                                "Atelier <Lumière>",
                                Fixtures.PARIS,
                                language,
                                List.of(addresses),
                                Fixtures.NOON,
                                1),
                        Fixtures.owner(workspace, "me"));
        stores.brands().create(Fixtures.brand(workspace, brand));
        stores.channels().create(Fixtures.channel(workspace, brand, channel));
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

    /** The workspace wants to be told at the sink, or elsewhere. */
    PostOffice told(URI where, Event.Type... types) {
        var sealed = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));
        stores.endpoints().create(new Endpoint(workspace, endpoint, where, Set.of(types), sealed, Fixtures.NOON, 1));
        return this;
    }

    Event happened(Event.Type type) {
        return happened(type, Map.of("channel", channel.value(), "network", "sandbox"));
    }

    Event happened(Event.Type type, Map<String, String> more) {
        var detail = new HashMap<>(more);
        detail.put("brand", brand.value());
        detail.put("post", "01POST");
        var event = new Event(
                "event-1." + type.wire() + more.getOrDefault("stage", ""), type, workspace, clock.instant(), detail);
        new Notices(stores.agenda(), stores.endpoints(), _ -> true, clock).tell(event);
        return event;
    }

    NotifyDue.Summary run() {
        var log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), clock);
        var approvals = new ApprovalMails(
                () -> this::send,
                new ApprovalMails.Stores(stores.workspaces(), stores.brands(), new Questions(stores.posts(), clock)),
                new ApprovalMails.Links(tokens, () -> URI.create("https://parvis.example")),
                clock);
        var texts = new MailTexts(new MailTexts.Stores(
                stores.brands(),
                stores.channels(),
                new AccountFacts(stores.channels(), stores.sources()),
                new PostFacts(stores.posts(), stores.comments()),
                approvals::waiting));
        var allowed = Set.of(HostPort.of(sink.endpoint()).orElseThrow());
        var deliverer = new Deliverer(
                new Deliverer.Stores(stores.agenda(), stores.workspaces(), stores.endpoints(), stores.sent()),
                new Deliverer.Means(
                        new Mails(() -> this::send, texts),
                        approvals,
                        new HelperMails(
                                () -> this::send,
                                new HelperMails.Stores(
                                        stores.posts(),
                                        stores.holds(),
                                        stores.workspaces(),
                                        stores.brands(),
                                        stores.channels()),
                                tokens,
                                () -> URI.create("https://parvis.example")),
                        new Webhooks(new Outbound(clock, allowed), new Open(), clock)),
                clock,
                log);
        return new NotifyDue(stores.agenda(), deliverer, clock, log).run(Deadline.in(Duration.ofMinutes(5)));
    }

    synchronized Mailer.Mailing send(Mailer.Mail mail) {
        dies--;
        if (dies == 0) {
            throw new IllegalStateException("killed before the mail was sent");
        }
        var next = mailings.isEmpty() ? new Mailer.Mailing.Sent("m-1") : mailings.poll();
        if (next instanceof Mailer.Mailing.Sent) {
            mails.add(mail);
        }
        return next;
    }

    boolean somethingWaits(Duration within) {
        return !stores.agenda()
                .claim(Kind.DELIVERY, clock.instant().plus(within), 10)
                .claims()
                .isEmpty();
    }

    String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        sink.close();
    }
}
