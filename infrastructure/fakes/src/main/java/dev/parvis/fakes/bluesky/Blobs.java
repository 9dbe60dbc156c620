package dev.parvis.fakes.bluesky;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Sniff;
import dev.parvis.fakes.json.Json;

/** Uploaded bytes by their CID. The type is sniffed; what the client called it counts only when sniffing finds nothing. */
final class Blobs {
    record Blob(String cid, String mimeType, byte[] bytes) {}

    private final Map<String, Blob> blobs = new HashMap<>();

    synchronized Blob add(byte[] bytes, String declared) {
        var blob = new Blob(Cid.ofBlob(bytes), Sniff.type(bytes, declared), bytes);
        blobs.put(blob.cid(), blob);
        return blob;
    }

    synchronized @Nullable Blob find(String cid) {
        return blobs.get(cid);
    }

    static Map<String, @Nullable Object> ref(Blob blob) {
        return Json.object(
                "$type",
                "blob",
                "ref",
                Json.object("$link", blob.cid()),
                "mimeType",
                blob.mimeType(),
                "size",
                blob.bytes().length);
    }

    /** Every blob that a record refers to must have been uploaded as it is described. */
    void check(@Nullable Object value) {
        switch (value) {
            case List<?> items -> items.forEach(this::check);
            case Map<?, ?> map -> {
                if ("blob".equals(map.get("$type"))) checkRef(Json.asMap(map));
                else map.values().forEach(this::check);
            }
            case null, default -> {}
        }
    }

    private void checkRef(Map<String, @Nullable Object> ref) {
        String cid = Json.string(Json.map(ref, "ref"), "$link", "");
        Blob stored = find(cid);
        if (stored == null) throw new XrpcError(400, "BlobNotFound", "Could not find blob: " + cid);
        String type = Json.string(ref, "mimeType", "");
        if (!stored.mimeType().equals(type))
            throw new XrpcError(
                    400,
                    "InvalidMimeType",
                    "Referenced Mimetype does not match stored blob. Expected: " + stored.mimeType() + ", Got: "
                            + type);
        long size = Json.number(ref, "size", -1);
        if (stored.bytes().length != size)
            throw new XrpcError(
                    400,
                    "InvalidSize",
                    "Referenced Size does not match stored blob. Expected: " + stored.bytes().length + ", Got: "
                            + size);
    }
}
