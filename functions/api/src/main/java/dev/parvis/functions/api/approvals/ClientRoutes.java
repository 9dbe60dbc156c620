package dev.parvis.functions.api.approvals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.approvals.ApprovalLink;
import dev.parvis.domain.approvals.Approvals;
import dev.parvis.domain.approvals.Ballot;
import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.approvals.Decided;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Approval.Verdict;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.api.approvals.Shown.Notice;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.secret.SignedToken.Opened;
import dev.parvis.vault.SealedTokens;

/**
 * {@code /a/{token}}: where an approver's mailed link leads. Opening it changes nothing, because mail scanners open every
 * link; its buttons post what is decided about one post, as it was shown. The token is the only proof of who decides: no
 * cookie is set or read, so that no other site can decide in a visitor's name.
 */
public final class ClientRoutes {
    /** The most bytes of a posted form: the longest comment, percent-encoded, and the rest. */
    private static final int MOST_BYTES = 40_000;

    private final SealedTokens tokens;
    private final ClientView view;
    private final Approvals approvals;
    private final ClientComments comments;

    public ClientRoutes(SealedTokens tokens, ClientView view, Approvals approvals, ClientComments comments) {
        this.tokens = tokens;
        this.view = view;
        this.approvals = approvals;
        this.comments = comments;
    }

    public void on(Router router) {
        router.get("/a/{token}", this::page).post("/a/{token}", this::decide);
    }

    private Response page(Request request) {
        return guest(request)
                .map(guest -> html(200, view.of(guest, sheet(request))))
                .orElseGet(() -> gone(request));
    }

    private Response decide(Request request) {
        return guest(request)
                .map(guest -> {
                    var notice = said(guest, request);
                    var post = Ids.parsed(field(request.form(), "post"), PostId::new);
                    return html(200, view.of(guest, sheet(request)).telling(notice, post));
                })
                .orElseGet(() -> gone(request));
    }

    /** Who the link was mailed to, if it is ours, has not ended, and the brand still names them. */
    private Optional<ClientView.Guest> guest(Request request) {
        return switch (tokens.open(ApprovalLink.PURPOSE, request.param("token"))) {
            case Opened.Valid(var payload, var _) -> ApprovalLink.parse(payload).flatMap(view::guest);
            case Opened.Expired _, Opened.Forged _ -> Optional.empty();
        };
    }

    private Notice said(ClientView.Guest guest, Request request) {
        if (request.body().length > MOST_BYTES) {
            throw Problem.of(Problem.Code.PAYLOAD_TOO_LARGE, "A form has at most " + MOST_BYTES + " bytes.")
                    .exception();
        }
        var form = request.form();
        var text = plain(field(form, "comment")).strip();
        if (text.length() > Comment.LONGEST) {
            return Notice.LONG_COMMENT;
        }
        return Ids.parsed(field(form, "post"), PostId::new)
                .flatMap(id -> view.post(guest, id))
                .map(post -> said(guest, post, new Form(field(form, "do"), field(form, "seal"), text)))
                .orElse(Notice.NOT_ASKED);
    }

    private record Form(String what, String seal, String text) {}

    private Notice said(ClientView.Guest guest, PostWithTargets post, Form form) {
        return switch (form.what()) {
            case "approve" -> decided(guest, post, form, Verdict.APPROVED);
            case "refuse" -> decided(guest, post, form, Verdict.REFUSED);
            default -> commented(guest, post, form);
        };
    }

    private Notice commented(ClientView.Guest guest, PostWithTargets post, Form form) {
        if (form.text().isEmpty()) {
            return Notice.EMPTY_COMMENT;
        }
        return comments.say(guest, post.post(), form.text()) ? Notice.COMMENTED : Notice.TOO_MANY_COMMENTS;
    }

    /** What was written beside a click goes with it; when the click does not count, neither does that. */
    private Notice decided(ClientView.Guest guest, PostWithTargets post, Form form, Verdict verdict) {
        var link = guest.link();
        var ballot =
                new Ballot(link.workspace(), post.post().id(), form.seal(), Approval.Part.CLIENT, verdict, link.by());
        return switch (approvals.decide(ballot)) {
            case Decided.Counted _ -> {
                if (!form.text().isEmpty()) {
                    comments.say(guest, post.post(), form.text());
                }
                yield verdict == Verdict.APPROVED ? Notice.APPROVED : Notice.REFUSED;
            }
            case Decided.Changed _ -> Notice.CHANGED;
            case Decided.Refused _ -> Notice.REFUSED_BEFORE;
            case Decided.TooLate _ -> Notice.TOO_LATE;
            case Decided.NotAsked _ -> Notice.NOT_ASKED;
        };
    }

    /** Which sheet of a month of many posts; what is no number is the first. */
    private static int sheet(Request request) {
        return request.query("sheet")
                .filter(text -> text.matches("[0-9]{1,4}"))
                .map(Integer::parseInt)
                .orElse(1);
    }

    private static String field(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).getFirst();
    }

    /** Without control characters other than tab and line ends, which the API refuses from the team. */
    private static String plain(String text) {
        return text.codePoints()
                .filter(c -> !Character.isISOControl(c) || c == '\t' || c == '\n' || c == '\r')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Response gone(Request request) {
        var english = request.header("accept-language").orElse("fr").startsWith("en");
        return closed(
                Response.text(404, "text/html; charset=utf-8", ClientPage.gone(english ? Language.EN : Language.FR)),
                "");
    }

    private static Response html(int status, Shown shown) {
        return closed(
                Response.text(status, "text/html; charset=utf-8", ClientPage.of(shown)),
                ClientPage.pictureHosts(shown)
                        .map(hosts -> "img-src " + hosts + "; media-src " + hosts + "; ")
                        .orElse(""));
    }

    /** No script, no frame, no cache, no search engine, no trace of the link in what the page's own links are told. */
    private static Response closed(Response page, String images) {
        return page.withHeader("cache-control", "no-store")
                .withHeader("referrer-policy", "no-referrer")
                .withHeader("x-content-type-options", "nosniff")
                .withHeader("x-robots-tag", "noindex, nofollow")
                .withHeader(
                        "content-security-policy",
                        "default-src 'none'; " + images
                                + "style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; "
                                + "frame-ancestors 'none'");
    }
}
