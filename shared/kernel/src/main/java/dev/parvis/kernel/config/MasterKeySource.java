package dev.parvis.kernel.config;

import java.nio.file.Path;
import java.util.Optional;

/** Where the key that seals tokens comes from: {@code ssm:NAME}, {@code kms:ARN} or {@code file:PATH} (absolute). */
public sealed interface MasterKeySource {
    /** A SecureString parameter of Systems Manager. */
    record Ssm(String name) implements MasterKeySource {}

    /** A customer key of KMS. */
    record Kms(String arn) implements MasterKeySource {}

    /** A file on this machine; the local suite only. */
    record KeyFile(Path path) implements MasterKeySource {}

    static Optional<MasterKeySource> parse(String text) {
        if (text.startsWith("ssm:") && text.length() > 4) {
            return Optional.of(new Ssm(text.substring(4)));
        }
        if (text.startsWith("kms:arn:")) {
            return Optional.of(new Kms(text.substring(4)));
        }
        if (text.startsWith("file:/")) {
            return Optional.of(new KeyFile(Path.of(text.substring(5))));
        }
        return Optional.empty();
    }
}
