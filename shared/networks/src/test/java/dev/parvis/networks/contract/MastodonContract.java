package dev.parvis.networks.contract;

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
import dev.parvis.networks.http.HtmlText;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.http.Urls;
import dev.parvis.networks.mastodon.Mastodon;

import static org.assertj.core.api.Assertions.assertThat;

/** The contract on any server of the Mastodon API. */
public abstract class MastodonContract extends PartsContract {
    @Override
    protected Network network(Outbound outbound, InstantSource clock, Sleeper sleeper, Quiet quiet) {
        return new Mastodon(outbound, clock, sleeper, quiet);
    }

    @Override
    protected Map<String, String> answers(Site site, String handle, String secret) {
        return Map.of("server", site.server().toString(), "accessToken", secret);
    }

    @Override
    protected String mention(Connection account) {
        return "@" + account.channel().handle().split("@", 2)[0];
    }

    @Override
    protected String reply(Connection by, String nativeId, String text) {
        // Mastodon tells of a reply only when it names whom it answers, as every program's answer does.
        var status = Json.obj("status", mention(us) + " " + text, "in_reply_to_id", nativeId);
        var written = outbound.send(Call.postJson(Urls.of(site.server(), "/api/v1/statuses"), status)
                .bearer(new Secret(by.credential().need("accessToken"))));
        assertThat(written.status()).as(written.text()).isEqualTo(200);
        return written.json().at("id").text().orElseThrow();
    }

    @Override
    protected List<Shown> own(Connection by) {
        var path = "/api/v1/accounts/" + Urls.encode(by.channel().account()) + "/statuses";
        // As the connector does: snac2 closes a connection after its answer without saying so.
        var listed = outbound.send(Call.get(Urls.of(site.server(), path, "limit", "40"))
                .header("connection", "close")
                .bearer(new Secret(by.credential().need("accessToken"))));
        assertThat(listed.status()).as(listed.text()).isEqualTo(200);
        return listed.json().items().stream()
                .map(status -> new Shown(
                        status.at("id").textOr(""),
                        HtmlText.of(status.at("content").textOr("")),
                        status.at("in_reply_to_id").textOr("")))
                .toList();
    }
}
