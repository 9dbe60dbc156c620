package dev.parvis.vault;

import java.security.SecureRandom;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.MasterKeySource;

/** The sealer that the environment asks for ({@code PARVIS_MASTER_KEY}). Nothing is fetched before the first seal. */
public final class Vault {
    private Vault() {}

    public static Sealer from(AwsEnvironment aws, Config config) {
        var random = new SecureRandom();
        return switch (config.masterKey()) {
            case MasterKeySource.Ssm(var name) -> new AesSealer(MasterKey.ofParameter(aws.parameters(), name), random);
            case MasterKeySource.Kms(var arn) -> new KmsSealer(aws.keys(), arn, random);
            case MasterKeySource.KeyFile(var path) -> new AesSealer(MasterKey.ofFile(path), random);
        };
    }
}
