package dev.parvis.functions.api.posts;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;

import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.reasons.Reasons;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.text.French;
import dev.parvis.kernel.time.Times;

/** Posts and targets as the API shows them. */
public final class PostJson {
    private PostJson() {}

    static Json.Obj of(Post post) {
        var said = ContentJson.with(
                Json.obj("id", post.id().value(), "brand", post.brand().value()), post.content());
        var json = Json.obj(
                "labels",
                ContentJson.labels(post.labels()),
                "schedule",
                post.schedule().<Object>map(PostJson::schedule).orElse(Json.absent()),
                "answers",
                post.content().answers().<Object>map(PostJson::answered).orElse(Json.absent()),
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
        var whole = new LinkedHashMap<>(said.members());
        whole.putAll(json.members());
        return new Json.Obj(whole);
    }

    public static Json.Obj of(PostWithTargets whole) {
        var content = whole.post().content();
        return of(whole.post())
                .with(
                        "targets",
                        whole.targets().stream()
                                .map(target -> target(target, content))
                                .toList());
    }

    /** What somebody else wrote, as far as the answer knows it. */
    static Json.Obj answered(Answered item) {
        return Json.obj(
                "interaction",
                item.interaction(),
                "kind",
                low(item.kind()),
                "author",
                item.handle(),
                "url",
                item.url());
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

    static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static Json.Obj target(Target target, Content content) {
        var parts = content.on(target.network()).size();
        var json = Json.obj(
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
                "said",
                said(target),
                "attempt",
                target.attempt().<Object>map(PostJson::attempt).orElse(Json.absent()),
                "publication",
                target.publication()
                        .<Object>map(where -> publication(where, target))
                        .orElse(Json.absent()));
        return parts == 1
                ? json
                : json.with(
                                "parts",
                                target.out().stream()
                                        .map(part -> publication(part, target))
                                        .toList())
                        .with("partsInAll", parts);
    }

    /** The reason as people read it; missing while all is well. */
    private static Object said(Target target) {
        return target.reason().isEmpty()
                ? Json.absent()
                : Json.obj("fr", French.spaced(Reasons.of(target, Language.FR)), "en", Reasons.of(target, Language.EN));
    }

    private static Json attempt(Attempt attempt) {
        return Json.obj(
                "begunAt",
                Times.format(attempt.startedAt()),
                "overBy",
                Times.format(attempt.overBy()),
                "refusal",
                attempt.refusal());
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
