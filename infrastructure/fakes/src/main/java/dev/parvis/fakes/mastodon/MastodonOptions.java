package dev.parvis.fakes.mastodon;

/**
 * How the fake server is set up.
 *
 * @param manner whose answers it gives
 * @param idempotency what becomes of a repeated {@code Idempotency-Key}
 * @param maxCharacters of a status
 * @param mediaPolls how often {@code GET /api/v1/media/:id} answers 206 before an upload by v2 is ready; 0 is ready at once
 * @param mediaFails does processing end in 422?
 * @param requestsPerFiveMinutes per token before 429; 0 is no limit and no headers
 */
public record MastodonOptions(
        Manner manner,
        Idempotency idempotency,
        int maxCharacters,
        int mediaPolls,
        boolean mediaFails,
        int requestsPerFiveMinutes) {
    /** Whose answers it gives. */
    public enum Manner {
        MASTODON,
        /**
         * As snac2 2.96 answered on 2026-11-21: no v2 instance, no look-up of many ids, no Link headers, a list of statuses
         * that knows no {@code min_id}, ids in hex, 422 without a body for a bad token, HTML for 404, blank texts and replies
         * to nothing taken, uploads attached more than once, a second DELETE answered 200, no {@code application}, polls that come
         * as JSON dropped without a word.
         */
        SNAC
    }

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
            new MastodonOptions(Manner.MASTODON, Idempotency.HONOURED, 500, 1, false, 300);

    /** The limit of 500 is ours: snac2 says 100,000, which no test would reach. */
    public static final MastodonOptions SNAC = new MastodonOptions(Manner.SNAC, Idempotency.IGNORED, 500, 0, false, 0);

    public MastodonOptions idempotency(Idempotency how) {
        return new MastodonOptions(manner, how, maxCharacters, mediaPolls, mediaFails, requestsPerFiveMinutes);
    }

    public MastodonOptions maxCharacters(int characters) {
        return new MastodonOptions(manner, idempotency, characters, mediaPolls, mediaFails, requestsPerFiveMinutes);
    }

    public MastodonOptions mediaPolls(int polls) {
        return new MastodonOptions(manner, idempotency, maxCharacters, polls, mediaFails, requestsPerFiveMinutes);
    }

    public MastodonOptions mediaFails(boolean fails) {
        return new MastodonOptions(manner, idempotency, maxCharacters, mediaPolls, fails, requestsPerFiveMinutes);
    }

    public MastodonOptions requestsPerFiveMinutes(int requests) {
        return new MastodonOptions(manner, idempotency, maxCharacters, mediaPolls, mediaFails, requests);
    }

    boolean snac() {
        return manner == Manner.SNAC;
    }
}
