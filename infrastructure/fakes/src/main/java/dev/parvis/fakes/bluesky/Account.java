package dev.parvis.fakes.bluesky;

import java.nio.charset.StandardCharsets;

/** Somebody on the network. Passwords stand in the clear: this is a fake. */
public record Account(String did, String handle, String password) {
    static Account of(String handle, String password) {
        String id =
                Cid.base32(Cid.sha256(handle.getBytes(StandardCharsets.UTF_8))).substring(0, 24);
        return new Account("did:plc:" + id, handle, password);
    }
}
