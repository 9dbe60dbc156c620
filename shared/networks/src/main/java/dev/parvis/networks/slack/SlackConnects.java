package dev.parvis.networks.slack;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.Connects;

/** A Slack workspace by its team id and the app's signing secret; receiving needs no token, so nobody is asked. */
final class SlackConnects implements Connects {
    private static final URI SLACK = URI.create("https://slack.com/api/");
    private static final Pattern TEAM = Pattern.compile("T[A-Z0-9]{1,30}");
    private static final Pattern SIGNING_SECRET = Pattern.compile("[0-9A-Za-z]{16,128}");

    @Override
    public List<Field> fields() {
        return List.of(new Field("team", false, true), new Field("signingSecret", true, true));
    }

    @Override
    public Connecting connect(Map<String, String> answers) {
        var team = answers.getOrDefault("team", "").strip();
        if (!TEAM.matcher(team).matches()) {
            return new Connecting.Refused("team", "a team id is a T and capital letters or digits");
        }
        var secret = answers.getOrDefault("signingSecret", "").strip();
        if (!SIGNING_SECRET.matcher(secret).matches()) {
            return new Connecting.Refused("signingSecret", "the signing secret has letters and digits only");
        }
        return new Connecting.Connected(SLACK, team, team, new Credential(Map.of(Slack.SECRET, secret)), Instant.MAX);
    }

    @Override
    public Renewal refresh(Connection connection) {
        return new Renewal.Lasting();
    }
}
