package dev.parvis.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import dev.parvis.domain.channels.Sealer;

/**
 * Seals with AES-256-GCM (NIST SP 800-38D) under one master key: a version byte, a random 96-bit nonce, the cipher
 * text with its 128-bit tag. What a secret is sealed for is its associated data, so a row copied to another channel
 * does not open. One key is good for 2<sup>32</sup> seals (SP 800-38D §8.3), far beyond what a suite will make.
 */
public final class AesSealer implements Sealer {
    static final int KEY_BYTES = 32;
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String AES_GCM = "AES/GCM/NoPadding";

    private final MasterKey masterKey;
    private final SecureRandom random;

    public AesSealer(MasterKey masterKey, SecureRandom random) {
        this.masterKey = masterKey;
        this.random = random;
    }

    @Override
    public byte[] seal(byte[] plain, String sealedFor) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, sealedFor).doFinal(plain);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("sealing failed", impossible);
        }
    }

    @Override
    public byte[] open(byte[] sealed, String sealedFor) {
        if (sealed.length < 1 + NONCE_BYTES + TAG_BITS / 8 || sealed[0] != VERSION) {
            throw new IllegalStateException("not something this vault has sealed");
        }
        var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, sealedFor)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES);
        } catch (GeneralSecurityException altered) {
            throw new IllegalStateException("a sealed secret was altered, or sealed for something else", altered);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String sealedFor) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(AES_GCM);
        cipher.init(mode, new SecretKeySpec(masterKey.bytes(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(sealedFor.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
