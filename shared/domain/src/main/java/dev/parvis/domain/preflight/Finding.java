package dev.parvis.domain.preflight;

import dev.parvis.domain.channels.ChannelId;

/**
 * Something that stands in the way of a target, or that a person should know of it.
 *
 * @param code of this package, or the network's own word for what it does not accept of the content
 * @param detail for a person
 */
public record Finding(ChannelId channel, Weight weight, String code, String detail) {
    /** What it means. */
    public enum Weight {
        /** As things are, the target will not go out. */
        STOPS,
        /** It could not be asked. Nothing is known to be wrong. */
        UNASKED,
        /** It will go out, otherwise than it was made. */
        WARNS,
        /** Nothing is wrong; a person may want to know it. */
        TELLS
    }

    public static final String CHANNEL_REMOVED = "channel.removed";
    public static final String CHANNEL_DISCONNECTED = "channel.disconnected";
    public static final String CANNOT_PUBLISH = "network.unknown";
    public static final String CREDENTIAL_EXPIRES = "credential.expires";
    public static final String CREDENTIAL_UNASKED = "credential.unasked";
    public static final String SCOPE_MISSING = "scope.missing";
    public static final String MEDIA_MISSING = "media.missing";
    public static final String MEDIA_EXPIRED = "media.rights_expired";
    public static final String MEDIA_CHANGED = "media.changed";
    public static final String MEDIA_TYPE = "media.type";
    public static final String MEDIA_SHAPE = "media.shape";
    public static final String QUOTA_EXCEEDED = "quota.exceeded";
    public static final String COST = "cost";

    static Finding stops(ChannelId channel, String code, String detail) {
        return new Finding(channel, Weight.STOPS, code, detail);
    }

    static Finding unasked(ChannelId channel, String code, String detail) {
        return new Finding(channel, Weight.UNASKED, code, detail);
    }

    static Finding warns(ChannelId channel, String code, String detail) {
        return new Finding(channel, Weight.WARNS, code, detail);
    }

    static Finding tells(ChannelId channel, String code, String detail) {
        return new Finding(channel, Weight.TELLS, code, detail);
    }

    public boolean stops() {
        return weight == Weight.STOPS;
    }
}
