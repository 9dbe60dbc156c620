package dev.parvis.functions.api;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;

import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.cards.Card;
import dev.parvis.domain.cards.Cards;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.crisis.StopGrant;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.functions.api.workspaces.Owner;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.networks.assisted.Assisted;
import dev.parvis.networks.images.ImageSizer;
import dev.parvis.networks.originals.Examination;
import dev.parvis.recurrence.LibRecurRules;
import dev.parvis.table.ParvisTable;
import dev.parvis.vault.AesSealer;

/** The whole API at one desk: calls go to the router as the gateway would hand them over, by whom the test says. */
final class Desk {
    static final URI SERVER = URI.create("https://sandbox.example");

    final MutableClock clock;
    final Sealer sealer = new AesSealer(() -> new byte[32], new SecureRandom());
    final ObligingNetwork sandbox = new ObligingNetwork("sandbox", 500);
    final ObligingNetwork terse = new ObligingNetwork("terse", 20);
    final ObligingNetwork mute = new ObligingNetwork("mute", 0);
    final List<Event> told = new ArrayList<>();
    /** The web's pages: all others do not answer. */
    final Map<String, Card> pages = new LinkedHashMap<>();
    /** Of which pages were asked for, in order. */
    final List<String> asked = new ArrayList<>();

    final Rooms.Stores stores;
    final Files files;
    final Sample sample;
    final Router router;
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    private Desk(Rooms.Stores stores, Supplier<Files> files, Optional<Networks> real, URI server, MutableClock clock) {
        this.clock = clock;
        this.stores = stores;
        this.files = files.get();
        this.sample = new Sample(stores, sealer, server);
        var networks = real.orElseGet(() -> new Networks(List.<Network>of(sandbox, terse, mute, new Assisted())));
        var rooms = new Rooms(
                stores,
                files,
                new Examination(),
                new ImageSizer(),
                sealer,
                told::add,
                networks,
                this::read,
                new LibRecurRules(),
                outbound());
        var settings = new Api.Settings(new Owner(Sample.OWNER), Duration.ofMinutes(5));
        this.router = new Api(rooms, settings, clock, new SecureRandom())
                .router(new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), clock));
    }

    private Map<String, Cards.Read> read(Set<String> urls) {
        asked.addAll(urls);
        var read = new LinkedHashMap<String, Cards.Read>();
        urls.forEach(url -> read.put(
                url,
                pages.containsKey(url)
                        ? new Cards.Read.Found(pages.get(url))
                        : new Cards.Read.NotRead("not_answered", "The link names a server that does not exist.")));
        return read;
    }

    private Outbound outbound() {
        return new Outbound(clock, Set.of());
    }

    /** Everything in memory, and the sample settled in it. */
    static Desk settled() {
        var files = new ShelfFiles();
        var clock = new MutableClock(Sample.NOW);
        var desk = new Desk(inMemory(clock), () -> files, Optional.empty(), SERVER, clock);
        desk.sample.settle();
        return desk;
    }

    /** Over given stores; nothing is settled. */
    static Desk over(Rooms.Stores stores, Files files) {
        return over(stores, files, new MutableClock(Sample.NOW));
    }

    static Desk over(Rooms.Stores stores, Files files, MutableClock clock) {
        return new Desk(stores, () -> files, Optional.empty(), SERVER, clock);
    }

    /** Over given stores and networks, the sandbox being there. */
    static Desk over(Rooms.Stores stores, Files files, Networks networks, URI server) {
        return new Desk(stores, () -> files, Optional.of(networks), server, new MutableClock(Sample.NOW));
    }

    static Rooms.Stores stores(ParvisTable table) {
        return Wiring.stores(table, table.posts());
    }

    static Rooms.Stores inMemory() {
        return inMemory(new MutableClock(Sample.NOW));
    }

    private static Rooms.Stores inMemory(MutableClock clock) {
        var all = new InMemoryStores(clock, Duration.ofMinutes(3));
        return new Rooms.Stores(
                all.workspaces(),
                all.brands(),
                all.channels(),
                all.credentials(),
                all.posts(),
                all.comments(),
                all.sheets(),
                all.slots(),
                all.checks(),
                all.series(),
                all.calendarLinks(),
                all.imports(),
                all.queues(),
                all.snapshots(),
                all.holds(),
                all.stopLinks(),
                all.media(),
                all.sources(),
                all.items(),
                all.mentions(),
                all.rules(),
                all.reports(),
                all.endpoints(),
                all.sent(),
                all.audit(),
                all.seals(),
                all.agenda(),
                all.idempotency());
    }

    /** What creating a workspace is answered, by claims and body, where somebody else is the owner. */
    BiFunction<Map<String, String>, Json, Integer> routerFor(Owner owner) {
        var rooms = new Rooms(
                stores,
                () -> files,
                new Examination(),
                new ImageSizer(),
                sealer,
                told::add,
                new Networks(List.<Network>of(sandbox)),
                this::read,
                new LibRecurRules(),
                outbound());
        var other = new Api(rooms, new Api.Settings(owner, Duration.ofMinutes(5)), clock, new SecureRandom())
                .router(new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), clock));
        return (claims, body) -> other.handle(Request.of("POST", "/v1/workspaces", Map.of(), body.bytes())
                        .withClaims(claims))
                .status();
    }

    /** Workers have given the sample's target up; then it is as early as before. */
    void givenUp() {
        var now = clock.instant();
        clock.set(Sample.DUE);
        for (var claims = 0; claims <= Kind.MOST_CLAIMS; claims++) {
            stores.agenda().claim(Kind.TARGET, clock.instant(), 10);
            clock.advance(Duration.ofHours(1));
        }
        clock.set(now);
    }

    /** The sample's target was being sent when its worker died. */
    Claim<Target> sending() {
        clock.set(Sample.DUE);
        var claim =
                stores.agenda().claim(Kind.TARGET, clock.instant(), 1).claims().getFirst();
        var attempt = new Attempt(
                claim.work().clientKey(), "print", Sample.DUE, Sample.DUE, Sample.DUE.plusSeconds(200), "trace");
        var sending = claim.work().sending(attempt);
        stores.agenda().progress(claim, sending);
        return new Claim<>(claim.kind(), sending, claim.due(), claim.lease());
    }

    /** A stop has held the sample's target at its second; then it is as early as before. */
    void held() {
        var now = clock.instant();
        clock.set(Sample.DUE.plus(Target.EXPIRES_AFTER));
        stores.agenda().claim(Kind.TARGET, clock.instant(), 10).claims().forEach(claim -> stores.agenda()
                .finish(claim, claim.work().without(TargetState.HELD, "Incident"), Next.never()));
        clock.set(now);
    }

    /** The file of the sample's media has come. */
    void uploaded() {
        files.create("w/" + Sample.WORKSPACE + "/media/" + Sample.MEDIA, "image/jpeg", Sample.file());
    }

    /** Nothing is stopped any more. */
    void calm() {
        stores.holds().in(Sample.WORKSPACE).forEach(hold -> stores.holds()
                .release(Sample.WORKSPACE, hold, clock.instant(), Sample.OWNER));
    }

    /** A member has a link that stops the workspace. */
    void linked(String subject) {
        stores.stopLinks()
                .put(new StopGrant(
                        Sample.WORKSPACE,
                        subject,
                        Optional.empty(),
                        "serial",
                        Sample.OWNER,
                        Sample.NOW,
                        Sample.NOW.plus(Duration.ofDays(90))));
    }

    /** Its call did not say whether it was taken, and is over. */
    void doubted() {
        var claim = sending();
        stores.agenda().finish(claim, claim.work().uncertain("a time-out"), Next.at(Sample.DUE.plusSeconds(300)));
        clock.advance(Duration.ofMinutes(5));
    }

    String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }

    static String path(String rest) {
        return "/v1/workspaces/" + Sample.WORKSPACE + rest;
    }

    /** A call to be made. */
    Call as(String subject) {
        return new Call(subject.isEmpty() ? Map.of() : Map.of("sub", subject), Map.of());
    }

    Response handle(Request request) {
        return router.handle(request);
    }

    /** Who calls, with which headers. */
    final class Call {
        private final Map<String, String> claims;
        private final Map<String, String> headers;

        private Call(Map<String, String> claims, Map<String, String> headers) {
            this.claims = claims;
            this.headers = headers;
        }

        Call claiming(Map<String, String> more) {
            return new Call(more, headers);
        }

        Call with(String name, String value) {
            var more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Call(claims, more);
        }

        Response get(String path) {
            return send("GET", path, new byte[0]);
        }

        Response post(String path, Json body) {
            return send("POST", path, body.bytes());
        }

        Response patch(String path, Json body) {
            return send("PATCH", path, body.bytes());
        }

        Response put(String path, Json body) {
            return send("PUT", path, body.bytes());
        }

        Response delete(String path) {
            return send("DELETE", path, new byte[0]);
        }

        Response send(String method, String path, byte[] body) {
            return handle(Request.of(method, path, headers, body).withClaims(claims));
        }
    }
}
