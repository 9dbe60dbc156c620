package dev.parvis.functions.api.brands;

import java.util.Locale;
import java.util.Optional;

import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Publishing;
import dev.parvis.domain.brands.Reporting;
import dev.parvis.domain.mentions.Watch;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Utms;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Brands as the API shows and takes them. */
final class BrandJson {
    private static final int LONGEST_WORD = 80;
    private static final int MOST_RECIPIENTS = 10;

    private BrandJson() {}

    static Json of(Brand brand) {
        return Json.obj(
                "id",
                brand.id().value(),
                "name",
                brand.name(),
                "zone",
                brand.zone().getId(),
                "watch",
                Json.obj(
                        "words", brand.watch().words(), "without", brand.watch().without()),
                "reporting",
                Json.obj(
                        "monthly",
                        brand.reporting().monthly(),
                        "language",
                        low(brand.reporting().language()),
                        "recipients",
                        brand.reporting().recipients()),
                "approval",
                approving(brand.approving()),
                "publishing",
                publishing(brand.publishing()),
                "latenessSeconds",
                brand.lateness().toSeconds(),
                "createdAt",
                Times.format(brand.createdAt()),
                "version",
                brand.version());
    }

    private static Json approving(Approving approving) {
        var approvers = approving.approvers().stream()
                .map(approver -> Json.obj(
                        "name", approver.name(), "email", approver.email(), "language", low(approver.language())))
                .toList();
        return Json.obj("policy", low(approving.policy()), "approvers", approvers);
    }

    private static String low(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static Json publishing(Publishing publishing) {
        return Json.obj(
                "altRequired",
                publishing.altRequired(),
                "utm",
                publishing.utm().<Object>map(Utms::json).orElse(Json.absent()));
    }

    /** What is not given stays; {@code null} takes the tags back. */
    static Publishing publishing(Fields fields, Publishing before) {
        return fields.optionalObject("publishing")
                .map(publishing -> new Publishing(
                        publishing.optionalTruth("altRequired").orElse(before.altRequired()),
                        publishing.isNull("utm")
                                ? Optional.empty()
                                : Utms.template(publishing).or(before::utm)))
                .orElse(before);
    }

    /** Where the client is asked, somebody must be named who speaks for it. */
    static Optional<Approving> approving(Fields fields, Language otherwise) {
        return fields.optionalObject("approval").map(approval -> {
            var policy = approval.requiredChoice("policy", Approving.Policy.class);
            var approvers = approval.objects("approvers", Approving.MOST_APPROVERS).stream()
                    .map(each -> new Approver(
                            each.requiredLine("name", 1, 80),
                            Inputs.address(each, "email"),
                            each.optionalChoice("language", Language.class).orElse(otherwise)))
                    .toList();
            if (policy.asksClient() && approvers.isEmpty()) {
                approval.refuse("approvers", "required", "must name who approves for the client");
            }
            var addresses = approvers.stream().map(Approver::email).toList();
            if (addresses.stream().distinct().count() < addresses.size()) {
                approval.refuse("approvers", "not_allowed", "must hold each address once");
            }
            return new Approving(policy, approvers);
        });
    }

    static Optional<Watch> watch(Fields fields) {
        return fields.optionalObject("watch")
                .map(watch -> new Watch(
                        watch.texts("words", Watch.MOST_WORDS, LONGEST_WORD),
                        watch.texts("without", Watch.MOST_WORDS, LONGEST_WORD)));
    }

    static Optional<Reporting> reporting(Fields fields, Language otherwise) {
        return fields.optionalObject("reporting")
                .map(reporting -> new Reporting(
                        reporting.optionalTruth("monthly").orElse(false),
                        reporting.optionalChoice("language", Language.class).orElse(otherwise),
                        Inputs.addresses(reporting, "recipients", MOST_RECIPIENTS)));
    }
}
