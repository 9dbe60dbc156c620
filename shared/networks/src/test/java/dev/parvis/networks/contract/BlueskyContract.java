package dev.parvis.networks.contract;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Network;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.networks.bluesky.Bluesky;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.http.Urls;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract on any AT Protocol network with an AppView. */
public abstract class BlueskyContract extends PartsContract {
    @Override
    protected Network network(Outbound outbound, InstantSource clock, Sleeper sleeper, Quiet quiet) {
        return new Bluesky(outbound, clock, quiet);
    }

    @Override
    protected Map<String, String> answers(Site site, String handle, String secret) {
        return Map.of(
                "handle", handle, "appPassword", secret, "server", site.server().toString());
    }

    @Override
    protected String mention(Connection account) {
        return "@" + account.channel().handle();
    }

    @Override
    protected String reply(Connection by, String nativeId, String text) {
        var server = URI.create(by.credential().need("pds"));
        var token = new Secret(by.credential().need("accessJwt"));
        // Who answers has seen the post. An AppView that is shown an answer before its post tells nobody of it.
        var seen = until("the post in the AppView", () -> outbound.send(
                        Call.get(Urls.of(server, "/xrpc/app.bsky.feed.getPosts", "uris", nativeId))
                                .bearer(token))
                .json()
                .at("posts", 0, "cid")
                .text());
        var strong = Json.obj("uri", nativeId, "cid", seen);
        var written = outbound.send(Call.postJson(
                        Urls.of(server, "/xrpc/com.atproto.repo.createRecord"),
                        Json.obj(
                                "repo", by.channel().account(),
                                "collection", "app.bsky.feed.post",
                                "record",
                                        Json.obj(
                                                "$type",
                                                "app.bsky.feed.post",
                                                "text",
                                                text,
                                                "createdAt",
                                                InstantSource.system().instant(),
                                                "reply",
                                                Json.obj("root", strong, "parent", strong))))
                .bearer(token));
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        return written.json().at("uri").text().orElseThrow();
    }

    @Override
    protected List<Shown> own(Connection by) {
        var listed = outbound.send(Call.get(Urls.of(
                        URI.create(by.credential().need("pds")),
                        "/xrpc/com.atproto.repo.listRecords",
                        "repo",
                        by.channel().account(),
                        "collection",
                        "app.bsky.feed.post",
                        "limit",
                        "100"))
                .bearer(new Secret(by.credential().need("accessJwt"))));
        assertThat(listed.status()).as(listed.text()).isEqualTo(200);
        return listed.json().at("records").items().stream()
                .map(record -> new Shown(
                        record.at("uri").textOr(""),
                        record.at("value", "text").textOr(""),
                        record.at("value", "reply", "parent", "uri").textOr("")))
                .toList();
    }
}
