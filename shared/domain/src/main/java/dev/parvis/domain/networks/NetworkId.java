package dev.parvis.domain.networks;

import java.util.regex.Pattern;

/** A network's name in keys, the API and logs: {@code bluesky}, {@code mastodon}, {@code sandbox}, {@code web}. */
public record NetworkId(String value) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{1,19}");

    public NetworkId {
        if (!NAME.matcher(value).matches()) {
            throw new IllegalArgumentException("a network's name is 2 to 20 small letters and digits");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
