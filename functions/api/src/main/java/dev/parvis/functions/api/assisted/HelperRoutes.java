package dev.parvis.functions.api.assisted;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.assisted.HandOver;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.api.assisted.HelperPage.Notice;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.secret.SignedToken.Opened;
import dev.parvis.networks.http.Urls;
import dev.parvis.vault.SealedTokens;

/**
 * {@code /h/{token}}: where the link leads that was mailed to who posts by hand. Opening it changes nothing, because mail
 * scanners open every link; its buttons say that it is out, or will not be. The token is the only proof of who says it.
 */
public final class HelperRoutes {
    /** The most bytes of a posted form: the longest address, percent-encoded, and the rest. */
    private static final int MOST_BYTES = 8_000;

    private static final int LONGEST_URL = 2_000;

    private final SealedTokens tokens;
    private final Tasks tasks;

    public HelperRoutes(SealedTokens tokens, Tasks tasks) {
        this.tokens = tokens;
        this.tasks = tasks;
    }

    public void on(Router router) {
        router.get("/h/{token}", this::page).post("/h/{token}", this::say);
    }

    private Response page(Request request) {
        return task(request).map(task -> html(task, Optional.empty())).orElseGet(() -> gone(request));
    }

    private Response say(Request request) {
        if (request.body().length > MOST_BYTES) {
            throw Problem.of(Problem.Code.PAYLOAD_TOO_LARGE, "A form has at most " + MOST_BYTES + " bytes.")
                    .exception();
        }
        return task(request)
                .map(task -> {
                    var notice = said(task, request.form());
                    return html(tasks.of(task.handOver()).orElse(task), Optional.of(notice));
                })
                .orElseGet(() -> gone(request));
    }

    private Optional<Task> task(Request request) {
        return switch (tokens.open(HandOver.PURPOSE, request.param("token"))) {
            case Opened.Valid(var payload, var _) -> HandOver.parse(payload).flatMap(tasks::of);
            case Opened.Expired _, Opened.Forged _ -> Optional.empty();
        };
    }

    private Notice said(Task task, Map<String, List<String>> form) {
        return switch (field(form, "do")) {
            case "done" -> done(task, field(form, "url").strip());
            case "declined" -> notice(tasks.declined(task), Notice.DECLINED);
            default -> Notice.REFUSED;
        };
    }

    /** A story has no address. What is typed must be one that a page may link to. */
    private Notice done(Task task, String url) {
        return url.isEmpty() || (url.length() <= LONGEST_URL && Urls.isLink(url))
                ? notice(tasks.done(task, url), Notice.DONE)
                : Notice.NO_ADDRESS;
    }

    private static Notice notice(Tasks.Said said, Notice counted) {
        return switch (said) {
            case COUNTED -> counted;
            case BEFORE -> Notice.DONE_BEFORE;
            case REFUSED -> Notice.REFUSED;
        };
    }

    private static String field(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).getFirst();
    }

    private static Response gone(Request request) {
        var english = request.header("accept-language").orElse("fr").startsWith("en");
        return closed(
                Response.text(404, "text/html; charset=utf-8", HelperPage.gone(english ? Language.EN : Language.FR)),
                "");
    }

    private static Response html(Task task, Optional<Notice> notice) {
        var page = new HelperPage(task, notice);
        return closed(Response.text(200, "text/html; charset=utf-8", page.html()), page.pictureHosts());
    }

    /** The one script there is copies a text: it is named by its digest. Nothing is framed, cached or found. */
    private static Response closed(Response page, String pictures) {
        var images = pictures.isEmpty() ? "" : "img-src " + pictures + "; ";
        return page.withHeader("cache-control", "no-store")
                .withHeader("referrer-policy", "no-referrer")
                .withHeader("x-content-type-options", "nosniff")
                .withHeader("x-robots-tag", "noindex, nofollow")
                .withHeader(
                        "content-security-policy",
                        "default-src 'none'; " + images + "script-src '" + HelperPage.SCRIPT_DIGEST
                                + "'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
                                + "frame-ancestors 'none'");
    }
}
