package dev.parvis.fakes.mastodon;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.Http;
import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class PagingTest {
    private static final Pattern LINK = Pattern.compile("<([^>]+)>; rel=\"(\\w+)\"");

    private final MastodonServer server = MastodonServer.start(MastodonOptions.MASTODON);
    private MastodonServer.Account alice;
    private MastodonServer.Account bob;
    private Http asAlice;
    private Http asBob;
    private final List<String> ids = new ArrayList<>();

    @BeforeEach
    void fiveStatuses() {
        alice = server.account("alice", "a");
        bob = server.account("bob", "b");
        asAlice = Http.to(server.uri()).bearer(alice.token());
        asBob = Http.to(server.uri()).bearer(bob.token());
        for (int i = 1; i <= 5; i++)
            ids.add(asAlice.form("/api/v1/statuses", "status=n" + i).get("id"));
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void next_links_walk_back_to_the_oldest_and_end() {
        Http.Answer first = statuses("limit=2");
        Http.Answer second = asAlice.get(link(first, "next"));
        Http.Answer third = asAlice.get(link(second, "next"));

        assertThat(ids(first)).containsExactly(ids.get(4), ids.get(3));
        assertThat(ids(second)).containsExactly(ids.get(2), ids.get(1));
        assertThat(ids(third)).containsExactly(ids.get(0));
        assertThat(link(third, "next")).isEmpty();
    }

    @Test
    void min_id_is_the_page_right_above_and_since_id_the_newest_above() {
        assertThat(ids(statuses("limit=2&min_id=" + ids.get(0)))).containsExactly(ids.get(2), ids.get(1));
        assertThat(ids(statuses("limit=2&since_id=" + ids.get(0)))).containsExactly(ids.get(4), ids.get(3));
        assertThat(ids(statuses("limit=2&max_id=" + ids.get(2)))).containsExactly(ids.get(1), ids.get(0));
    }

    @Test
    void prev_links_walk_up_to_the_newest() {
        Http.Answer page = asAlice.get(link(statuses("limit=2&max_id=" + ids.get(2)), "prev"));

        assertThat(ids(page)).containsExactly(ids.get(3), ids.get(2));
        assertThat(statuses("min_id=" + ids.get(4)).list()).isEmpty();
    }

    @Test
    void mentions_favourites_boosts_and_follows_are_told_and_can_be_filtered() {
        asBob.form("/api/v1/statuses", "status=%40alice+bravo&in_reply_to_id=" + ids.get(0));
        asBob.form("/api/v1/statuses/" + ids.get(0) + "/favourite", "");
        asBob.form("/api/v1/statuses/" + ids.get(0) + "/favourite", "");
        asBob.form("/api/v1/statuses/" + ids.get(0) + "/reblog", "");
        asBob.form("/api/v1/accounts/" + alice.id() + "/follow", "");

        assertThat(types("")).containsExactly("follow", "reblog", "favourite", "mention");
        assertThat(types("?types[]=mention&types[]=follow")).containsExactly("follow", "mention");
        assertThat(types("?exclude_types%5B%5D=follow&limit=1")).containsExactly("reblog");
        assertThat(asAlice.get("/api/v1/accounts/verify_credentials").json()).containsEntry("followers_count", 1L);
    }

    @Test
    void a_blocked_person_is_not_heard() {
        Http.Answer relationship = asAlice.form("/api/v1/accounts/" + bob.id() + "/block", "");

        asBob.form("/api/v1/statuses", "status=%40alice+insult");

        assertThat(relationship.json()).containsEntry("blocking", true);
        assertThat(types("")).isEmpty();
    }

    private Http.Answer statuses(String query) {
        return asAlice.get("/api/v1/accounts/" + alice.id() + "/statuses?" + query);
    }

    private List<String> types(String query) {
        return asAlice.get("/api/v1/notifications" + query).list().stream()
                .map(one -> Json.string(Json.asMap(one), "type"))
                .toList();
    }

    private static List<String> ids(Http.Answer answer) {
        return answer.list().stream()
                .map(one -> Json.string(Json.asMap(one), "id"))
                .toList();
    }

    private static String link(Http.Answer answer, String rel) {
        Matcher link = LINK.matcher(answer.header("Link"));
        while (link.find()) if (link.group(2).equals(rel)) return link.group(1);
        return "";
    }
}
