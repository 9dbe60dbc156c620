package dev.parvis.functions.api.posts;

import java.util.Optional;

import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.preflight.Check;
import dev.parvis.domain.preflight.Finding;
import dev.parvis.domain.reasons.Reasons;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.text.French;
import dev.parvis.kernel.time.Times;

/** A post with what was seen of it before its time, if it is still what was seen. */
final class PreflightJson {
    private PreflightJson() {}

    static Json.Obj of(PostWithTargets whole, Optional<Check> check) {
        var post = whole.post();
        return check.filter(seen -> seen.isOf(post))
                .map(seen -> PostJson.of(post)
                        .with(
                                "targets",
                                whole.targets().stream()
                                        .map(target -> PostJson.target(target, post.content())
                                                .with("preflight", seen(seen, target)))
                                        .toList()))
                .orElseGet(() -> PostJson.of(whole));
    }

    private static Json seen(Check check, Target target) {
        var findings = check.of(target.channel());
        return Json.obj(
                "stage",
                check.stage().wire(),
                "at",
                Times.format(check.at()),
                "atRisk",
                findings.stream().anyMatch(Finding::stops),
                "findings",
                findings.stream()
                        .map(finding -> Json.obj(
                                "weight",
                                PostJson.low(finding.weight()),
                                "code",
                                finding.code(),
                                "detail",
                                finding.detail(),
                                "said",
                                Json.obj(
                                        "fr",
                                        French.spaced(Reasons.of(finding.detail(), Language.FR)),
                                        "en",
                                        finding.detail())))
                        .toList());
    }
}
