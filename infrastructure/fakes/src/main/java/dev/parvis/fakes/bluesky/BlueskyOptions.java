package dev.parvis.fakes.bluesky;

import java.time.Duration;

/**
 * How the fake network is set up.
 *
 * @param imageBytes what an image may weigh in a post: 2,000,000, on older servers 1,000,000
 * @param uploadBytes what {@code uploadBlob} takes at all: 5,242,880 as a self-hosted PDS has it
 * @param accessLife life of an access token
 * @param refreshLife life of a refresh token
 * @param sessionsPerFiveMinutes {@code createSession} calls per account and five minutes before 429
 * @param didDocInSession is the DID document, with the PDS's own address, in a session's answer?
 */
public record BlueskyOptions(
        int imageBytes,
        int uploadBytes,
        Duration accessLife,
        Duration refreshLife,
        int sessionsPerFiveMinutes,
        boolean didDocInSession) {
    public static final BlueskyOptions REAL =
            new BlueskyOptions(2_000_000, 5_242_880, Duration.ofMinutes(120), Duration.ofDays(90), 30, true);

    public BlueskyOptions imageBytes(int bytes) {
        return new BlueskyOptions(bytes, uploadBytes, accessLife, refreshLife, sessionsPerFiveMinutes, didDocInSession);
    }

    public BlueskyOptions accessLife(Duration life) {
        return new BlueskyOptions(imageBytes, uploadBytes, life, refreshLife, sessionsPerFiveMinutes, didDocInSession);
    }

    public BlueskyOptions refreshLife(Duration life) {
        return new BlueskyOptions(imageBytes, uploadBytes, accessLife, life, sessionsPerFiveMinutes, didDocInSession);
    }

    public BlueskyOptions sessionsPerFiveMinutes(int sessions) {
        return new BlueskyOptions(imageBytes, uploadBytes, accessLife, refreshLife, sessions, didDocInSession);
    }
}
