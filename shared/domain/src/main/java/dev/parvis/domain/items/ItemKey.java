package dev.parvis.domain.items;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** An item's identity in a workspace: the network and the id the network gave it (at most 1024 characters). */
public record ItemKey(WorkspaceId workspace, NetworkId network, String nativeId) {
    public static final int MOST_NATIVE_ID = 1024;

    public ItemKey {
        if (nativeId.isEmpty() || nativeId.length() > MOST_NATIVE_ID) {
            throw new IllegalArgumentException("a native id has 1 to " + MOST_NATIVE_ID + " characters");
        }
    }

    /** 32 hex digits of SHA-256 over network and native id: this item's id where one must be short and plain. */
    public String digest() {
        var bytes = (network.value() + '\n' + nativeId).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(bytes), 0, 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every JDK has SHA-256", absent);
        }
    }
}
