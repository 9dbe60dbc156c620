package dev.parvis.functions.api;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.MutableClock;
import dev.parvis.fakes.sandbox.SandboxOptions;
import dev.parvis.fakes.sandbox.SandboxServer;
import dev.parvis.files.S3Files;
import dev.parvis.functions.api.Document.Operation;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.table.ParvisTable;

import static org.assertj.core.api.Assertions.assertThat;

/** The function as it is wired, on DynamoDB, S3 and a sandbox that are really there. */
class OnServersTest {
    static Stream<Operation> examples() {
        return ExamplesTest.examples();
    }

    /** In memory and on the table, the API gives the same answers. */
    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_answered_as_documented(Operation operation) {
        try (var servers = new Servers()) {
            var config = servers.config(Map.of());
            var aws = AwsEnvironment.from(config);
            var clock = new MutableClock(Sample.NOW);
            var desk = Desk.over(Desk.stores(ParvisTable.from(aws, config, clock)), S3Files.from(aws, config), clock);
            desk.sample.settle();

            Prepared.answersAsDocumented(desk, operation);
        }
    }

    @Test
    void a_newcomers_first_hour() throws Exception {
        try (var servers = new Servers();
                var sandbox = SandboxServer.start(SandboxOptions.QUIET)) {
            var address = sandbox.uri().getHost() + ":" + sandbox.uri().getPort();
            var config = servers.config(Map.of("PARVIS_LOOPBACK_ALLOWED", address));
            var caller = new Newcomer(Wiring.router(
                    Wiring.outside(config, Clock.systemUTC(), Log.stdout()), Clock.systemUTC(), Log.stdout()));

            var workspace = "/v1/workspaces/"
                    + caller.post("/v1/workspaces", Json.obj("name", "Atelier"), 201)
                            .at("id")
                            .textOr("");
            var brand = caller.post(workspace + "/brands", Json.obj("name", "Hélios"), 201)
                    .at("id")
                    .textOr("");
            var channel = caller.post(workspace + "/channels", connection(brand, sandbox.uri()), 201);
            var image = uploaded(caller, workspace, brand);
            var posts = posts(caller, workspace, brand, channel.at("id").textOr(""), image);

            assertThat(channel.at("handle").textOr("")).contains("helios");
            assertThat(caller.get(workspace + "/channels/" + channel.at("id").textOr("") + "/limits", 200)
                            .at("textLength")
                            .whole())
                    .contains(500L);
            assertThat(caller.listed(workspace + "/posts?month=2030-12&limit=2&brand=" + brand))
                    .containsExactlyInAnyOrderElementsOf(posts);
            refusals(caller, workspace, brand);
            gallery(caller, workspace, connection(brand, sandbox.uri()).with("network", "gallery"));
        }
    }

    /** A network of pictures says what a carousel is, and finds what shows nothing wrong before it is scheduled. */
    private static void gallery(Newcomer caller, String workspace, Json connection) {
        var channel =
                caller.post(workspace + "/channels", connection, 201).at("id").textOr("");
        assertThat(caller.get(workspace + "/channels/" + channel + "/limits", 200)
                        .at("carousel"))
                .isEqualTo(Json.obj("least", 2, "most", 10));
        var draft = Json.obj("brand", connection.at("brand"), "text", "Sans image", "channels", List.of(channel));
        assertThat(caller.post(workspace + "/posts/preview", draft, 200).toString())
                .contains("needs_image");
    }

    private static Json.Obj connection(String brand, URI server) {
        var answers = Json.obj("server", server.toString(), "account", "helios");
        return Json.obj("brand", brand, "network", "sandbox", "answers", answers);
    }

    /** S3 takes what was declared, and nothing else. */
    private static String uploaded(Newcomer caller, String workspace, String brand) throws Exception {
        var bytes = jpeg();
        var order = Json.obj("brand", brand, "name", "a.jpg", "type", "image/jpeg", "bytes", bytes.length);
        var declared = caller.post(workspace + "/media", order, 201);
        var media = workspace + "/media/" + declared.at("id").textOr("");

        assertThat(caller.get(media, 200).at("uploaded").truth()).contains(false);
        assertThat(put(declared.at("upload"), "image/png", bytes)).isEqualTo(403);
        assertThat(put(declared.at("upload"), "image/jpeg", bytes)).isEqualTo(200);
        assertThat(put(declared.at("upload"), "image/jpeg", bytes))
                .as("written over")
                .isEqualTo(412);
        assertThat(caller.get(media, 200).at("uploaded").truth()).contains(true);
        return declared.at("id").textOr("");
    }

    private static byte[] jpeg() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static int put(Json upload, String type, byte[] bytes) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(upload.at("url").textOr(""))).PUT(BodyPublishers.ofByteArray(bytes));
        upload.at("headers").fields().forEach((name, value) -> {
            if (name.equalsIgnoreCase("content-type")) {
                request.header(name, type);
            } else if (!name.equalsIgnoreCase("content-length")) {
                request.header(name, value.textOr(""));
            }
        });
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static List<String> posts(Newcomer caller, String workspace, String brand, String channel, String image) {
        var ids = new ArrayList<String>();
        for (var day = 1; day <= 5; day++) {
            var post = Json.obj(
                    "brand",
                    brand,
                    "text",
                    "Jour " + day,
                    "channels",
                    List.of(channel),
                    "images",
                    List.of(Json.obj("media", image)),
                    "schedule",
                    Json.obj("at", "2030-12-0" + day + "T09:00"));
            ids.add(caller.post(workspace + "/posts", post, 201).at("id").textOr(""));
        }
        return ids;
    }

    private static void refusals(Newcomer caller, String workspace, String brand) {
        Answers.refused(
                caller.send("DELETE", workspace + "/brands/" + brand, Json.obj(), "\"1\""), Problem.Code.CONFLICT);
        Answers.refused(caller.send("DELETE", workspace, Json.obj(), "\"1\""), Problem.Code.CONFLICT);
        Answers.refused(
                caller.send("PATCH", workspace, Json.obj("name", "Autre"), "\"2\""), Problem.Code.PRECONDITION_FAILED);
        Answers.ok(caller.send("PATCH", workspace, Json.obj("name", "Autre"), "\"1\""), 200);
    }

    /** Calls the router as the owner. */
    private record Newcomer(Router router) {
        Response send(String method, String path, Json body, String version) {
            var headers = version.isEmpty() ? Map.<String, String>of() : Map.of("If-Match", version);
            return router.handle(
                    Request.of(method, path, headers, body.bytes()).withClaims(Map.of("sub", Sample.OWNER)));
        }

        Json post(String path, Json body, int status) {
            return Answers.ok(send("POST", path, body, ""), status);
        }

        Json get(String path, int status) {
            return Answers.ok(send("GET", path, Json.obj(), ""), status);
        }

        List<String> listed(String path) {
            var ids = new ArrayList<String>();
            var next = "";
            do {
                var page = get(path + (next.isEmpty() ? "" : "&cursor=" + next), 200);
                page.at("items").items().forEach(item -> ids.add(item.at("id").textOr("")));
                next = page.at("next").textOr("");
            } while (!next.isEmpty());
            return ids;
        }
    }
}
