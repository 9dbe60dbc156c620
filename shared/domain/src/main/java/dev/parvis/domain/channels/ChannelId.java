package dev.parvis.domain.channels;

import dev.parvis.domain.stored.Check;

/** A connected account of a brand. A ULID. */
public record ChannelId(String value) {
    public ChannelId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
