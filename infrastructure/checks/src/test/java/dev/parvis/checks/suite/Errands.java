package dev.parvis.checks.suite;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.kernel.json.Json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Every operation of the API, each where it succeeds, as the owner of a workspace. */
final class Errands {
    private final House house;
    private final String brand;

    Errands(House house, String brand) {
        this.house = house;
        this.brand = brand;
    }

    void workspaces() {
        send("GET", "/v1/me");
        send("GET", "/v1/networks");
        send("GET", "/v1/workspaces");
        change(house.path(""), Json.obj("name", "Atelier du port"));
        send("POST", house.path("/members"), Json.obj("subject", "lea", "role", "writer"));
        link("lea");
        Json here = Json.obj("brand", brand, "role", "manager");
        send("PATCH", house.path("/members/lea"), Json.obj("role", "guest", "brands", List.of(here)));
        send("GET", house.path("/members"));
        send("DELETE", house.path("/members/lea"));
        Json another = send("POST", "/v1/workspaces", Json.obj("name", "Atelier fermé"));
        delete("/v1/workspaces/" + id(another));
        send("PUT", house.path("/holds"), Json.obj("scope", "network", "id", "bluesky"));
        send("GET", house.path("/holds"));
        send("POST", house.path("/holds/release"), Json.obj("scope", "network", "id", "bluesky"));
        send("GET", house.path("/audit"));
        send("GET", house.path("/stuck"));
    }

    /** A member's link stops the brand, from a phone, without a token of theirs. */
    private void link(String member) {
        String links = house.path("/holds/links");
        Json made = send("PUT", links + "/" + member, Json.obj("brand", brand, "days", 1));
        String page = made.at("url").textOr("").replaceFirst("https?://[^/]+", "");
        send("GET", links);
        for (String method : List.of("GET", "POST", "POST")) {
            HttpResponse<byte[]> shown = house.stranger().send(method, page, Map.of(), new byte[0]);
            assertThat(shown.statusCode()).as(method + " " + page).isEqualTo(200);
        }
        send("DELETE", links + "/" + member);
        send("POST", house.path("/holds/release"), Json.obj("scope", "brand", "id", brand));
    }

    /** A statement passes a stop; what is not held is not decided on. */
    void crisis(String channel) {
        Json later = Json.obj("at", "2031-05-05T09:00", "zone", "Europe/Paris");
        Json wanted = Json.obj("brand", brand, "text", "Nous savons", "channels", List.of(channel), "schedule", later);
        Json post = send("POST", house.path("/posts"), wanted);
        send("PUT", house.path("/holds"), Json.obj("scope", "brand", "id", brand, "reason", "Incident"));
        Json read = Json.obj("post", id(post), "version", post.at("version"));
        Json listed = send("POST", house.path("/holds/statements"), read);
        assertThat(listed.at("items").items()).hasSize(1);
        send("POST", house.path("/holds/release"), Json.obj("scope", "brand", "id", brand));
        send("GET", house.path("/holds/suspended?brand=" + brand));
        Json decision = Json.obj("post", id(post), "channel", channel, "revision", 1, "action", "publish");
        send("POST", house.path("/holds/suspended/decisions"), Json.obj("decisions", List.of(decision)));
        delete(house.path("/posts/" + id(post)));
    }

    void brands() {
        String made = house.path("/brands/" + house.create("/brands", Json.obj("name", "Éphémère")));
        change(made, Json.obj("name", "Éphémère, bis"));
        send("GET", house.path("/brands?limit=1"));
        String rules = house.path("/brands/" + brand + "/rules");
        Json wanted = Json.obj("name", "Liens", "condition", Json.obj("links", true), "action", "queue");
        String rule = rules + "/" + id(send("POST", rules, wanted));
        change(rule, Json.obj("enabled", false));
        send("GET", rules);
        delete(rule);
        String sheet = house.path("/brands/" + brand + "/sheet");
        send("PUT", sheet, Json.obj("tone", "Chaleureux", "themes", List.of("Produits")), seen(sheet));
        send("GET", house.path("/brands/" + brand + "/calendar/warnings"));
        delete(made);
    }

    void channels(Json answers) {
        Json wanted = Json.obj("brand", brand, "network", "sandbox", "answers", answers);
        String channel = house.path("/channels/" + house.create("/channels", wanted));
        send("GET", channel + "/limits");
        send("GET", house.path("/channels"));
        send("POST", channel + "/connect", Json.obj("answers", answers));
        delete(channel);
    }

    void media() {
        String media = house.path("/media/" + house.upload(brand, "four.png", Pictures.png()));
        change(media, Json.obj("alt", "Une tasse", "rights", Json.obj("credit", "© Marie", "until", "2099-12-31")));
        send("GET", house.path("/media?brand=" + brand + "&expiringBefore=2100-01-01"));
        send("POST", media + "/upload", Json.obj());
        send("POST", media + "/complete", Json.obj());
        send("GET", media + "/uses");
        send("POST", media + "/renditions", Json.obj());
        send("GET", media + "/renditions");
        send("GET", house.path("/media?brand=" + brand));
        delete(media);
        Json waiting = Json.obj("brand", brand, "name", "rien.png", "type", "image/png", "bytes", 5);
        send("GET", house.path("/media/" + house.create("/media", waiting)));
    }

    void posts(String channel) {
        Json wanted = Json.obj(
                "brand",
                brand,
                "text",
                "Plus tard",
                "channels",
                List.of(channel),
                "schedule",
                Json.obj("at", "2031-05-05T09:00", "zone", "Europe/Paris"));
        send("POST", house.path("/posts/preview"), Json.obj("brand", brand, "text", "x", "channels", List.of(channel)));
        String post = house.path("/posts/" + house.create("/posts", wanted));
        change(post, Json.obj("text", "Bien plus tard"));
        send("GET", house.path("/posts?month=2031-05&brand=" + brand));
        send("GET", post + "/history");
        send("POST", post + "/cancel", Json.obj(), seen(post));
        delete(post);
    }

    /** The team's word, and what is written about a post. */
    void agree(String post) {
        String path = house.path("/posts/" + post);
        String comments = path + "/comments";
        String comment = id(send("POST", comments, Json.obj("text", "On y va ?")));
        send("GET", comments);
        send("DELETE", comments + "/" + comment);
        send("POST", path + "/approve", Json.absent(), seen(path));
    }

    void slots(String channel) {
        String slots = house.path("/channels/" + channel + "/slots");
        Json daily = Json.obj("day", "monday", "time", "09:00");
        send("PUT", slots, Json.obj("slots", List.of(daily)), seen(slots));
        send("GET", slots + "/free?limit=2");
        send("GET", house.path("/channels/" + channel + "/best-times"));
        Json next = Json.obj("nextSlot", true);
        Json wanted = Json.obj("brand", brand, "text", "Au lundi", "channels", List.of(channel), "schedule", next);
        String post = house.path("/posts/" + house.create("/posts", wanted));
        change(post, Json.obj("schedule", next));
        delete(post);
    }

    void series(String channel) {
        String all = house.path("/brands/" + brand + "/series");
        String series = all + "/" + id(send("POST", all, weekly(channel)));
        send("GET", all);
        change(series, Json.obj("text", "Bon appétit"));
        change(series, Json.obj("paused", true));
        Json next = send("GET", series + "/occurrences").at("items", 0, "at");
        send("POST", series + "/skip", Json.obj("at", next), seen(series));
        send("DELETE", series + "?posts=remove", Json.absent(), seen(series));
    }

    /** A queue, what is in it, and the posts that it makes. */
    void queues(String channel) {
        String slots = house.path("/channels/" + channel + "/slots");
        Json noon = Json.obj("day", "monday", "time", "12:00");
        send("PUT", slots, Json.obj("slots", List.of(noon)), seen(slots));
        String all = house.path("/brands/" + brand + "/queues");
        String queue = all + "/" + id(send("POST", all, Json.obj("name", "Conseils", "channels", List.of(channel))));
        send("GET", all);
        String entry = queue + "/entries/"
                + id(send("POST", queue + "/entries", Json.obj("text", "Le pain se garde trois jours")));
        send("GET", queue + "/entries");
        change(entry, Json.obj("until", "2030-12-24"));
        change(queue, Json.obj("perDay", 2));
        delete(entry);
        delete(queue);
    }

    Json weekly(String channel) {
        String first = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(2) + "T12:00";
        return Json.obj("rule", "FREQ=WEEKLY", "first", first, "text", "À table", "channels", List.of(channel));
    }

    /** Checked, kept, and known again the second time. */
    void imports() {
        String imports = house.path("/brands/" + brand + "/imports");
        byte[] file = "key;texte\r\nun;Un brouillon\r\ndeux;Un autre\r\n".getBytes(UTF_8);
        sent("POST", imports + "?dryRun=true", Map.of(), file);
        Json made = sent("POST", imports, Map.of(), file);
        assertThat(made.at("made").whole()).hasValue(2L);
        assertThat(sent("POST", imports, Map.of(), file).at("known").whole()).hasValue(2L);
        send("GET", imports + "/" + id(made));
        byte[] wrong = "key;texte\r\ntrois;De trop\r\n".getBytes(UTF_8);
        String undone = imports + "/" + id(sent("POST", imports, Map.of(), wrong)) + "/undo";
        assertThat(send("POST", undone).at("state").textOr("")).isEqualTo("undone");
        String today = LocalDate.now(java.time.ZoneOffset.UTC).toString();
        HttpResponse<byte[]> exported = house.owner()
                .send(
                        "GET",
                        house.path("/brands/" + brand + "/posts.csv?from=" + today + "&to=" + today),
                        Map.of(),
                        new byte[0]);
        assertThat(new String(exported.body(), UTF_8)).startsWith("\uFEFF\"key\"");
    }

    /** A link is made, read by whoever has it, and taken back. */
    void calendars() {
        String all = house.path("/brands/" + brand + "/calendars");
        Json made = send("POST", all, Json.obj("audience", "team"));
        String feed = made.at("url").text().orElseThrow();
        HttpResponse<byte[]> read =
                house.owner().send("GET", feed.substring(feed.indexOf("/c/")), Map.of(), new byte[0]);
        assertThat(new String(read.body(), UTF_8)).startsWith("BEGIN:VCALENDAR\r\n");
        send("GET", all);
        delete(all + "/" + id(made));
    }

    void sources() {
        Json wanted = Json.obj("brand", brand, "url", house.url() + "/local/demo/feed.xml", "name", "Carnet, bis");
        String source = house.path("/sources/" + house.create("/sources", wanted));
        change(source, Json.obj("paused", true));
        change(source, Json.obj("paused", false));
        send("GET", house.path("/sources"));
        Json drafting = Json.obj(
                "brand", brand, "url", house.url() + "/local/demo/feed.xml", "drafts", Json.obj("template", "{title}"));
        delete(house.path("/sources/" + house.create("/sources", drafting)));
        delete(source);
        send("GET", house.path("/brands/" + brand + "/mentions"));
        send("GET", house.path("/inbox?handling=new&brand=" + brand));
    }

    void reports() {
        String today = LocalDate.now(java.time.ZoneOffset.UTC).toString();
        Json wanted = Json.obj("brand", brand, "from", today, "to", today, "language", "en");
        String report = house.path("/reports/" + house.create("/reports", wanted));
        house.until("report", () -> house.owner().get(report), "ready");
        send("GET", report + "/files/report.pdf");
        send("GET", house.path("/reports?brand=" + brand));
        delete(report);
    }

    void endpoints() {
        Json wanted = Json.obj("url", house.url() + "/nobody", "events", List.of("post.published"));
        String endpoint = house.path("/endpoints/" + house.create("/endpoints", wanted));
        change(endpoint, Json.obj("events", List.of("post.published", "post.failed")));
        send("POST", endpoint + "/secret", Json.obj("oldSignsHours", 1), seen(endpoint));
        send("GET", house.path("/endpoints"));
        send("GET", endpoint + "/deliveries");
        send("POST", endpoint + "/replay", Json.obj("since", "2026-01-01T00:00:00Z"));
        delete(endpoint);
    }

    /** A person answers what a rule has hidden, which goes out at once, and deletes what was hidden. */
    void decide(String interaction) {
        String path = house.path("/inbox/" + interaction);
        Json answer = send("POST", path + "/answers", Json.obj("text", "Merci de ne plus écrire ici."));
        send("GET", house.path("/posts/" + id(answer)));
        send("POST", path + "/decision", Json.obj("action", "delete", "reason", "relu"), seen(path));
    }

    private void change(String path, Json wanted) {
        send("PATCH", path, wanted, seen(path));
    }

    /** Who is mailed when something fails. */
    void alertTo(String address) {
        change(house.path(""), Json.obj("alertTo", List.of(address)));
    }

    void delete(String path) {
        send("DELETE", path, Json.absent(), seen(path));
    }

    private String seen(String path) {
        return "\"" + send("GET", path).at("version").whole().orElseThrow() + "\"";
    }

    private static String id(Json made) {
        return made.at("id").text().orElseThrow();
    }

    private Json send(String method, String path) {
        return send(method, path, Json.absent());
    }

    private Json send(String method, String path, Json body) {
        return send(method, path, body, "");
    }

    private Json send(String method, String path, Json body, String version) {
        Map<String, String> headers = version.isEmpty() ? Map.of() : Map.of("If-Match", version);
        return sent(method, path, headers, body.isMissing() ? new byte[0] : body.bytes());
    }

    private Json sent(String method, String path, Map<String, String> headers, byte[] body) {
        HttpResponse<byte[]> answer = house.owner().send(method, path, new LinkedHashMap<>(headers), body);
        String text = new String(answer.body(), UTF_8);
        assertThat(answer.statusCode() / 100)
                .as(method + " " + path + ": " + text)
                .isEqualTo(2);
        return text.isEmpty() ? Json.absent() : Json.parse(text);
    }
}
