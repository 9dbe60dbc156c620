package dev.parvis.functions.api.calendars;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.calendars.CalendarLink;
import dev.parvis.domain.calendars.CalendarLinks;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.functions.api.calls.AtOnce;
import dev.parvis.functions.api.calls.ChannelNames;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.kernel.secret.SignedToken.Opened;
import dev.parvis.vault.SealedTokens;

/**
 * {@code GET /c/{token}.ics}: a brand's calendar for a calendar program, which brings no login and reads it again and
 * again. It changes nothing. From a month ago to four months ahead, {@value #MOST} posts at most, the earliest; what has
 * not changed since is answered 304.
 */
public final class FeedRoute {
    static final String SUFFIX = ".ics";
    private static final Duration BACK = Duration.ofDays(31);
    private static final Duration AHEAD = Duration.ofDays(123);
    private static final int MOST = 500;

    private final SealedTokens tokens;
    private final Workspaces workspaces;
    private final Brands brands;
    private final Channels channels;
    private final CalendarLinks links;
    private final Posts posts;
    private final ChannelNames names;
    private final InstantSource clock;

    /** What is read. */
    public record Stores(Workspaces workspaces, Brands brands, Channels channels, CalendarLinks links, Posts posts) {}

    public FeedRoute(SealedTokens tokens, Stores stores, Networks networks, InstantSource clock) {
        this.tokens = tokens;
        this.workspaces = stores.workspaces();
        this.brands = stores.brands();
        this.channels = stores.channels();
        this.links = stores.links();
        this.posts = stores.posts();
        this.names = new ChannelNames(networks);
        this.clock = clock;
    }

    public void on(Router router) {
        router.get("/c/{token}", this::feed);
    }

    private Response feed(Request request) {
        return link(request)
                .flatMap(link ->
                        brands.find(link.workspace(), link.brand()).map(brand -> answer(request, feed(link, brand))))
                .orElseGet(() -> closed(gone(request)));
    }

    /** Calendar programs look at the status alone; a person reads the page. */
    private static Response gone(Request request) {
        var english = request.header("accept-language").orElse("fr").startsWith("en");
        return Response.text(404, "text/html; charset=utf-8", LostPage.of(english ? Language.EN : Language.FR))
                .withHeader(
                        "content-security-policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    }

    private String feed(CalendarLink link, Brand brand) {
        var called = new HashMap<ChannelId, String>();
        return new Feed(
                        link,
                        brand,
                        new FeedWords(language(link, brand)),
                        target -> called.computeIfAbsent(target.channel(), _ -> name(target)))
                .of(posts(link, brand));
    }

    private String name(Target target) {
        return names.of(target.network(), channels.find(target.workspace(), target.channel()));
    }

    /** The team's is the workspace's; the client's, that of their reports. */
    private Language language(CalendarLink link, Brand brand) {
        return switch (link.audience()) {
            case TEAM ->
                workspaces.find(link.workspace()).map(Workspace::language).orElseGet(() -> brand.reporting()
                        .language());
            case CLIENT -> brand.reporting().language();
        };
    }

    /** A link that is ours and was not taken back. */
    private Optional<CalendarLink> link(Request request) {
        var token = request.param("token");
        var bare = token.endsWith(SUFFIX) ? token.substring(0, token.length() - SUFFIX.length()) : token;
        return switch (tokens.open(CalendarLink.PURPOSE, bare)) {
            case Opened.Valid(var payload, var _) ->
                CalendarLink.Named.parse(payload)
                        .flatMap(named -> links.find(named.workspace(), named.brand(), named.id()));
            case Opened.Expired _, Opened.Forged _ -> Optional.empty();
        };
    }

    private static Response answer(Request request, String feed) {
        var tag = "\"" + Sha256.hex(feed).substring(0, 32) + "\"";
        var known = request.header("if-none-match").orElse("");
        var response = Stream.of(known.split(","))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(tag::equals)
                ? Response.empty(304)
                : Response.bytes(200, "text/calendar; charset=utf-8", feed.getBytes(StandardCharsets.UTF_8))
                        .withHeader("content-disposition", "inline; filename=\"parvis.ics\"");
        return closed(response.withHeader("etag", tag).withHeader("cache-control", "private, max-age=900"));
    }

    private static Response closed(Response response) {
        var kept = response.headers().containsKey("cache-control")
                ? response
                : response.withHeader("cache-control", "no-store");
        return kept.withHeader("referrer-policy", "no-referrer")
                .withHeader("x-content-type-options", "nosniff")
                .withHeader("x-robots-tag", "noindex, nofollow");
    }

    private List<PostWithTargets> posts(CalendarLink link, Brand brand) {
        var now = clock.instant();
        var from = now.minus(BACK);
        var until = now.plus(AHEAD);
        var last = YearMonth.from(until.atOffset(ZoneOffset.UTC));
        var found = new ArrayList<Post>();
        for (var month = YearMonth.from(from.atOffset(ZoneOffset.UTC));
                !month.isAfter(last) && found.size() < MOST;
                month = month.plusMonths(1)) {
            month(brand, month).stream()
                    .filter(post -> post.schedule()
                            .filter(at -> !at.at().isBefore(from) && at.at().isBefore(until))
                            .isPresent())
                    .forEach(found::add);
        }
        var wanted = found.stream().map(Post::id).limit(MOST).toList();
        var there = AtOnce.found(wanted, id -> posts.find(link.workspace(), id));
        return wanted.stream()
                .flatMap(id -> Optional.ofNullable(there.get(id)).stream())
                .toList();
    }

    private List<Post> month(Brand brand, YearMonth month) {
        var all = new ArrayList<Post>();
        var after = Optional.<String>empty();
        do {
            var page = posts.calendar(brand.workspace(), brand.id(), month, new PageRequest(PageRequest.MOST, after));
            all.addAll(page.items());
            after = page.next();
        } while (after.isPresent() && all.size() < MOST);
        return all;
    }
}
