package dev.parvis.local.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.secret.Sha256;

/** An OIDC issuer for this machine alone: one RS256 key, kept in a folder, and tokens for whoever uses the local suite. */
public final class LocalIssuer {

    /** The audience that local tokens carry and the local authorizer demands. */
    public static final String AUDIENCE = "parvis-local";

    private static final Duration TOKEN_LIFE = Duration.ofDays(7);

    private final String issuer;
    private final PrivateKey key;
    private final RSAPublicKey publicKey;
    private final String keyId;
    private final InstantSource clock;

    private LocalIssuer(String issuer, RSAPrivateCrtKey key, RSAPublicKey publicKey, InstantSource clock) {
        this.issuer = issuer;
        this.key = key;
        this.publicKey = publicKey;
        this.keyId = Sha256.hex(publicKey.getEncoded()).substring(0, 16);
        this.clock = clock;
    }

    /**
     * The issuer whose key is in the folder; the key is made when there is none.
     *
     * @param issuer the URL under which its documents are served, without a slash at the end
     */
    public static LocalIssuer in(Path folder, String issuer, InstantSource clock) {
        try {
            Path file = folder.resolve("issuer-key.pkcs8");
            if (!Files.exists(file)) {
                write(file, newKey());
            }
            var factory = KeyFactory.getInstance("RSA");
            byte[] encoded = Base64.getMimeDecoder().decode(Files.readString(file));
            var key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var publicKey = (RSAPublicKey)
                    factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new LocalIssuer(issuer, key, publicKey, clock);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the local issuer's key in " + folder, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key in " + folder + " is no RSA key; delete it to have a new one", e);
        }
    }

    /** An authorizer that takes this issuer's tokens. */
    public JwtVerifier authorizer() {
        return new JwtVerifier(issuer, java.util.List.of(AUDIENCE), Map.<String, PublicKey>of(keyId, publicKey), clock);
    }

    /** A token of seven days for this person, who is known to the suite by subject and e-mail. */
    public Secret token(String subject, String email) {
        Instant now = clock.instant();
        return sign(Json.obj(
                "iss",
                issuer,
                "sub",
                subject,
                "aud",
                AUDIENCE,
                "email",
                email,
                "email_verified",
                true,
                "token_use",
                "id",
                "iat",
                now.getEpochSecond(),
                "nbf",
                now.getEpochSecond(),
                "exp",
                now.plus(TOKEN_LIFE).getEpochSecond()));
    }

    /** {@code /.well-known/openid-configuration}. */
    public Json discovery() {
        return Json.obj(
                "issuer", issuer,
                "jwks_uri", issuer + "/.well-known/jwks.json",
                "id_token_signing_alg_values_supported", Json.arr("RS256"),
                "response_types_supported", Json.arr("id_token"),
                "subject_types_supported", Json.arr("public"));
    }

    /** {@code /.well-known/jwks.json}. */
    public Json keys() {
        return Json.obj(
                "keys",
                Json.arr(Json.obj(
                        "kty",
                        "RSA",
                        "use",
                        "sig",
                        "alg",
                        "RS256",
                        "kid",
                        keyId,
                        "n",
                        unsigned(publicKey.getModulus()),
                        "e",
                        unsigned(publicKey.getPublicExponent()))));
    }

    private Secret sign(Json claims) {
        String header =
                base64(Json.obj("alg", "RS256", "typ", "JWT", "kid", keyId).bytes());
        String signed = header + "." + base64(claims.bytes());
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return new Secret(signed + "." + base64(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign with the local issuer's key", e);
        }
    }

    private static byte[] newKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPrivate().getEncoded();
    }

    private static void write(Path file, byte[] key) throws IOException {
        Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(
                file.getParent(),
                "issuer",
                ".key",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, Base64.getMimeEncoder().encodeToString(key));
        Files.move(fresh, file);
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return base64(bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
