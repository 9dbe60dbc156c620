package dev.parvis.networks.standard;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.Connects;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;

/** A sender is known by a name of one's own choice and a secret that both sides hold: there is nobody to ask. */
final class StandardConnects implements Connects {
    private static final int LONGEST_NAME = 80;
    /** Nothing is ever called there: deliveries come to us. */
    private static final URI NO_SERVER = URI.create("urn:parvis:webhook");

    private final InstantSource clock;

    StandardConnects(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field("name", false, true), new Field("secret", true, true));
    }

    @Override
    public Connecting connect(Map<String, String> answers) {
        var name = answers.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return new Connecting.Refused("name", "a name has 1 to " + LONGEST_NAME + " characters");
        }
        var secret = answers.getOrDefault("secret", "");
        try {
            new StandardWebhook(List.of(new Secret(secret)), clock);
        } catch (IllegalArgumentException malformed) {
            return new Connecting.Refused("secret", "a secret is whsec_ and 24 to 64 bytes in base64");
        }
        return new Connecting.Connected(
                NO_SERVER, name, name, new Credential(Map.of(StandardNetwork.SECRET, secret)), Instant.MAX);
    }

    @Override
    public Renewal refresh(Connection connection) {
        return new Renewal.Lasting();
    }
}
