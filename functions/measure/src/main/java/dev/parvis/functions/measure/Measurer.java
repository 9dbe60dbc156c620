package dev.parvis.functions.measure;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.functions.measure.ChannelFigures.Asked;
import dev.parvis.kernel.log.Log;

/** Measures one channel: asks, writes the day's rows, and last of all says when it is measured next. */
final class Measurer {
    private final Stores stores;
    private final RecentPosts posts;
    private final ChannelFigures figures;
    private final DayRows rows;
    private final InstantSource clock;
    private final Log log;

    /** What is read besides figures, and where the orders wait. */
    record Stores(Agenda agenda, Brands brands, Channels channels) {}

    /** How a channel is measured. */
    record Steps(RecentPosts posts, ChannelFigures figures, DayRows rows) {}

    Measurer(Stores stores, Steps steps, InstantSource clock, Log log) {
        this.stores = stores;
        this.posts = steps.posts();
        this.figures = steps.figures();
        this.rows = steps.rows();
        this.clock = clock;
        this.log = log;
    }

    void measure(Claim<SnapshotOrder> claim) {
        var order = claim.work();
        stores.channels()
                .find(order.workspace(), order.channel())
                .ifPresentOrElse(channel -> measure(claim, channel), () -> finish(claim, order, Next.never()));
    }

    private void measure(Claim<SnapshotOrder> claim, Channel channel) {
        var order = claim.work();
        var started = clock.instant();
        var ours = posts.of(order, started);
        switch (figures.of(order, channel.network(), List.copyOf(ours.keySet()))) {
            case Asked.Gone() -> finish(claim, order, Next.never());
            case Asked.Told(var network, var told) -> {
                var zone = zone(order);
                var day = started.atZone(zone).toLocalDate();
                rows.write(new DayRows.Day(order, network, day), told, ours);
                log.info(
                        "channel.measured",
                        "workspace",
                        order.workspace().value(),
                        "channel",
                        order.channel().value(),
                        "network",
                        network.value(),
                        "posts",
                        told.posts().size(),
                        "failed",
                        told.failures(),
                        "ms",
                        Duration.between(started, clock.instant()));
                next(claim, zone, told.failures() > 0);
            }
        }
    }

    private void next(Claim<SnapshotOrder> claim, ZoneId zone, boolean failed) {
        var order = claim.work();
        var now = clock.instant();
        var failures = failed ? order.failures() + 1 : 0;
        var again = failed ? Daily.again(now, zone, failures) : java.util.Optional.<java.time.Instant>empty();
        finish(
                claim,
                new SnapshotOrder(order.workspace(), order.channel(), order.brand(), again.isPresent() ? failures : 0),
                Next.at(again.orElseGet(() -> Daily.tomorrow(now, zone, order.channel()))));
    }

    /** A brand cannot be removed while it has a channel; should its row be unreadable for a moment, days are UTC's. */
    private ZoneId zone(SnapshotOrder order) {
        return stores.brands()
                .find(order.workspace(), order.brand())
                .map(Brand::zone)
                .orElse(ZoneOffset.UTC);
    }

    private void finish(Claim<SnapshotOrder> claim, SnapshotOrder order, Next next) {
        if (stores.agenda().finish(claim, order, next) == Written.FENCED_OFF) {
            log.warn(
                    "measure.fenced",
                    "workspace",
                    order.workspace().value(),
                    "channel",
                    order.channel().value());
        }
    }
}
