package dev.parvis.domain.channels;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import java.util.TreeMap;

import dev.parvis.domain.workspaces.WorkspaceId;

/** Opens and seals the credentials of channels; the channel is what each is sealed for. */
public final class Credentials {
    private final CredentialStore store;
    private final Sealer sealer;

    public Credentials(CredentialStore store, Sealer sealer) {
        this.store = store;
        this.sealer = sealer;
    }

    /** A credential with when it dies and which version it is. */
    public record Opened(Credential credential, Instant expiresAt, long version) {}

    public Optional<Opened> open(WorkspaceId workspace, ChannelId channel, boolean latest) {
        return store.find(workspace, channel, latest)
                .map(found -> new Opened(
                        decode(sealer.open(found.sealed(), sealedFor(workspace, channel))),
                        found.expiresAt(),
                        found.version()));
    }

    /** Replaces version {@code version} (0: none yet); false when somebody else has replaced it meanwhile. */
    public boolean replace(
            WorkspaceId workspace, ChannelId channel, Credential credential, Instant expiresAt, long version) {
        var sealed = sealer.seal(encode(credential), sealedFor(workspace, channel));
        return store.put(workspace, channel, new SealedCredential(sealed, expiresAt, version + 1));
    }

    private static String sealedFor(WorkspaceId workspace, ChannelId channel) {
        return "W#" + workspace + "#TOKEN#" + channel;
    }

    private static byte[] encode(Credential credential) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            var sorted = new TreeMap<>(credential.parts());
            out.writeInt(sorted.size());
            for (var part : sorted.entrySet()) {
                out.writeUTF(part.getKey());
                var value = part.getValue().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                out.writeInt(value.length);
                out.write(value);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Credential decode(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var parts = new HashMap<String, String>();
            for (int left = in.readInt(); left > 0; left--) {
                var name = in.readUTF();
                parts.put(name, new String(in.readNBytes(in.readInt()), java.nio.charset.StandardCharsets.UTF_8));
            }
            return new Credential(parts);
        } catch (IOException damaged) {
            throw new UncheckedIOException("a sealed credential is damaged", damaged);
        }
    }
}
