package dev.parvis.networks.feeds;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

import dev.parvis.domain.items.Item;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.http.out.Answer;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.CallFailed;
import dev.parvis.kernel.http.out.Limits;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.http.out.Policy;
import dev.parvis.kernel.http.out.Redirects;

/**
 * Polls a feed: RSS, Atom or JSON Feed, whatever its media type claims. Asks with the validators of the last poll,
 * follows {@value #MOST_REDIRECTS} redirects with every address checked on the way, takes 5 MB after decompression and
 * {@value #MOST_ENTRIES} entries, and throws nothing: what is wrong with a feed is an answer for a person.
 */
public final class FeedReader {
    /** The network of everything found outside of networks. */
    public static final NetworkId WEB = new NetworkId("web");

    static final int MOST_ENTRIES = 1000;
    static final int MOST_BYTES = 5_000_000;
    static final int MOST_REDIRECTS = 5;
    static final int LONGEST_URL = 500;
    /** At a feed's first poll what is older than this is no news. */
    static final Duration FIRST_LOOK = Duration.ofDays(30);

    private static final String ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json,"
            + " application/xml;q=0.9, application/json;q=0.8, */*;q=0.1";
    private static final int PARSED_AT_ONCE = 3;
    private static final Duration USUAL_WAIT = Duration.ofMinutes(15);

    private final Redirects redirects;
    private final InstantSource clock;
    /** A text of 5 MB is held four times over while it is parsed: many feeds are fetched at once, few are parsed. */
    private final Semaphore parsers = new Semaphore(PARSED_AT_ONCE);

    public FeedReader(Outbound outbound, InstantSource clock) {
        this.redirects = new Redirects(outbound);
        this.clock = clock;
    }

    /**
     * @param cursor what the last {@link Feeding.Read} gave; empty at first
     * @param patience the longest the calls may take together
     */
    public Feeding read(WorkspaceId workspace, URI url, Optional<String> cursor, Duration patience) {
        var before = cursor.flatMap(FeedCursor::read);
        try {
            var followed = redirects.follow(call(url, before, patience), MOST_REDIRECTS);
            return answered(
                    new Poll(workspace, url, before, followed.permanent().filter(FeedReader::isKept)),
                    followed.answer());
        } catch (CallFailed.NotSent unsent) {
            return new Feeding.Failed(reason(unsent));
        } catch (CallFailed.MaybeSent cut) {
            return new Feeding.Failed(reason(cut));
        } catch (NotAFeed none) {
            return new Feeding.Failed("this is no feed that can be read: " + none.reason());
        }
    }

    /** A source's row is small: where it cannot say so, a move is followed each time anew. */
    private static boolean isKept(URI url) {
        return url.toString().length() <= LONGEST_URL;
    }

    /** One poll: what is read for whom, from where, and what was known before. */
    private record Poll(WorkspaceId workspace, URI url, Optional<FeedCursor> before, Optional<URI> permanent) {
        URI next() {
            return permanent.orElse(url);
        }

        Optional<URI> movedTo() {
            return permanent.filter(there -> !there.equals(url));
        }

        Set<String> seen() {
            return before.map(FeedCursor::seen).orElse(Set.of());
        }
    }

    private static Call call(URI url, Optional<FeedCursor> before, Duration patience) {
        var call = Call.get(url)
                .header("accept", ACCEPT)
                .with(Policy.userGiven())
                .with(Limits.DEFAULT.answerUpTo(MOST_BYTES).within(patience));
        var known = before.filter(cursor -> cursor.isOf(url));
        var etag = known.flatMap(FeedCursor::etag);
        var modified = known.flatMap(FeedCursor::modified);
        call = etag.isPresent() ? call.header("if-none-match", etag.get()) : call;
        return modified.isPresent() ? call.header("if-modified-since", modified.get()) : call;
    }

    private Feeding answered(Poll poll, Answer answer) throws NotAFeed {
        return switch (answer.status()) {
            case 200, 203 -> read(poll, answer);
            case 304 -> unchanged(poll, 0);
            case 410 -> new Feeding.Gone("the server says that the feed is gone for good (HTTP 410)");
            case 429 -> throttled(answer.retryAfter().orElse(USUAL_WAIT));
            case 503 ->
                answer.retryAfter()
                        .map(this::throttled)
                        .orElseGet(() -> new Feeding.Failed("the server is in trouble (HTTP 503)"));
            default -> new Feeding.Failed(refusal(answer.status()) + " (HTTP " + answer.status() + ")");
        };
    }

    private Feeding throttled(Duration wait) {
        return new Feeding.Throttled(clock.instant().plus(wait));
    }

    /** Nothing new costs no write, unless the feed must be remembered under a new address. */
    private static Feeding unchanged(Poll poll, int found) {
        var before = poll.before();
        if (before.isEmpty() || before.get().isOf(poll.next())) {
            return new Feeding.Unchanged(found);
        }
        var cursor = before.get().movedTo(poll.next()).write();
        return new Feeding.Read(List.of(), cursor, found, Map.of(), poll.movedTo());
    }

    private Feeding read(Poll poll, Answer answer) throws NotAFeed {
        parsers.acquireUninterruptibly();
        try {
            return told(poll, answer, parsed(answer));
        } finally {
            parsers.release();
        }
    }

    private Feeding told(Poll poll, Answer answer, XmlFeed.Read read) {
        var now = clock.instant();
        var items = new FeedItems(poll.workspace(), poll.url(), answer.uri(), now);
        var digests = new LinkedHashSet<String>();
        var fresh = new ArrayList<Item>();
        var dropped = new HashMap<String, Integer>();
        count(dropped, "too_many", read.tooMany());
        for (var entry : read.entries()) {
            var digest = items.digest(entry);
            if (digests.add(digest) && !poll.seen().contains(digest)) {
                var item = items.of(entry);
                if (item.isEmpty()) {
                    count(dropped, "empty", 1);
                } else if (poll.before().isEmpty() && item.get().publishedAt().isBefore(now.minus(FIRST_LOOK))) {
                    count(dropped, "old", 1);
                } else {
                    fresh.add(item.get());
                }
            }
        }
        var found = read.entries().size() + read.tooMany();
        if (poll.before().isPresent() && poll.seen().containsAll(digests)) {
            return unchanged(poll, found);
        }
        fresh.sort(Comparator.comparing(Item::publishedAt));
        var cursor = FeedCursor.of(poll.next(), answer, FeedCursor.bounded(digests, poll.seen()));
        return new Feeding.Read(fresh, cursor.write(), found, dropped, poll.movedTo());
    }

    private static void count(Map<String, Integer> dropped, String reason, int more) {
        if (more > 0) {
            dropped.merge(reason, more, Integer::sum);
        }
    }

    private static XmlFeed.Read parsed(Answer answer) throws NotAFeed {
        var text = Decoding.text(answer.body(), answer.header("content-type").orElse(""))
                .strip();
        if (text.isEmpty()) {
            throw new NotAFeed("it is empty");
        }
        if (text.charAt(0) == '{') {
            return JsonFeed.read(text, MOST_ENTRIES);
        }
        if (text.charAt(0) != '<') {
            throw new NotAFeed("it is neither XML nor JSON");
        }
        if (text.regionMatches(true, 0, "<!doctype html", 0, 14) || text.regionMatches(true, 0, "<html", 0, 5)) {
            throw new NotAFeed("it is a web page");
        }
        return XmlFeed.read(text, MOST_ENTRIES);
    }

    private static String refusal(int status) {
        return switch (status) {
            case 401, 403, 451 -> "the server does not let us read the feed";
            case 404 -> "the server knows no such feed";
            default ->
                status >= 500
                        ? "the server is in trouble"
                        : status >= 300 && status < 400
                                ? "the server redirects nowhere"
                                : "the server answers something unexpected";
        };
    }

    private static String reason(CallFailed.NotSent unsent) {
        return switch (unsent.reason()) {
            case DNS -> "the server's name cannot be resolved";
            case CONNECT -> "the server cannot be reached";
            case TLS -> "no secure connection to the server can be made";
            case TIME_OUT -> "the server cannot be reached in time";
            case INTERRUPTED -> "the poll was broken off";
            case REFUSED_ADDRESS -> "it leads to an address that is never called";
            case REFUSED_URL -> "it leads to a URL that is never called";
            case TOO_MANY_REDIRECTS -> "it redirects more than " + MOST_REDIRECTS + " times";
        };
    }

    private static String reason(CallFailed.MaybeSent cut) {
        return switch (cut.reason()) {
            case TIME_OUT -> "the server did not answer in time";
            case CUT -> "the connection broke before the feed was whole";
            case INTERRUPTED -> "the poll was broken off";
            case ANSWER_TOO_LARGE -> "it is larger than 5 MB";
            case ANSWER_MALFORMED -> "the server's answer cannot be read";
        };
    }
}
