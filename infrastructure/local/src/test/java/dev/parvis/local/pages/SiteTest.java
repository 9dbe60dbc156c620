package dev.parvis.local.pages;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.parvis.emulators.s3.LocalS3;
import dev.parvis.emulators.ses.Mail;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.json.Json;
import dev.parvis.local.suite.Suite;
import dev.parvis.local.suite.TinySuite;

import static org.assertj.core.api.Assertions.assertThat;

class SiteTest {

    @TempDir
    static Path folder;

    static Suite suite;
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        suite = TinySuite.start(folder);
    }

    @AfterAll
    static void end() {
        suite.close();
        CLIENT.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'fr-FR,fr;q=0.9,en;q=0.8', fr, Courrier",
        "'en-GB,en;q=0.9,fr;q=0.8', en, Mailbox",
        "'de-DE,fr;q=0.5', fr, Courrier",
        "'*', en, Mailbox",
        "'', en, Mailbox",
        "'not a language;;', en, Mailbox"
    })
    void the_overview_speaks_the_reader_s_language(String accepted, String tag, String word) throws Exception {
        HttpResponse<String> page = get("/", accepted);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<html lang=\"" + tag + "\">", word);
        assertThat(page.headers().firstValue("content-security-policy").orElse(""))
                .contains("default-src 'none'");
    }

    @Test
    void a_row_that_waits_is_shown() throws Exception {
        dynamo(
                "PutItem",
                Json.obj(
                        "TableName",
                        Suite.TABLE,
                        "Item",
                        Json.obj(
                                "pk", Json.obj("S", "W#w1#POST#p1"),
                                "sk", Json.obj("S", "TARGET#<c1>"),
                                "duePk", Json.obj("S", "TARGET#3"),
                                "dueSk", Json.obj("S", "2026-11-21T04:30:00.000Z"))));

        String page = get("/", "en").body();

        assertThat(page)
                .contains(
                        "<td>a post to send</td>",
                        "W#w1#POST#p1 TARGET#&lt;c1&gt;",
                        "datetime=\"2026-11-21T04:30:00Z\"");
    }

    @Test
    void an_event_of_the_bus_is_shown_and_wakes_what_the_template_says() throws Exception {
        post(
                suite.endpoint("AWS_ENDPOINT_URL_EVENTBRIDGE"),
                "application/x-amz-json-1.1",
                "AWSEvents.PutEvents",
                Json.obj(
                        "Entries",
                        Json.arr(Json.obj(
                                "EventBusName", "parvis",
                                "Source", "parvis",
                                "DetailType", "report.requested",
                                "Detail", "{\"report\":\"<r1>\"}"))));

        await("report.requested");
        String page = get("/", "en").body();

        assertThat(page)
                .contains("<code class=\"name\">report.requested</code>", "<b>report</b> &lt;r1&gt;")
                .doesNotContain("<r1>");
        assertThat(suite.ran()).anyMatch(ran -> ran.trigger().equals("report.requested"));
    }

    @Test
    void a_mail_is_listed_and_its_html_may_do_nothing() throws Exception {
        post(
                URI.create(suite.endpoint("AWS_ENDPOINT_URL_SESV2") + "/v2/email/outbound-emails"),
                "application/json",
                "",
                Json.obj(
                        "FromEmailAddress", "parvis@parvis.example",
                        "Destination", Json.obj("ToAddresses", Json.arr("client@example.org")),
                        "Content",
                                Json.obj(
                                        "Simple",
                                        Json.obj(
                                                "Subject", Json.obj("Data", "Été <b>"),
                                                "Body",
                                                        Json.obj(
                                                                "Text",
                                                                        Json.obj(
                                                                                "Data",
                                                                                "See “http://localhost:3000/r/abc” now <i>"),
                                                                "Html",
                                                                        Json.obj(
                                                                                "Data",
                                                                                "<script>alert(1)</script><p>hello</p>"))))));
        Mail mail = suite.mailbox().newest(1).getFirst();

        String overview = get("/", "fr").body();
        String page = get("/local/mail/" + mail.id(), "fr").body();
        HttpResponse<String> html = get("/local/mail/" + mail.id() + "/html", "fr");

        assertThat(overview).contains("/local/mail/" + mail.id(), "Été &lt;b&gt;");
        assertThat(page)
                .contains("<a href=\"http://localhost:3000/r/abc\">", "&lt;i&gt;", "sandbox=\"allow-popups")
                .doesNotContain("<script>alert");
        assertThat(html.body()).contains("<p>hello</p>");
        assertThat(html.headers().firstValue("content-security-policy").orElse(""))
                .startsWith("sandbox ")
                .doesNotContain("allow-scripts", "allow-same-origin")
                .contains("default-src 'none'");
    }

    @Test
    void a_stored_file_is_listed_and_opens_by_its_address() throws Exception {
        var presigner = new Presigner(
                suite.endpoint("AWS_ENDPOINT_URL_S3"), LocalS3.ACCESS_KEY, LocalS3.SECRET_KEY, "eu-west-3");
        store("w/w1/reports/Été 2026 (1).csv", "a;b");

        String page = get("/", "en").body();
        Matcher address =
                Pattern.compile("href=\"([^\"]+Signature=[0-9a-f]+)\">Été 2026").matcher(page);

        assertThat(page).contains("<code class=\"name\">w/w1/reports/</code>", "3\u00a0B");
        assertThat(address.find()).isTrue();
        URI open = URI.create(address.group(1).replace("&amp;", "&"));
        assertThat(fetch(open).body()).isEqualTo("a;b");
        URI old = presigner.get(open.getPath(), java.util.Map.of(), Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(fetch(old).statusCode()).isEqualTo(403);
    }

    @Test
    void the_token_on_the_page_opens_a_guarded_route() throws Exception {
        Matcher token =
                Pattern.compile("id=\"bearer\">([^<]+)<").matcher(get("/", "en").body());
        assertThat(token.find()).isTrue();

        var request = HttpRequest.newBuilder(URI.create(suite.url() + "/guarded"))
                .header("Authorization", "Bearer " + token.group(1))
                .POST(BodyPublishers.ofString("{}"))
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:3000, 200",
        "127.0.0.1, 200",
        "[::1]:3000, 200",
        "192.168.1.5:3000, 200",
        "evil.example:3000, 421",
        "localhost.evil.example, 421",
        "'', 421"
    })
    void a_name_that_was_made_to_lead_here_sees_nothing(String host, int status) {
        var request = Request.of("GET", "/", java.util.Map.of("Host", host), new byte[0]);

        assertThat(Site.of(suite).answer(request))
                .hasValueSatisfying(answer -> assertThat(answer.status()).isEqualTo(status));
    }

    @Test
    void the_issuer_publishes_its_key() throws Exception {
        Json discovery = Json.parse(
                get("/local/issuer/.well-known/openid-configuration", "").body());

        Json keys = Json.parse(
                fetch(URI.create(discovery.at("jwks_uri").textOr(""))).body());

        assertThat(discovery.at("issuer").textOr("")).isEqualTo(suite.url() + "/local/issuer");
        assertThat(keys.at("keys", 0, "kty").textOr("")).isEqualTo("RSA");
    }

    @Test
    void what_is_no_page_is_404_and_what_would_change_something_is_not_ours() throws Exception {
        var post = HttpRequest.newBuilder(URI.create(suite.url() + "/"))
                .POST(BodyPublishers.noBody())
                .build();

        assertThat(get("/local/nothing", "fr").statusCode()).isEqualTo(404);
        assertThat(get("/local/mail/../../etc", "fr").statusCode()).isEqualTo(404);
        assertThat(CLIENT.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
    }

    @Test
    void an_api_description_is_rendered_with_references_followed_and_text_escaped() {
        Json api = Json.parse("""
                {"info":{"title":"Parvis","version":"1"},"paths":{"/v1/brands/{id}":{
                  "parameters":[{"name":"id","in":"path","required":true,"schema":{"type":"string"}}],
                  "put":{"summary":"Change <it>","tags":["Brands"],"requestBody":{"content":{"application/json":{"schema":{"$ref":"#/components/schemas/Brand"}}}},
                  "responses":{"200":{"description":"The brand"}}}}},
                 "components":{"schemas":{"Brand":{"type":"object","required":["name"],"properties":{
                  "name":{"type":"string"},"zone":{"type":"string","format":"iana"},"parent":{"$ref":"#/components/schemas/Brand"}}}}}}
                """);

        String page = new ApiPage(new Page(Language.ENGLISH, java.time.ZoneOffset.UTC), api)
                .show()
                .toEvent()
                .at("body")
                .textOr("");

        assertThat(page)
                .contains(
                        "PUT",
                        "/v1/brands/{id}",
                        "<a href=\"#put-v1-brands-id-\">Change &lt;it&gt;</a>",
                        "<section id=\"put-v1-brands-id-\">",
                        "<th scope=\"col\">Needed</th>",
                        "href=\"#schema-Brand\"",
                        "id=\"schema-Brand\"",
                        "name: string, required",
                        "zone: string (iana)",
                        "parent: Brand",
                        "The brand");
    }

    private static void await(String trigger) {
        org.assertj.core.api.Assertions.assertThatCode(() -> {
                    long end = System.nanoTime() + 20_000_000_000L;
                    while (suite.ran().stream().noneMatch(ran -> ran.trigger().equals(trigger))) {
                        assertThat(System.nanoTime()).isLessThan(end);
                        java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                    }
                })
                .doesNotThrowAnyException();
    }

    private static HttpResponse<String> get(String path, String language) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(suite.url() + path));
        if (!language.isEmpty()) {
            request.header("Accept-Language", language);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> fetch(URI address) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private static void dynamo(String operation, Json body) throws Exception {
        post(
                suite.endpoint("AWS_ENDPOINT_URL_DYNAMODB"),
                "application/x-amz-json-1.0",
                "DynamoDB_20120810." + operation,
                body);
    }

    private static void post(URI address, String type, String target, Json body) throws Exception {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", type)
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=local/20260101/eu-west-3/x/aws4_request, SignedHeaders=host, Signature=0")
                .POST(BodyPublishers.ofByteArray(body.bytes()));
        if (!target.isEmpty()) {
            request.header("X-Amz-Target", target);
        }
        HttpResponse<String> answer = CLIENT.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static void store(String key, String text) {
        try (var s3 = software.amazon.awssdk.services.s3.S3Client.builder()
                .endpointOverride(suite.endpoint("AWS_ENDPOINT_URL_S3"))
                .region(software.amazon.awssdk.regions.Region.EU_WEST_3)
                .forcePathStyle(true)
                .credentialsProvider(software.amazon.awssdk.auth.credentials.StaticCredentialsProvider.create(
                        software.amazon.awssdk.auth.credentials.AwsBasicCredentials.create(
                                LocalS3.ACCESS_KEY, LocalS3.SECRET_KEY)))
                .build()) {
            s3.putObject(
                    put -> put.bucket(Suite.BUCKET).key(key),
                    software.amazon.awssdk.core.sync.RequestBody.fromString(text));
        }
    }
}
