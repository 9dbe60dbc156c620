package dev.parvis.fakes.mastodon;

/**
 * How the fake server is set up.
 *
 * @param idempotency what becomes of a repeated {@code Idempotency-Key}
 * @param v2Instance is there {@code /api/v2/instance}, or only v1?
 * @param maxCharacters of a status
 * @param mediaPolls how often {@code GET /api/v1/media/:id} answers 206 before an upload by v2 is ready; 0 is ready at once
 * @param mediaFails does processing end in 422?
 * @param deleteTwice is a repeated DELETE answered 200 (snac2) instead of 404?
 * @param requestsPerFiveMinutes per token before 429; 0 is no limit and no headers (snac2)
 */
public record MastodonOptions(
        Idempotency idempotency,
        boolean v2Instance,
        int maxCharacters,
        int mediaPolls,
        boolean mediaFails,
        boolean deleteTwice,
        int requestsPerFiveMinutes) {
    /** What a server does with a key it has seen. */
    public enum Idempotency {
        /** The first status again, for an hour, whatever the body says. */
        HONOURED,
        /** A second status. */
        IGNORED,
        /** HTTP 500 and no second status. https://github.com/mastodon/mastodon/issues/40399 */
        FAILS_ON_REPEAT
    }

    public static final MastodonOptions MASTODON =
            new MastodonOptions(Idempotency.HONOURED, true, 500, 1, false, false, 300);

    /** As snac2 2.96 was measured. */
    public static final MastodonOptions SNAC = new MastodonOptions(Idempotency.IGNORED, false, 500, 0, false, true, 0);

    public MastodonOptions idempotency(Idempotency how) {
        return new MastodonOptions(
                how, v2Instance, maxCharacters, mediaPolls, mediaFails, deleteTwice, requestsPerFiveMinutes);
    }

    public MastodonOptions maxCharacters(int characters) {
        return new MastodonOptions(
                idempotency, v2Instance, characters, mediaPolls, mediaFails, deleteTwice, requestsPerFiveMinutes);
    }

    public MastodonOptions mediaPolls(int polls) {
        return new MastodonOptions(
                idempotency, v2Instance, maxCharacters, polls, mediaFails, deleteTwice, requestsPerFiveMinutes);
    }

    public MastodonOptions mediaFails(boolean fails) {
        return new MastodonOptions(
                idempotency, v2Instance, maxCharacters, mediaPolls, fails, deleteTwice, requestsPerFiveMinutes);
    }

    public MastodonOptions requestsPerFiveMinutes(int requests) {
        return new MastodonOptions(
                idempotency, v2Instance, maxCharacters, mediaPolls, mediaFails, deleteTwice, requests);
    }
}
