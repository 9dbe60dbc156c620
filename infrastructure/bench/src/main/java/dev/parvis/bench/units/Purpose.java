package dev.parvis.bench.units;

/** What a call to the table was for, by the keys it named. */
enum Purpose {
    /** The look for work that is due. */
    TICK,
    /** An entry of the audit trail. */
    AUDIT,
    /** A notice on its way to somebody. */
    NOTICE,
    /** The piece of work itself. */
    WORK;

    static Purpose of(String operation, String request) {
        if (operation.equals("Query") && request.contains("\"Due\"")) {
            return TICK;
        }
        if (request.contains("#AUDIT#") || request.contains("#WRITTEN#")) {
            return AUDIT;
        }
        return request.contains("#DELIVERY#") ? NOTICE : WORK;
    }
}
