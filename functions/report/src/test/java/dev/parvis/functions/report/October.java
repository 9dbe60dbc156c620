package dev.parvis.functions.report;

import java.time.Duration;
import java.util.Map;

import dev.parvis.domain.items.Handling;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.posts.TargetState;

/**
 * October 2026 of a bakery, small enough to add up by hand; the clocks go back on the 25th. On the edges of the month:
 * its first second is 2026-09-30T22:00:00Z, its last 2026-10-31T22:59:59Z.
 */
final class October {
    static final String FIRST_OF_NOVEMBER = "2026-11-01T05:30:00Z";

    private October() {}

    static void fill(Scene scene) {
        var bluesky = scene.channel(Scene.BLUESKY, "@ebene.bsky.social");
        var mastodon = scene.channel(Scene.MASTODON, "@ebene@piaille.fr");
        scene.followers(bluesky, "2026-10-01", 100);
        scene.followers(bluesky, "2026-10-20", 107);
        scene.followers(bluesky, "2026-11-01", 112);
        scene.followers(mastodon, "2026-10-01", 50);
        scene.followers(mastodon, "2026-10-31", 53);
        scene.followers(mastodon, "2026-11-01", Scene.failed("2026-11-01"));

        var measured = scene.published(
                bluesky, "2026-09-30T22:00:00Z", Duration.ofMillis(400), "=La cuvée d’automne est arrivée 😀 !");
        scene.figures(bluesky, measured, "2026-10-05", Map.of(Metric.LIKES, Scene.read(1, "likeCount", "2026-10-05")));
        scene.figures(
                bluesky,
                measured,
                "2026-11-01",
                Map.of(
                        Metric.LIKES, Scene.read(3, "likeCount", "2026-11-01"),
                        Metric.REPOSTS, Scene.read(0, "repostCount", "2026-11-01"),
                        Metric.REPLIES, Scene.failed("2026-11-01"),
                        Metric.QUOTES, Scene.read(0, "quoteCount", "2026-11-01")));
        var late = scene.published(mastodon, "2026-10-12T10:00:00Z", Duration.ofSeconds(90), "Galettes dès samedi");
        scene.figures(
                mastodon,
                late,
                "2026-11-01",
                Map.of(
                        Metric.LIKES, Scene.read(5, "favourites_count", "2026-11-01"),
                        Metric.REPOSTS, Scene.read(2, "reblogs_count", "2026-11-01"),
                        Metric.REPLIES, Scene.read(1, "replies_count", "2026-11-01"),
                        Metric.QUOTES, Scene.untold()));
        scene.published(bluesky, "2026-10-31T22:59:57Z", Duration.ofSeconds(2), "Jamais relevée");
        scene.notOut(bluesky, "2026-10-13T10:00:00Z", TargetState.FAILED);
        scene.notOut(bluesky, "2026-10-14T10:00:00Z", TargetState.CANCELLED);
        scene.published(bluesky, "2026-10-31T23:00:00Z", Duration.ZERO, "Déjà novembre");

        var before = scene.published(bluesky, "2026-09-30T21:59:50Z", Duration.ofSeconds(9), "Encore septembre");
        scene.figures(bluesky, before, "2026-10-01", Map.of(Metric.LIKES, Scene.read(4, "likeCount", "2026-10-01")));

        scene.mention("2026-10-02T08:00:00Z", "Amélie", "Le Cœur d’Ébène, quelle adresse !");
        scene.mention("2026-10-02T21:59:00Z", "محمد الأمين", "@SUM(1) Cœur d’Ébène");
        scene.mention("2026-10-25T23:30:00Z", "李小龙", "Cœur d’Ébène 面包");
        scene.mention("2026-09-20T23:30:00Z", "Avant", "Cœur d’Ébène");
        scene.received(bluesky, "2026-10-03T08:00:00Z", Handling.HIDDEN);
        scene.received(bluesky, "2026-10-04T08:00:00Z", Handling.QUEUED);
        scene.received(bluesky, "2026-10-04T09:00:00Z", Handling.QUEUED);
        scene.received(mastodon, "2026-11-01T09:00:00Z", Handling.QUEUED);
    }
}
