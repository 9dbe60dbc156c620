package dev.parvis.bench.cost;

import dev.parvis.bench.Figures;
import dev.parvis.bench.Table;
import dev.parvis.kernel.json.Json;

/**
 * A thousand posts on one channel each, at list prices, every one alone in its minute: the dearest way, for then each has an
 * instance of {@code publish} wait for it.
 *
 * @param writes units of creation, publishing, audit and notices of one post
 * @param waitSeconds how long one instance waits on average: it takes a target up to the horizon ahead, and a tick comes
 *     every minute
 */
record Thousand(double writes, double reads, double waitSeconds, int memoryMb) {

    private static final double POSTS = 1_000;
    private static final double HALF_A_MINUTE = 30;

    /** Config's default, unless the template says otherwise: it does not. */
    private static final double HORIZON_SECONDS = 150;

    private static final int PUBLISH_MB = 1_769;

    static Thousand of(Json units) {
        double writes = 0;
        double reads = 0;
        for (Json line : units.at("work").items()) {
            String work = line.at("work").textOr("");
            if (work.startsWith("post created") || work.equals("target published, alone")) {
                writes += number(line, "writes") + number(line, "auditWrites") + number(line, "noticeWrites");
                reads += number(line, "reads") + number(line, "noticeReads");
            }
        }
        return new Thousand(writes, reads, HORIZON_SECONDS - HALF_A_MINUTE, PUBLISH_MB);
    }

    double tableUsd() {
        return POSTS * (writes * Prices.TABLE_WRITE_UNIT + reads * Prices.TABLE_READ_UNIT);
    }

    double waitingUsd() {
        return POSTS * waitSeconds * memoryMb / 1024 * Prices.LAMBDA_GB_SECOND;
    }

    double requestsUsd() {
        return POSTS * (Prices.HTTP_API_REQUEST + 2 * Prices.LAMBDA_REQUEST + Prices.EVENT);
    }

    double usd() {
        return tableUsd() + waitingUsd() + requestsUsd();
    }

    Table table() {
        return Table.of("A thousand posts, each alone in its minute, USD at list prices", "what", "of one post", "USD")
                .with(
                        "DynamoDB",
                        Figures.number(writes, 1) + " writes, " + Figures.number(reads, 1) + " reads",
                        Figures.number(tableUsd(), 3))
                .with(
                        "publish waiting for the second",
                        Figures.number(waitSeconds, 0) + " s of " + memoryMb + " MB",
                        Figures.number(waitingUsd(), 3))
                .with("HTTP API, requests, events", "", Figures.number(requestsUsd(), 3))
                .with("all", "", Figures.number(usd(), 2));
    }

    Json figures() {
        return Json.obj(
                "writes", writes,
                "reads", reads,
                "tableUsd", Figures.rounded(tableUsd(), 4),
                "waitingUsd", Figures.rounded(waitingUsd(), 4),
                "requestsUsd", Figures.rounded(requestsUsd(), 4),
                "usd", Figures.rounded(usd(), 3));
    }

    private static double number(Json line, String name) {
        return line.at(name).number().orElseThrow().doubleValue();
    }
}
