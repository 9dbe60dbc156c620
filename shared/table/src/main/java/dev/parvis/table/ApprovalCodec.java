package dev.parvis.table;

import java.util.HexFormat;

import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.posts.Approval;

/** What was decided on a post, in the post's row. */
final class ApprovalCodec {
    private ApprovalCodec() {}

    static Attributes encode(Approval approval) {
        var row = new Attributes()
                .text("policy", approval.policy().name())
                .bytes("seal", HexFormat.of().parseHex(approval.seal()));
        approval.team().ifPresent(decision -> row.map("team", decision(decision)));
        approval.client().ifPresent(decision -> row.map("client", decision(decision)));
        return row;
    }

    private static Attributes decision(Approval.Decision decision) {
        return new Attributes()
                .text("verdict", decision.verdict().name())
                .text("by", decision.by())
                .instant("at", decision.at());
    }

    static Approval decode(Row row) {
        return new Approval(
                row.as("policy", Approving.Policy::valueOf),
                HexFormat.of().formatHex(row.bytes("seal")),
                row.mapIf("team").map(ApprovalCodec::decision),
                row.mapIf("client").map(ApprovalCodec::decision));
    }

    private static Approval.Decision decision(Row row) {
        return new Approval.Decision(row.as("verdict", Approval.Verdict::valueOf), row.text("by"), row.instant("at"));
    }
}
