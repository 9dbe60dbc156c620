package dev.parvis.functions.api.reports;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportId;
import dev.parvis.domain.reports.ReportLink;
import dev.parvis.domain.reports.Reports;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.secret.SignedToken.Opened;
import dev.parvis.vault.SealedTokens;

/**
 * {@code /r/{token}}: where a mailed link leads. Opening it changes nothing and downloads nothing, because mail scanners
 * open every link; the page's button posts, and then it is checked once more that the recipient may read the report.
 */
public final class LinkRoutes {
    private static final Duration OPEN_FOR = Duration.ofMinutes(5);

    private final Reports reports;
    private final Brands brands;
    private final Supplier<Files> files;
    private final SealedTokens tokens;

    public LinkRoutes(Reports reports, Brands brands, Supplier<Files> files, SealedTokens tokens) {
        this.reports = reports;
        this.brands = brands;
        this.files = files;
        this.tokens = tokens;
    }

    public void on(Router router) {
        router.get("/r/{token}", this::page).post("/r/{token}", this::open);
    }

    private Response page(Request request) {
        var report = readable(request);
        return report.map(found -> html(200, LinkPage.of(found, brand(found))))
                .orElseGet(() -> html(404, LinkPage.gone(language(request))));
    }

    private Response open(Request request) {
        var report = readable(request);
        if (report.isEmpty()) {
            return html(404, LinkPage.gone(language(request)));
        }
        var file = request.bodyText().contains("file=figures.csv") ? "figures.csv" : "report.pdf";
        var url = files.get().download(report.get().fileKey(file), ReportRoutes.name(report.get(), file), OPEN_FOR);
        return Response.empty(303)
                .withHeader("location", url.toString())
                .withHeader("cache-control", "no-store")
                .withHeader("referrer-policy", "no-referrer");
    }

    /** A report whose link is ours and has not ended, which is stored, and which this recipient was to be mailed. */
    private Optional<Report> readable(Request request) {
        return switch (tokens.open(ReportLink.PURPOSE, request.param("token"))) {
            case Opened.Valid(var payload, var _) ->
                ReportLink.parse(payload).flatMap(link -> Ids.parsed(link.workspace(), WorkspaceId::new)
                        .flatMap(workspace ->
                                Ids.parsed(link.report(), ReportId::new).flatMap(id -> reports.find(workspace, id)))
                        .filter(ReportRoutes::isStored)
                        .filter(link::isFor));
            case Opened.Expired _, Opened.Forged _ -> Optional.empty();
        };
    }

    private Optional<String> brand(Report report) {
        return brands.find(report.workspace(), report.brand()).map(Brand::name);
    }

    private static Language language(Request request) {
        return request.header("accept-language").orElse("fr").startsWith("en") ? Language.EN : Language.FR;
    }

    /**
     * Browsers hold a form's redirects to {@code form-action} too, and the file's host is the bucket's, which is another
     * in each installation: so any host is let through. The brand's name is all that somebody wrote on the page,
     * and it is escaped.
     */
    private static Response html(int status, String page) {
        return Response.text(status, "text/html; charset=utf-8", page)
                .withHeader("cache-control", "no-store")
                .withHeader("referrer-policy", "no-referrer")
                .withHeader("x-content-type-options", "nosniff")
                .withHeader("x-robots-tag", "noindex")
                .withHeader(
                        "content-security-policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action *; frame-ancestors 'none'");
    }
}
