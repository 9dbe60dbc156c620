package dev.parvis.fakes.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FeedHostTest {
    private static final Entry CAFE = new Entry(
            "x1",
            "Le café & ses amis",
            "https://blog.example/1?a=1&b=2",
            "<p>Déjà ]]> vu</p>",
            "Zoé",
            Instant.parse("2026-01-15T10:00:00Z"));

    private final FeedHost host = FeedHost.start();
    private final Http http = Http.to(host.uri());

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void rss_is_well_formed_and_carries_the_entry() throws Exception {
        host.feed("news", "Nouvelles", FeedFormat.RSS).add(CAFE);

        Http.Answer answer = http.get("/feeds/news");

        Document xml = parse(answer.bytes());
        assertThat(answer.header("Content-Type")).isEqualTo("application/rss+xml; charset=utf-8");
        assertThat(text(xml, "title", 1)).isEqualTo("Le café & ses amis");
        assertThat(text(xml, "guid", 0)).isEqualTo("x1");
        assertThat(text(xml, "pubDate", 0)).isEqualTo("Thu, 15 Jan 2026 10:00:00 GMT");
        assertThat(text(xml, "content:encoded", 0)).isEqualTo("<p>Déjà ]]> vu</p>");
    }

    @Test
    void atom_and_json_carry_the_same_entry() throws Exception {
        host.feed("a", FeedFormat.ATOM).add(CAFE);
        host.feed("j", FeedFormat.JSON).add(CAFE);

        Document atom = parse(http.get("/feeds/a").bytes());
        Http.Answer json = http.get("/feeds/j");

        assertThat(text(atom, "id", 1)).isEqualTo("x1");
        assertThat(text(atom, "updated", 1)).isEqualTo("2026-01-15T10:00:00Z");
        assertThat(text(atom, "content", 0)).isEqualTo("<p>Déjà ]]> vu</p>");
        assertThat(json.header("Content-Type")).startsWith("application/feed+json");
        assertThat(Json.asMap(json.list("items").getFirst())).containsEntry("content_html", "<p>Déjà ]]> vu</p>");
    }

    @Test
    void a_matching_validator_is_304_and_a_new_entry_200() {
        Feed feed = host.feed("news", FeedFormat.RSS).add(CAFE);
        Http.Answer first = http.get("/feeds/news");

        Http.Answer byTag = http.get("/feeds/news", "If-None-Match", first.header("ETag"));
        Http.Answer byDate = http.get("/feeds/news", "If-Modified-Since", first.header("Last-Modified"));
        Http.Answer tagWins = http.get(
                "/feeds/news", "If-None-Match", "\"other\"", "If-Modified-Since", first.header("Last-Modified"));
        feed.add(new Entry(
                "x2", "t", "https://blog.example/2", "", "", CAFE.published().plusSeconds(1)));
        Http.Answer changed = http.get("/feeds/news", "If-None-Match", first.header("ETag"));

        assertThat(List.of(byTag.status(), byDate.status(), tagWins.status(), changed.status()))
                .containsExactly(304, 304, 200, 200);
        assertThat(byTag.bytes()).isEmpty();
        assertThat(byTag.header("ETag")).isEqualTo(first.header("ETag"));
    }

    @Test
    void validators_can_be_left_out() {
        host.feed("news", FeedFormat.RSS).add(CAFE).validators(Feed.Validators.NONE);

        Http.Answer answer = http.get("/feeds/news", "If-None-Match", "*");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers()).doesNotContainKeys("etag", "last-modified");
    }

    @Test
    void gzip_is_sent_to_those_who_ask_with_a_weak_tag() throws IOException {
        host.feed("news", FeedFormat.RSS).add(CAFE).gzip(true);

        Http.Answer plain = http.get("/feeds/news");
        Http.Answer packed = http.get("/feeds/news", "Accept-Encoding", "gzip");

        assertThat(packed.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(packed.header("ETag")).isEqualTo("W/" + plain.header("ETag"));
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.bytes())).readAllBytes())
                .isEqualTo(plain.bytes());
        assertThat(http.get("/feeds/news", "Accept-Encoding", "gzip", "If-None-Match", packed.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void a_feed_can_be_gone_moved_busy_and_back() {
        Feed feed = host.feed("news", FeedFormat.RSS).answers(410);
        int gone = http.get("/feeds/news").status();
        feed.answers(301, "Location", "/feeds/new");
        Http.Answer moved = http.get("/feeds/news");
        feed.answers(429, "Retry-After", "120");
        Http.Answer busy = http.get("/feeds/news");
        feed.recovers();

        assertThat(gone).isEqualTo(410);
        assertThat(moved.header("Location")).isEqualTo("/feeds/new");
        assertThat(busy.header("Retry-After")).isEqualTo("120");
        assertThat(http.get("/feeds/news").status()).isEqualTo(200);
    }

    @Test
    void redirects_lead_anywhere_round_and_round_or_through_a_chain() {
        String metadata = "http://169.254.169.254/latest/meta-data/";

        assertThat(http.get("/redirect?to=" + metadata + "&status=307").header("Location"))
                .isEqualTo(metadata);
        assertThat(http.get("/redirect/loop").header("Location")).isEqualTo("/redirect/loop");
        assertThat(http.get("/redirect/2?to=/feeds/x").header("Location")).isEqualTo("/redirect/1?to=/feeds/x");
        assertThat(http.get("/redirect/1?to=/feeds/x").header("Location")).isEqualTo("/feeds/x");
    }

    @Test
    void hostile_documents_are_what_they_say() throws Exception {
        assertThat(http.get("/hostile/bomb.xml").text()).contains("<!ENTITY l9").hasSizeLessThan(2000);
        assertThat(http.get("/hostile/external.xml").text()).contains("file:///etc/passwd");
        assertThat(http.get("/hostile/oversize.xml").bytes()).hasSizeGreaterThan(8 * 1024 * 1024);
        assertThat(http.get("/hostile/gzip-bomb.xml").bytes()).hasSizeLessThan(512 * 1024);
        assertThat(text(parse(http.get("/hostile/windows1252.xml").bytes()), "title", 1))
                .isEqualTo("déjà vu");
        assertThat(text(parse(http.get("/hostile/utf16.xml").bytes()), "title", 1))
                .isEqualTo("déjà vu");
        assertThat(new String(http.get("/hostile/latin1.xml").bytes(), StandardCharsets.ISO_8859_1))
                .contains("déjà vu");
        assertThatThrownBy(() -> parse(http.get("/hostile/truncated.xml").bytes()))
                .isInstanceOf(org.xml.sax.SAXException.class);
    }

    @Test
    void another_process_makes_feeds_and_adds_entries() {
        String url = http.post("/__feeds", Json.object("name", "blog", "format", "atom"))
                .get("url");
        Http.Answer added = http.post(
                "/__feeds/blog/entries",
                Json.object("id", "1", "title", "Parvis ouvre", "link", "https://b.example/1"));
        http.post("/__feeds/blog", Json.object("validators", "last-modified"));

        assertThat(added.status()).isEqualTo(201);
        assertThat(http.get(url).text()).contains("Parvis ouvre");
        assertThat(http.get(url).headers()).doesNotContainKey("etag").containsKey("last-modified");
        assertThat(http.get("/__posts").text()).contains("\"feed\":\"blog\"");
        assertThat(http.get("/sites/blog").text()).contains("type=\"application/atom+xml\" href=\"/feeds/blog\"");
        http.post("/__feeds/blog", Json.object("status", 503L, "retry_after", "60"));
        assertThat(http.get(url).header("Retry-After")).isEqualTo("60");
    }

    private static Document parse(byte[] xml) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(xml));
    }

    private static String text(Document xml, String tag, int index) {
        return xml.getElementsByTagName(tag).item(index).getTextContent();
    }
}
