package dev.parvis.functions.api.posts;

import java.time.Duration;
import java.util.Locale;

import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Posts and targets as the API shows them. */
public final class PostJson {
    private PostJson() {}

    static Json.Obj of(Post post) {
        return Json.obj(
                "id",
                post.id().value(),
                "brand",
                post.brand().value(),
                "text",
                post.content().text(),
                "link",
                post.content().link().<Object>map(PostJson::link).orElse(Json.absent()),
                "images",
                post.content().images().stream().map(PostJson::image).toList(),
                "language",
                post.content().language(),
                "schedule",
                post.schedule().<Object>map(PostJson::schedule).orElse(Json.absent()),
                "approval",
                post.approval().<Object>map(PostJson::approval).orElse(Json.absent()),
                "revision",
                post.revision(),
                "createdBy",
                post.createdBy(),
                "createdAt",
                Times.format(post.createdAt()),
                "version",
                post.version());
    }

    public static Json of(PostWithTargets whole) {
        return of(whole.post())
                .with("targets", whole.targets().stream().map(PostJson::target).toList());
    }

    static Json.Obj content(Content content) {
        return Json.obj(
                "text",
                content.text(),
                "link",
                content.link().<Object>map(PostJson::link).orElse(Json.absent()),
                "images",
                content.images().stream().map(PostJson::image).toList(),
                "language",
                content.language());
    }

    private static Json link(Content.Link link) {
        return Json.obj("url", link.url(), "title", link.title(), "description", link.description());
    }

    private static Json image(Content.Image image) {
        return Json.obj("media", image.mediaId(), "alt", image.alt());
    }

    static Json schedule(Schedule schedule) {
        return Json.obj(
                "at",
                schedule.wallClock().toString(),
                "zone",
                schedule.zone().getId(),
                "instant",
                Times.format(schedule.at()));
    }

    private static Json approval(Approval approval) {
        return Json.obj(
                "policy",
                low(approval.policy()),
                "state",
                approval.isGranted() ? "approved" : approval.isRefused() ? "refused" : "waiting",
                "waitsFor",
                approval.waitsFor().<Object>map(PostJson::low).orElse(Json.absent()),
                "team",
                approval.team().<Object>map(PostJson::decision).orElse(Json.absent()),
                "client",
                approval.client().<Object>map(PostJson::decision).orElse(Json.absent()));
    }

    private static Json decision(Approval.Decision decision) {
        return Json.obj("verdict", low(decision.verdict()), "by", decision.by(), "at", Times.format(decision.at()));
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Json target(Target target) {
        return Json.obj(
                "channel",
                target.channel().value(),
                "network",
                target.network().value(),
                "state",
                low(target.state()),
                "dueAt",
                Times.format(target.dueAt()),
                "tries",
                target.tries(),
                "reason",
                target.reason(),
                "publication",
                target.publication()
                        .<Object>map(where -> publication(where, target))
                        .orElse(Json.absent()));
    }

    /** Lateness is from the promised second to the first byte of the call. */
    private static Json publication(Publication where, Target target) {
        var late = Duration.between(target.dueAt(), where.firstByteAt()).toMillis();
        return Json.obj(
                "nativeId",
                where.nativeId(),
                "url",
                where.url(),
                "at",
                Times.format(where.firstByteAt()),
                "latenessMs",
                Math.max(0, late),
                "reconciled",
                where.reconciled());
    }
}
