package dev.parvis.local.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parvis.emulators.s3.LocalS3;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.local.http.LocalPages;
import dev.parvis.local.suite.Suite;

/** All of the suite's own pages. */
public final class Site implements LocalPages {

    private static final String MAIL = "/local/mail/";

    /**
     * The names this machine goes by: itself, or an address written out. A page of the web whose own name was made to lead here
     * (DNS rebinding) must not read the token.
     */
    private static final Pattern OURS =
            Pattern.compile("(localhost|host\\.docker\\.internal|[0-9.]{7,15}|\\[[0-9a-fA-F:.]+])(:[0-9]{1,5})?");

    private final Suite suite;
    private final ZoneId zone;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private Site(Suite suite, ZoneId zone) {
        this.suite = suite;
        this.zone = zone;
    }

    /** The pages of a suite, times in this machine's zone. */
    public static Site of(Suite suite) {
        return new Site(suite, ZoneId.systemDefault());
    }

    @Override
    public Optional<Response> answer(Request request) {
        String path = request.rawPath();
        boolean isOurs = path.equals("/") || path.startsWith("/local/");
        boolean isRead = request.method().equals("GET") || request.method().equals("HEAD");
        if (!isOurs || !isRead) {
            return Optional.empty();
        }
        if (!OURS.matcher(request.header("host").orElse("")).matches()) {
            return Optional.of(Response.text(421, "text/plain; charset=utf-8", "Ask for http://localhost."));
        }
        var page = new Page(Language.wanted(request.header("accept-language").orElse("")), zone);
        return Optional.of(found(path, page)
                .orElseGet(() -> Response.text(404, "text/plain; charset=utf-8", page.word(Word.NO_SUCH))));
    }

    private Optional<Response> found(String path, Page page) {
        return switch (path) {
            case "/" -> Optional.of(new StatusPage(suite, dueWork(), files()).show(page));
            case "/local/style.css" -> Optional.of(resource("style.css", "text/css; charset=utf-8"));
            case "/local/refresh.js" -> Optional.of(resource("refresh.js", "text/javascript; charset=utf-8"));
            case "/local/api" -> Optional.of(api(page));
            case "/local/issuer/.well-known/openid-configuration" ->
                Optional.of(Response.json(200, suite.issuer().discovery()));
            case "/local/issuer/.well-known/jwks.json" ->
                Optional.of(Response.json(200, suite.issuer().keys()));
            default -> mail(path, page);
        };
    }

    private Optional<Response> mail(String path, Page page) {
        if (!path.startsWith(MAIL)) {
            return Optional.empty();
        }
        var mails = new MailPages(suite.mailbox());
        String id = path.substring(MAIL.length());
        return id.endsWith("/html") ? mails.html(id.substring(0, id.length() - 5)) : mails.show(page, id);
    }

    private Response api(Page page) {
        try {
            var request = HttpRequest.newBuilder(URI.create(suite.url() + "/openapi.json"))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return new ApiPage(page, Json.parse(answer.body())).show();
            }
        } catch (IOException | MalformedJson e) {
            return asleep(page);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return asleep(page);
    }

    private static Response asleep(Page page) {
        var main = new Html().raw("<p>").text(page.word(Word.API_ASLEEP)).raw("</p>");
        return page.page(page.word(Word.API), main, false);
    }

    private DueWork dueWork() {
        return new DueWork(client, suite.endpoint("AWS_ENDPOINT_URL_DYNAMODB"), Suite.TABLE, suite.table());
    }

    private StoredFiles files() {
        var presigner = new Presigner(
                suite.endpoint("AWS_ENDPOINT_URL_S3"), LocalS3.ACCESS_KEY, LocalS3.SECRET_KEY, "eu-west-3");
        return new StoredFiles(client, presigner, Suite.BUCKET, suite.clock());
    }

    private static Response resource(String name, String type) {
        try (InputStream in = Site.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not packed: " + name);
            }
            return Response.bytes(200, type, in.readAllBytes()).withHeader("cache-control", "max-age=300");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
