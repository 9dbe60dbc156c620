package dev.parvis.domain.assisted;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A person who posts for an assisted channel. Prints without the address. */
public record Helper(String email, Language language) {
    /** Who it is, as rows and the audit trail name them: a digest that dies with the workspace. */
    public String digest(WorkspaceId workspace) {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest((workspace + "\n" + email).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Helper[***]";
    }
}
