package dev.parvis.vault;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.parvis.aws.JsonService;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.kernel.json.Json;

/**
 * Seals under data keys of a customer KMS key (envelope encryption): the sealed data key travels with what it seals.
 * What a secret is sealed for is KMS's encryption context too, so it shows in CloudTrail and a copied row does not
 * open. Opened data keys are remembered for the life of the process; at most {@value #MOST_REMEMBERED} of them.
 */
public final class KmsSealer implements Sealer {
    private static final byte VERSION = 2;
    private static final int MOST_REMEMBERED = 1_000;
    private static final String CONTEXT = "sealedFor";

    private final JsonService keys;
    private final String keyArn;
    private final SecureRandom random;
    private final Map<String, byte[]> opened = new ConcurrentHashMap<>();

    public KmsSealer(JsonService keys, String keyArn, SecureRandom random) {
        this.keys = keys;
        this.keyArn = keyArn;
        this.random = random;
    }

    @Override
    public byte[] seal(byte[] plain, String sealedFor) {
        var key = keys.callPatiently(
                "GenerateDataKey",
                Json.obj("KeyId", keyArn, "KeySpec", "AES_256", "EncryptionContext", Map.of(CONTEXT, sealedFor)));
        var wrapped = bytes(key, "CiphertextBlob");
        var plainKey = bytes(key, "Plaintext");
        var sealed = new AesSealer(() -> plainKey, random).seal(plain, sealedFor);
        return ByteBuffer.allocate(1 + Short.BYTES + wrapped.length + sealed.length)
                .put(VERSION)
                .putShort((short) wrapped.length)
                .put(wrapped)
                .put(sealed)
                .array();
    }

    @Override
    public byte[] open(byte[] sealed, String sealedFor) {
        var in = ByteBuffer.wrap(sealed);
        if (in.remaining() < 1 + Short.BYTES || in.get() != VERSION) {
            throw new IllegalStateException("not something this vault has sealed");
        }
        var length = Short.toUnsignedInt(in.getShort());
        if (length > in.remaining()) {
            throw new IllegalStateException("a sealed secret was cut");
        }
        var wrapped = new byte[length];
        in.get(wrapped);
        var rest = new byte[in.remaining()];
        in.get(rest);
        var key = key(wrapped, sealedFor);
        return new AesSealer(() -> key, random).open(rest, sealedFor);
    }

    private byte[] key(byte[] wrapped, String sealedFor) {
        if (opened.size() > MOST_REMEMBERED) {
            opened.clear();
        }
        var name = sealedFor + ' ' + java.util.HexFormat.of().formatHex(wrapped);
        return opened.computeIfAbsent(name, _ -> unwrap(wrapped, sealedFor));
    }

    private byte[] unwrap(byte[] wrapped, String sealedFor) {
        try {
            var answer = keys.callPatiently(
                    "Decrypt",
                    Json.obj(
                            "KeyId", keyArn,
                            "CiphertextBlob", Base64.getEncoder().encodeToString(wrapped),
                            "EncryptionContext", Map.of(CONTEXT, sealedFor)));
            return bytes(answer, "Plaintext");
        } catch (JsonService.Refused refused) {
            if (refused.code().equals("InvalidCiphertextException")) {
                throw new IllegalStateException("a sealed secret was altered, or sealed for something else", refused);
            }
            throw refused;
        }
    }

    private static byte[] bytes(Json answer, String name) {
        return Base64.getDecoder().decode(answer.at(name).textOr(""));
    }
}
