package dev.parvis.domain.approvals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.Optional;

import dev.parvis.domain.brands.Approver;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * What a mailed link names: a brand's month (UTC, as the calendar has it), or one post of it, and the approver it was
 * mailed to. Whoever is no longer among the brand's approvers can no longer use it. It is printed without the address.
 *
 * @param approver the address
 */
public record ApprovalLink(
        WorkspaceId workspace, BrandId brand, String approver, YearMonth month, Optional<PostId> post) {
    /** What the link's token is made for. */
    public static final String PURPOSE = "approval link";

    private static final int PARTS = 5;

    public String payload() {
        return String.join(
                "\n",
                workspace.value(),
                brand.value(),
                approver,
                month.toString(),
                post.map(PostId::value).orElse(""));
    }

    /** The same to one post only. */
    public ApprovalLink to(PostId one) {
        return new ApprovalLink(workspace, brand, approver, month, Optional.of(one));
    }

    public static Optional<ApprovalLink> parse(String payload) {
        var parts = payload.split("\n", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ApprovalLink(
                    new WorkspaceId(parts[0]),
                    new BrandId(parts[1]),
                    parts[2],
                    YearMonth.parse(parts[3]),
                    Optional.of(parts[4]).filter(id -> !id.isEmpty()).map(PostId::new)));
        } catch (IllegalArgumentException | DateTimeException notOne) {
            return Optional.empty();
        }
    }

    /** The approver, if the brand still names them. */
    public Optional<Approver> isFor(Brand there) {
        return there.approving().approvers().stream()
                .filter(named -> named.email().equals(approver))
                .findFirst();
    }

    /** Who decides, as decisions and the audit trail name them: a digest that dies with the workspace. */
    public String by() {
        return by(workspace, approver);
    }

    public static String by(WorkspaceId workspace, String address) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((workspace + "\n" + address).getBytes(StandardCharsets.UTF_8));
            return "approver/" + HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "ApprovalLink[" + brand + " " + month + "]";
    }
}
