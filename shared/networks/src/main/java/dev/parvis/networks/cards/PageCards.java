package dev.parvis.networks.cards;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import dev.parvis.domain.cards.Cards;
import dev.parvis.kernel.http.out.Answer;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.CallFailed;
import dev.parvis.kernel.http.out.Limits;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.http.out.Redirects;

/** Reads pages that people link to; at most {@value #MOST_PAGES} for one question. */
public final class PageCards implements Cards {
    static final int MOST_BYTES = 3_000_000;
    static final int MOST_PAGES = 6;
    private static final int MOST_REDIRECTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final List<String> PAGES = List.of("text/html", "application/xhtml+xml");

    private final Redirects redirects;
    private final Duration patience;

    public PageCards(Outbound outbound) {
        this(outbound, PATIENCE);
    }

    PageCards(Outbound outbound, Duration patience) {
        this.redirects = new Redirects(outbound);
        this.patience = patience;
    }

    /** Nothing is waited for longer: a resolver that hangs may overrun a call's own limit, and is left behind. */
    @Override
    @SuppressWarnings("resource") // closing would wait for what is left behind
    public Map<String, Read> read(Set<String> urls) {
        var read = new LinkedHashMap<String, Read>();
        urls.forEach(url -> read.put(url, new Read.NotRead("too_many", "No more pages are read for one post.")));
        var wanted = urls.stream().limit(MOST_PAGES).toList();
        if (wanted.isEmpty()) {
            return read;
        }
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var pages = threads.invokeAll(
                    wanted.stream().<Callable<Read>>map(url -> () -> page(url)).toList(),
                    patience.toMillis(),
                    TimeUnit.MILLISECONDS);
            for (var i = 0; i < pages.size(); i++) {
                read.put(wanted.get(i), ended(pages.get(i)));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
        return read;
    }

    private Read ended(Future<Read> page) throws InterruptedException {
        try {
            return page.get();
        } catch (CancellationException late) {
            return tooSlow();
        } catch (ExecutionException fault) {
            throw new IllegalStateException("reading a page for its card", fault.getCause());
        }
    }

    private Read page(String url) {
        try {
            var call = Call.get(new URI(url))
                    .header("accept", "text/html, application/xhtml+xml")
                    .with(new Limits(patience, patience, patience, MOST_BYTES));
            return judged(redirects.follow(call, MOST_REDIRECTS).answer());
        } catch (URISyntaxException none) {
            return new Read.NotRead("never_called", "The link is no address that can be called.");
        } catch (CallFailed.NotSent failed) {
            return notSent(failed.reason());
        } catch (CallFailed.MaybeSent failed) {
            return broken(failed.reason());
        }
    }

    private static Read judged(Answer answer) {
        var type = answer.header("content-type").orElse("");
        if (!answer.isSuccess()) {
            return new Read.NotRead("not_answered", "The page answers " + answer.status() + ".");
        }
        if (!PAGES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))) {
            return new Read.NotRead("no_page", "The link leads to something that is no web page.");
        }
        var card = PageCard.of(PageText.of(answer.body(), type), answer.uri());
        return card.saysNothing()
                ? new Read.NotRead("says_nothing", "The page has neither a title nor a description nor a picture.")
                : new Read.Found(card);
    }

    private static Read notSent(CallFailed.NotSent.Reason reason) {
        return switch (reason) {
            case REFUSED_ADDRESS, REFUSED_URL ->
                new Read.NotRead("never_called", "The link leads, or is redirected, where we never call.");
            case TOO_MANY_REDIRECTS -> new Read.NotRead("never_called", "The link is redirected again and again.");
            case DNS -> new Read.NotRead("not_answered", "The link names a server that does not exist.");
            case CONNECT, TLS -> new Read.NotRead("not_answered", "The link names a server that does not answer.");
            case TIME_OUT, INTERRUPTED -> new Read.NotRead("too_slow", "The page did not come in time.");
        };
    }

    private Read broken(CallFailed.MaybeSent.Reason reason) {
        return switch (reason) {
            case ANSWER_TOO_LARGE -> new Read.NotRead("too_large", "The page has more than " + MOST_BYTES + " bytes.");
            case TIME_OUT, INTERRUPTED -> tooSlow();
            case CUT, ANSWER_MALFORMED -> new Read.NotRead("not_answered", "The page breaks off in the middle.");
        };
    }

    private static Read tooSlow() {
        return new Read.NotRead("too_slow", "The page did not come in time.");
    }
}
