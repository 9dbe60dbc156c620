package dev.parvis.functions.api;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What people get wrong, each answered by the field and the reason, and nothing kept. */
class BadInputTest {
    private static final ChannelId TERSE = new ChannelId("01KAJ5T5C1H6N8P3Q9R2S4T7V1");
    private static final ChannelId MUTE = new ChannelId("01KAJ5T5C1H6N8P3Q9R2S4T7V2");
    private static final ChannelId OTHERS = new ChannelId("01KAJ5T5C1H6N8P3Q9R2S4T7V3");

    private final Desk desk = Desk.settled();

    private static Json.Obj post() {
        return Json.obj("brand", Sample.BRAND.value(), "text", "Bonjour", "channels", List.of(Sample.CHANNEL.value()));
    }

    private static Json.Obj at(String wallClock, String zone) {
        return post().with("schedule", Json.obj("at", wallClock, "zone", zone));
    }

    private Response create(Json body) {
        var before = posts();
        var answer = desk.as(Sample.WRITER).post(Desk.path("/posts"), body);
        assertThat(posts())
                .as("nothing is kept of what is refused")
                .isEqualTo(answer.status() == 201 ? before + 1 : before);
        return answer;
    }

    private int posts() {
        var kept = 0;
        for (var month : List.of("2026-03", "2026-10", "2026-11", "2026-12")) {
            kept += Answers.ok(
                            desk.as(Sample.WRITER)
                                    .get(Desk.path("/posts?brand=" + Sample.BRAND + "&limit=100&month=" + month)),
                            200)
                    .at("items")
                    .items()
                    .size();
        }
        return kept;
    }

    @Test
    void a_due_time_in_the_past_is_refused() {
        assertThat(Answers.field(create(at("2026-11-21T09:59", "Europe/Paris")), "/schedule/at", "in_the_past"))
                .isEqualTo("at must be in the future.");
        Answers.ok(create(at("2026-11-21T10:00:01", "Europe/Paris")), 201);
    }

    @Test
    void an_unknown_zone_is_refused_and_so_is_an_offset() {
        for (var zone : List.of("Europe/Atlantis", "+02:00", "GMT+2", "Z", "EST5EDT", "../etc")) {
            assertThat(Answers.field(create(at("2026-12-01T09:00", zone)), "/schedule/zone", "unknown_zone"))
                    .contains("Europe/Paris");
        }
    }

    @Test
    void a_time_that_the_clocks_skip_is_refused_with_the_next_that_exists() {
        desk.clock.set(java.time.Instant.parse("2026-03-01T00:00:00Z"));

        var detail =
                Answers.field(create(at("2026-03-29T02:30", "Europe/Paris")), "/schedule/at", "skipped_by_the_clocks");

        assertThat(detail).contains("2026-03-29T03:00");
    }

    @Test
    void a_time_that_the_clocks_pass_twice_is_its_first_passing() {
        desk.clock.set(java.time.Instant.parse("2026-10-01T00:00:00Z"));

        var made = Answers.ok(create(at("2026-10-25T02:30", "Europe/Paris")), 201);

        assertThat(made.at("schedule", "instant").textOr("")).isEqualTo("2026-10-25T00:30:00.000Z");
        assertThat(made.at("schedule", "at").textOr("")).isEqualTo("2026-10-25T02:30");
    }

    @Test
    void a_time_with_an_offset_or_none_at_all_is_refused() {
        Answers.field(create(at("2026-12-01T09:00+01:00", "Europe/Paris")), "/schedule/at", "malformed");
        Answers.field(create(at("tomorrow", "Europe/Paris")), "/schedule/at", "malformed");
        Answers.field(create(post().with("schedule", Json.obj("zone", "Europe/Paris"))), "/schedule/at", "required");
    }

    @Test
    void a_schedule_without_a_zone_is_in_the_brands() {
        var made = Answers.ok(create(post().with("schedule", Json.obj("at", "2026-12-01T09:00"))), 201);

        assertThat(made.at("schedule", "zone").textOr("")).isEqualTo("Europe/Paris");
        assertThat(made.at("schedule", "instant").textOr("")).isEqualTo("2026-12-01T08:00:00.000Z");
    }

    @Test
    void a_channel_of_another_brand_is_refused_like_one_that_does_not_exist() {
        var other = new dev.parvis.domain.brands.BrandId("01KAJ5S0B4F9K2D7G5H8J1M3N7");
        desk.sample.brand(Sample.WORKSPACE, other);
        desk.sample.channel(OTHERS, other, Sample.SANDBOX, "other", new Credential(Map.of("token", "t")));

        var ofOther = create(post().with("channels", List.of(OTHERS.value())));
        var ofNobody = create(post().with("channels", List.of("01KAJ5T5C1H6N8P3Q9R2S4T7VZ")));
        var noId = create(post().with("channels", List.of("a b")));

        var detail = Answers.field(ofOther, "/channels", "not_found");
        assertThat(Answers.field(ofNobody, "/channels", "not_found"))
                .isEqualTo(detail.replace(OTHERS.value(), "01KAJ5T5C1H6N8P3Q9R2S4T7VZ"));
        Answers.field(noId, "/channels", "not_found");
    }

    @Test
    void a_text_that_one_of_two_networks_refuses_is_refused_and_says_which() {
        desk.sample.channel(TERSE, new NetworkId("terse"), "bref", new Credential(Map.of("token", "t")));
        var body = post().with("text", "x".repeat(21)).with("channels", List.of(Sample.CHANNEL.value(), TERSE.value()));

        var detail = Answers.field(create(body), "/text", "text_too_long");

        assertThat(detail).contains("terse bref").contains("20").doesNotContain("sandbox");
        Answers.ok(create(body.with("text", "x".repeat(20))), 201);
    }

    @Test
    void a_text_too_long_for_one_of_five_channels_names_that_one_and_keeps_nothing_on_the_others() {
        var ids = new java.util.ArrayList<>(List.of(Sample.CHANNEL.value(), TERSE.value()));
        desk.sample.channel(TERSE, new NetworkId("terse"), "bref", new Credential(Map.of("token", "t")));
        for (var name : List.of("A", "B", "C")) {
            var id = new ChannelId("01KAJ5T5C1H6N8P3Q9R2S4T7W" + name);
            desk.sample.channel(id, Sample.SANDBOX, "compte-" + name, new Credential(Map.of("token", "t")));
            ids.add(id.value());
        }

        var detail = Answers.field(
                create(post().with("text", "x".repeat(21)).with("channels", ids)), "/text", "text_too_long");

        assertThat(detail).contains("terse bref").doesNotContain("compte-");
    }

    @Test
    void a_channel_on_which_posts_are_scheduled_is_removed_only_knowingly() {
        var manager = desk.as(Sample.MANAGER).with("If-Match", "\"1\"");
        var channel = Desk.path("/channels/" + Sample.CHANNEL);

        var refused = Answers.refused(manager.delete(channel), Problem.Code.CONFLICT);

        assertThat(refused.at("detail").textOr(""))
                .contains("1 scheduled post goes out there: " + Sample.POST)
                .contains("?scheduled=anyway");
        assertThat(desk.stores.channels().find(Sample.WORKSPACE, Sample.CHANNEL))
                .isPresent();
        Answers.ok(manager.delete(channel + "?scheduled=anyway"), 204);
        Answers.field(create(post()), "/channels", "not_found");
    }

    @Test
    void a_channel_that_cannot_publish_is_refused() {
        desk.sample.channel(MUTE, new NetworkId("mute"), "muet", new Credential(Map.of("token", "t")));

        Answers.field(create(post().with("channels", List.of(MUTE.value()))), "/channels", "cannot_publish");
    }

    @Test
    void a_disconnected_channel_is_refused() {
        var channel =
                desk.stores.channels().find(Sample.WORKSPACE, Sample.CHANNEL).orElseThrow();
        desk.stores.channels().change(channel.disconnected("revoked"));

        assertThat(Answers.field(create(post()), "/channels", "not_found")).contains("is disconnected");
    }

    @Test
    void an_unknown_brand_is_the_only_fault_of_an_otherwise_right_post() {
        Answers.field(create(at("2026-12-01T09:00", "Europe/Paris").with("brand", "nope")), "/brand", "not_found");
        Answers.field(create(Json.obj("text", "Bonjour", "channels", List.of("x"))), "/brand", "required");
    }

    @Test
    void all_faults_are_told_at_once() {
        var answer = create(Json.obj(
                "brand",
                Sample.BRAND.value(),
                "text",
                7,
                "language",
                "French",
                "link",
                Json.obj("url", "ftp://x"),
                "colour",
                "red"));

        assertThat(Answers.refused(answer, Problem.Code.INVALID_FIELDS)
                        .at("errors")
                        .items())
                .extracting(error -> error.at("pointer").textOr(""))
                .containsExactlyInAnyOrder("/text", "/language", "/link/url", "/colour");
    }

    @Test
    void a_text_of_which_nothing_is_to_be_seen_is_nothing_to_say() {
        for (var unseen : List.of(" ", "\u00A0", "\u200B\u200D", "\uFEFF", "\u202E \u202C", "\u3000\u2028\n")) {
            Answers.field(create(post().with("text", unseen)), "/text", "required");
        }
        assertThat(create(post().with("text", "\uD83C\uDDEB\uD83C\uDDF7")).status())
                .isEqualTo(201);
    }

    @Test
    void a_time_without_a_channel_is_refused_because_nothing_would_go_out_at_it() {
        var nowhere = at("2026-12-01T09:00", "Europe/Paris").with("channels", List.of());

        assertThat(Answers.field(create(nowhere), "/channels", "required"))
                .isEqualTo("channels must name one at least: without one nothing goes out at that time.");

        var draft = Answers.ok(create(post().with("channels", List.of())), 201);
        var path = Desk.path("/posts/" + draft.at("id").textOr(""));
        var schedule = Json.obj("schedule", Json.obj("at", "2026-12-01T09:00"));
        Answers.field(desk.as(Sample.WRITER).with("if-match", "\"1\"").patch(path, schedule), "/channels", "required");
        Answers.ok(
                desk.as(Sample.WRITER)
                        .with("if-match", "\"1\"")
                        .patch(path, schedule.with("channels", List.of(Sample.CHANNEL.value()))),
                200);
    }

    @Test
    void a_post_of_nothing_is_refused() {
        Answers.field(create(post().with("text", " \n ")), "/text", "required");
    }

    @Test
    void an_image_of_another_brand_is_refused_like_one_that_is_not_there() {
        Answers.field(
                create(post().with("images", List.of(Json.obj("media", "nope")))), "/images/0/media", "not_found");
        Answers.ok(create(post().with("images", List.of(Json.obj("media", Sample.MEDIA.value())))), 201);
    }

    @Test
    void control_characters_are_refused_and_lines_are_not() {
        Answers.field(create(post().with("text", "a\u0000b")), "/text", "malformed");
        Answers.ok(create(post().with("text", "a\n\tb")), 201);
    }

    @Test
    void half_of_a_surrogate_pair_is_malformed_and_not_replaced() {
        var body = post().toString().replace("Bonjour", "Bon\\ud83djour");

        var answer = desk.as(Sample.WRITER).send("POST", Desk.path("/posts"), body.getBytes(StandardCharsets.UTF_8));

        assertThat(Answers.refused(answer, Problem.Code.MALFORMED_JSON)
                        .at("detail")
                        .textOr(""))
                .contains("half of a surrogate pair");
    }

    @Test
    void a_year_of_five_digits_is_refused() {
        Answers.field(create(at("+12026-12-01T09:00", "Europe/Paris")), "/schedule/at", "malformed");
        Answers.field(create(at("9999-12-31T23:59", "America/Los_Angeles")), "/schedule/at", "malformed");
    }

    @Test
    void a_text_that_is_refused_is_not_judged_by_the_networks_as_none() {
        var answer = create(post().with("text", "x".repeat(20_001)));

        assertThat(Answers.refused(answer, Problem.Code.INVALID_FIELDS)
                        .at("errors")
                        .items())
                .singleElement()
                .satisfies(error -> assertThat(error.at("code").textOr("")).isEqualTo("too_long"));
    }

    @Test
    void a_members_subject_that_no_token_can_hold_is_refused() {
        var owner = desk.as(Sample.OWNER);
        var emoji = Json.obj("subject", "😀".repeat(255), "role", "reader");

        Answers.field(owner.post(Desk.path("/members"), emoji), "/subject", "too_long");
        for (var subject : List.of("x".repeat(3_000), "%F0%9F%98%80".repeat(64))) {
            Answers.refused(owner.delete(Desk.path("/members/" + subject)), Problem.Code.NOT_FOUND);
        }
    }

    @Test
    void a_url_on_a_private_address_is_refused_for_feeds_and_for_endpoints() {
        for (var host : List.of(
                "127.0.0.1",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[fd00:ec2::254]",
                "2130706433",
                "0177.0.0.1",
                "localhost",
                "LOCALHOST",
                "a.localhost",
                "blog.example:22",
                "blog.example:99999")) {
            var url = "http://" + host + "/feed";
            var feed = Json.obj("brand", Sample.BRAND.value(), "url", url);
            var endpoint = Json.obj("url", url, "events", List.of("post.published"));
            var manager = desk.as(Sample.MANAGER);
            for (var answer : List.of(
                    manager.post(Desk.path("/sources"), feed), manager.post(Desk.path("/endpoints"), endpoint))) {
                assertThat(Answers.field(answer, "/url", "never_called")).contains("leads where we never call");
            }
        }
        assertThat(Answers.ok(desk.as(Sample.MANAGER).get(Desk.path("/endpoints")), 200)
                        .at("items")
                        .items())
                .as("the sample's own")
                .hasSize(1);
    }

    @Test
    void a_feed_that_is_no_web_address_is_refused() {
        for (var url : List.of(
                "file:///etc/passwd",
                "javascript:alert(1)",
                "https://user:pass@host/feed",
                "feed.xml",
                "https:///x",
                "http://[bad")) {
            Answers.field(
                    desk.as(Sample.MANAGER)
                            .post(Desk.path("/sources"), Json.obj("brand", Sample.BRAND.value(), "url", url)),
                    "/url",
                    "malformed");
        }
        Answers.field(
                desk.as(Sample.MANAGER).post(Desk.path("/sources"), Json.obj("brand", Sample.BRAND.value())),
                "/url",
                "required");
    }

    @Test
    void a_poll_that_is_too_frequent_is_refused() {
        Answers.field(
                desk.as(Sample.MANAGER)
                        .with("If-Match", "\"1\"")
                        .patch(Desk.path("/sources/" + Sample.SOURCE), Json.obj("everySeconds", 59)),
                "/everySeconds",
                "too_small");
    }

    @Test
    void what_is_no_image_or_too_large_is_refused() {
        var media = Json.obj("brand", Sample.BRAND.value(), "name", "a.svg", "type", "image/svg+xml", "bytes", 10);

        Answers.field(desk.as(Sample.WRITER).post(Desk.path("/media"), media), "/type", "not_allowed");
        Answers.field(
                desk.as(Sample.WRITER)
                        .post(
                                Desk.path("/media"),
                                media.with("type", "image/png").with("bytes", 20_000_001)),
                "/bytes",
                "too_large");
        Answers.field(
                desk.as(Sample.WRITER)
                        .post(
                                Desk.path("/media"),
                                media.with("type", "image/png").with("bytes", 0)),
                "/bytes",
                "too_small");
    }

    @Test
    void a_rule_that_asks_for_nothing_is_refused() {
        var rule = Json.obj("name", "Tout", "condition", Json.obj("links", false), "action", "hide");

        Answers.field(
                desk.as(Sample.MANAGER).post(Desk.path("/brands/" + Sample.BRAND + "/rules"), rule),
                "/condition",
                "required");
    }

    @Test
    void a_report_of_no_days_or_of_too_many_is_refused() {
        var report = Json.obj("brand", Sample.BRAND.value(), "from", "2026-11-02", "to", "2026-11-01");

        Answers.field(order(report), "/to", "not_allowed");
        Answers.field(order(report.with("from", "2024-01-01")), "/to", "not_allowed");
        Answers.field(order(report.with("from", "2026-02-30")), "/from", "not_a_date");
        Answers.field(order(Json.obj("brand", Sample.BRAND.value(), "from", "2026-11-02")), "/to", "required");
        Answers.field(
                order(report.with("from", "2026-11-01").with("recipients", List.of("a@b.org", "nobody"))),
                "/recipients",
                "not_an_address");
    }

    private Response order(Json body) {
        return desk.as(Sample.WRITER).post(Desk.path("/reports"), body);
    }

    @Test
    void a_stop_of_what_is_not_there_is_refused() {
        var writer = desk.as(Sample.WRITER);

        Answers.field(writer.put(Desk.path("/holds"), Json.obj("scope", "brand", "id", "nope")), "/id", "not_found");
        Answers.field(
                writer.put(Desk.path("/holds"), Json.obj("scope", "network", "id", "myspace")), "/id", "not_found");
        Answers.field(writer.put(Desk.path("/holds"), Json.obj("scope", "brand")), "/id", "required");
        Answers.field(writer.put(Desk.path("/holds"), Json.obj("scope", "workspace", "id", "x")), "/id", "not_allowed");
        Answers.ok(writer.put(Desk.path("/holds"), Json.obj("scope", "network", "id", "sandbox")), 200);
        Answers.refused(
                desk.as(Sample.MANAGER).post(Desk.path("/holds/release"), Json.obj("scope", "workspace")),
                Problem.Code.NOT_FOUND);
    }

    @Test
    void a_query_that_cannot_be_read_is_refused() {
        var reader = desk.as(Sample.READER);

        for (var query : List.of("limit=0", "limit=101", "limit=ten", "limit=-1", "month=2026-13", "month=November")) {
            Answers.refused(
                    reader.get(Desk.path("/posts?brand=" + Sample.BRAND + "&" + query)), Problem.Code.INVALID_REQUEST);
        }
        for (var month : List.of("9999-12", "0000-01", "+99999-01")) {
            Answers.refused(reader.get(Desk.path("/audit/verification?month=" + month)), Problem.Code.INVALID_REQUEST);
        }
        Answers.refused(reader.get(Desk.path("/posts")), Problem.Code.INVALID_REQUEST);
        Answers.refused(
                reader.get(Desk.path("/inbox?brand=" + Sample.BRAND + "&handling=lost")), Problem.Code.INVALID_REQUEST);
        for (var query : List.of(
                "from=yesterday",
                "from=-999999999-01-01T00:00:00Z",
                "from=%2B999999999-12-31T00:00:00Z",
                "to=-999999999-01-01T00:00:00%2B18:00",
                "to=9999-12-31T23:59:59-18:00")) {
            Answers.refused(
                    reader.get(Desk.path("/brands/" + Sample.BRAND + "/mentions?" + query)),
                    Problem.Code.INVALID_REQUEST);
        }
    }

    @Test
    void a_fault_of_ours_says_an_incident_and_nothing_else() {
        var broken = Desk.over(Desk.inMemory(), new ShelfFiles());
        broken.sample.settle();
        broken.sandbox.limitsFail = true;

        var answer = broken.as(Sample.OWNER).get(Desk.path("/channels/" + Sample.CHANNEL + "/limits"));

        var problem = Answers.refused(answer, Problem.Code.INTERNAL);
        assertThat(problem.at("incident").textOr("")).hasSize(26);
        assertThat(Answers.text(answer)).doesNotContain("secret cause").doesNotContain("Exception");
        assertThat(broken.logged()).contains(problem.at("incident").textOr("")).contains("http.fault");
    }

    @Test
    void an_endpoint_is_told_only_what_is_told_outside() {
        var wish = Json.obj("url", "https://hooks.example/x", "events", List.of("post.failed", "report.requested"));

        var answer = desk.as(Sample.MANAGER).post(Desk.path("/endpoints"), wish);

        assertThat(Answers.field(answer, "/events", "not_allowed")).contains("report.ready");
    }
}
