package dev.parvis.functions.api;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

import dev.parvis.domain.approvals.Questions;
import dev.parvis.domain.calendar.Gaps;
import dev.parvis.domain.evergreen.EvergreenPosts;
import dev.parvis.domain.moderation.Acting;
import dev.parvis.domain.reports.MonthlyReports;
import dev.parvis.domain.series.Occurrences;
import dev.parvis.domain.series.SeriesPosts;
import dev.parvis.functions.api.approvals.ApprovalRoutes;
import dev.parvis.functions.api.approvals.ClientComments;
import dev.parvis.functions.api.approvals.ClientRoutes;
import dev.parvis.functions.api.approvals.ClientView;
import dev.parvis.functions.api.approvals.CommentRoutes;
import dev.parvis.functions.api.assisted.HelperRoutes;
import dev.parvis.functions.api.assisted.Tasks;
import dev.parvis.functions.api.brands.BrandRoutes;
import dev.parvis.functions.api.brands.GapRoute;
import dev.parvis.functions.api.brands.SheetRoutes;
import dev.parvis.functions.api.calls.Creation;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Pages;
import dev.parvis.functions.api.calls.Places;
import dev.parvis.functions.api.channels.ChannelRoutes;
import dev.parvis.functions.api.channels.ConnectChannel;
import dev.parvis.functions.api.channels.LimitsRoute;
import dev.parvis.functions.api.endpoints.DeliveryRoutes;
import dev.parvis.functions.api.endpoints.EndpointRoutes;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.functions.api.history.HistoryRoutes;
import dev.parvis.functions.api.history.PostHistory;
import dev.parvis.functions.api.history.PostHistoryRoute;
import dev.parvis.functions.api.history.VerificationRoute;
import dev.parvis.functions.api.inbox.InboxRoutes;
import dev.parvis.functions.api.media.MediaRoutes;
import dev.parvis.functions.api.mentions.MentionRoutes;
import dev.parvis.functions.api.networks.NetworkRoutes;
import dev.parvis.functions.api.posts.AnswerRoutes;
import dev.parvis.functions.api.posts.EntryRoutes;
import dev.parvis.functions.api.posts.PostRoutes;
import dev.parvis.functions.api.posts.PreviewRoute;
import dev.parvis.functions.api.posts.QueueRoutes;
import dev.parvis.functions.api.posts.SeriesRoutes;
import dev.parvis.functions.api.posts.SightingRoute;
import dev.parvis.functions.api.reports.LinkRoutes;
import dev.parvis.functions.api.reports.ReportRoutes;
import dev.parvis.functions.api.rules.RuleRoutes;
import dev.parvis.functions.api.slots.BestTimesRoute;
import dev.parvis.functions.api.slots.SlotRoutes;
import dev.parvis.functions.api.sources.SourceRoutes;
import dev.parvis.functions.api.workspaces.MemberRoutes;
import dev.parvis.functions.api.workspaces.Owner;
import dev.parvis.functions.api.workspaces.WorkspaceRoutes;
import dev.parvis.kernel.http.in.Problems;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.ids.Ulids;
import dev.parvis.kernel.log.Log;
import dev.parvis.vault.SealedTokens;

/** Puts every room's routes on one router. */
final class Api {
    private final Rooms rooms;
    private final Settings settings;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Creation creation;
    private final Pages pages;
    private final Deeds deeds;
    private final Doing doing;

    /** @param poll how often a new channel's notifications are polled */
    record Settings(Owner owner, Duration poll) {}

    Api(Rooms rooms, Settings settings, InstantSource clock, SecureRandom random) {
        this.rooms = rooms;
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.creation = new Creation(rooms.stores().idempotency(), new Ulids(clock, random), clock);
        this.pages = new Pages(new SealedTokens(rooms.sealer(), clock), clock);
        this.deeds = new Deeds(rooms.stores().audit(), clock);
        this.doing = new Doing(rooms, clock, random);
    }

    Router router(Log log) {
        var router = new Router(new Problems(new Ulids(clock, random)::next, log));
        var members = new Members(rooms.stores().workspaces(), new Places(things()));
        router.get("/openapi.json", new OpenApiRoute()::handle);
        tenants(router, members);
        publishing(router, members);
        new Stopping(rooms, doing, calls()).on(router, members, clock);
        listening(router, members);
        reporting(router, members);
        return router;
    }

    private PostRoutes.Calls calls() {
        return new PostRoutes.Calls(creation, pages, deeds, doing.requests(), doing.approvals());
    }

    private Places.Stores things() {
        var stores = rooms.stores();
        return new Places.Stores(
                stores.posts(), stores.channels(), stores.media(), stores.sources(), stores.reports(), stores.items());
    }

    private void tenants(Router router, Members members) {
        var stores = rooms.stores();
        new WorkspaceRoutes(stores.workspaces(), stores.agenda(), settings.owner(), creation, clock)
                .on(router, members);
        new MemberRoutes(stores.workspaces(), stores.brands(), stores.stopLinks(), deeds).on(router, members);
        var monthly = new MonthlyReports(stores.reports(), clock);
        new BrandRoutes(new BrandRoutes.Stores(stores.workspaces(), stores.brands(), monthly), creation, pages, clock)
                .on(router, members);
        new SheetRoutes(new SheetRoutes.Stores(stores.brands(), stores.channels(), stores.sheets()), deeds)
                .on(router, members);
        new GapRoute(stores.brands(), gaps()).on(router, members);
        new NetworkRoutes(rooms.networks()).on(router);
        new EndpointRoutes(
                        new EndpointRoutes.Parts(stores.endpoints(), rooms.sealer(), rooms.outbound()),
                        random,
                        creation,
                        clock)
                .on(router, members);
        var told = new DeliveryRoutes.Stores(stores.endpoints(), stores.sent(), stores.agenda());
        new DeliveryRoutes(told, pages, deeds, clock).on(router, members);
        new HistoryRoutes(stores.audit(), stores.agenda(), pages, clock).on(router, members);
        new VerificationRoute(stores.audit(), stores.seals(), rooms.files(), clock).on(router, members);
    }

    private void publishing(Router router, Members members) {
        var stores = rooms.stores();
        var connect = new ConnectChannel(
                new ConnectChannel.Stores(stores.channels(), doing.credentials(), stores.sources(), stores.agenda()),
                rooms.announcer(),
                clock,
                settings.poll());
        new ChannelRoutes(
                        new ChannelRoutes.Stores(
                                stores.brands(), stores.channels(), stores.sources(), stores.slots(), rooms.networks()),
                        connect,
                        creation,
                        pages,
                        clock)
                .on(router, members);
        var library = new Library(rooms, doing.connections(), clock);
        library.on(router, members, new MediaRoutes.Calls(creation, pages, deeds));
        new SlotRoutes(new SlotRoutes.Stores(stores.brands(), stores.channels(), stores.slots()), deeds, clock)
                .on(router, members);
        new BestTimesRoute(
                        new BestTimesRoute.Stores(
                                stores.brands(), stores.channels(), stores.posts(), stores.snapshots()),
                        clock)
                .on(router, members);
        new LimitsRoute(doing.connections(), rooms.networks()).on(router, members);
        var written = new PostRoutes.Stores(
                stores.brands(),
                stores.channels(),
                stores.sheets(),
                stores.posts(),
                stores.checks(),
                stores.slots(),
                library.usable(),
                doing.connections(),
                rooms.networks(),
                rooms.cards(),
                stores.items());
        posts(written, router, members);
    }

    private void posts(PostRoutes.Stores written, Router router, Members members) {
        var stores = rooms.stores();
        var history =
                new PostHistory(new PostHistory.Stores(stores.audit(), stores.channels(), rooms.networks()), pages);
        new PostRoutes(written, calls(), history, clock).on(router, members);
        var around = new AnswerRoutes.Around(doing.answers(), stores.holds(), doing.watching());
        new AnswerRoutes(written, around, calls(), clock).on(router, members);
        new PreviewRoute(written, clock).on(router, members);
        new PostHistoryRoute(stores.posts(), history).on(router, members);
        new ApprovalRoutes(stores.posts(), doing.approvals()).on(router, members);
        new CommentRoutes(
                        new CommentRoutes.Stores(stores.posts(), stores.comments(), doing.discussion()),
                        creation,
                        clock)
                .on(router, members);
        series(written).on(router, members);
        queues(written, router, members);
        new Calendars(rooms, creation, deeds, clock).on(written, router, members);
        sightings().on(router, members);
    }

    private Gaps gaps() {
        var stores = rooms.stores();
        return new Gaps(
                new Gaps.Stores(stores.channels(), stores.sheets(), stores.slots(), stores.posts(), stores.series()),
                new Occurrences(rooms.rules()),
                clock);
    }

    private SeriesRoutes series(PostRoutes.Stores written) {
        var stores = rooms.stores();
        var occurrences = new Occurrences(rooms.rules());
        var posts = new SeriesPosts(
                new SeriesPosts.Stores(
                        stores.agenda(),
                        stores.series(),
                        stores.posts(),
                        stores.brands(),
                        stores.channels(),
                        stores.sheets()),
                occurrences,
                clock);
        var making = new SeriesRoutes.Making(stores.series(), occurrences, posts, new Ulids(clock, random)::next);
        return new SeriesRoutes(written, making, calls(), clock);
    }

    private void queues(PostRoutes.Stores written, Router router, Members members) {
        var stores = rooms.stores();
        var posts = new EvergreenPosts(
                new EvergreenPosts.Stores(
                        stores.agenda(),
                        stores.queues(),
                        stores.posts(),
                        stores.brands(),
                        stores.channels(),
                        stores.slots(),
                        stores.media(),
                        stores.sheets()),
                clock);
        var filling = new QueueRoutes.Filling(stores.queues(), posts, stores.channels());
        new QueueRoutes(written, filling, calls(), clock).on(router, members);
        new EntryRoutes(written, filling, calls()).on(router, members);
    }

    private SightingRoute sightings() {
        var stores =
                new SightingRoute.Stores(rooms.stores().posts(), rooms.stores().channels(), rooms.networks());
        return new SightingRoute(stores, deeds, clock);
    }

    private void listening(Router router, Members members) {
        var stores = rooms.stores();
        var sources = new SourceRoutes.Stores(
                stores.brands(), stores.sources(), stores.channels(), stores.sheets(), rooms.outbound());
        new SourceRoutes(sources, creation, pages, clock).on(router, members);
        new MentionRoutes(stores.brands(), stores.mentions(), pages, clock).on(router, members);
        new RuleRoutes(stores.brands(), stores.rules(), creation, deeds, clock).on(router, members);
        new InboxRoutes(
                        new InboxRoutes.Stores(stores.brands(), stores.items(), stores.posts()),
                        new InboxRoutes.Doing(
                                new Acting(rooms.networks(), doing.connections(), doing.renewals()), doing.watching()),
                        pages,
                        deeds,
                        clock)
                .on(router, members);
    }

    private void reporting(Router router, Members members) {
        var stores = rooms.stores();
        new ReportRoutes(
                        new ReportRoutes.Stores(stores.brands(), stores.reports(), rooms.files(), rooms.announcer()),
                        creation,
                        pages,
                        clock)
                .on(router, members);
        var seen = new ClientView.Stores(
                stores.brands(), stores.channels(), stores.media(), stores.comments(), rooms.networks(), rooms.files());
        new ClientRoutes(
                        new SealedTokens(rooms.sealer(), clock),
                        new ClientView(seen, new Questions(stores.posts(), clock)),
                        doing.approvals(),
                        new ClientComments(doing.discussion(), clock))
                .on(router);
        var tasks = new Tasks(
                new Tasks.Stores(stores.posts(), stores.brands(), stores.holds(), stores.media(), stores.audit()),
                doing.connections(),
                rooms.networks(),
                rooms.files(),
                clock);
        new HelperRoutes(new SealedTokens(rooms.sealer(), clock), tasks).on(router);
        new LinkRoutes(stores.reports(), stores.brands(), rooms.files(), new SealedTokens(rooms.sealer(), clock))
                .on(router);
    }
}
