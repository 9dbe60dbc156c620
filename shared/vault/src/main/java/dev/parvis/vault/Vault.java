package dev.parvis.vault;

import java.security.SecureRandom;

import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.kernel.config.AwsService;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.MasterKeySource;

/** The sealer that the environment asks for ({@code PARVIS_MASTER_KEY}). Nothing is fetched before the first seal. */
public final class Vault {
    private Vault() {}

    public static Sealer from(AwsEnvironment aws, Config config) {
        var random = new SecureRandom();
        return switch (config.masterKey()) {
            case MasterKeySource.Ssm(var name) -> {
                var ssm = new Once<>(
                        () -> aws.configure(SsmClient.builder(), AwsService.SSM).build());
                yield new AesSealer(MasterKey.ofParameter(ssm, name), random);
            }
            case MasterKeySource.Kms(var arn) -> {
                var kms = new Once<>(
                        () -> aws.configure(KmsClient.builder(), AwsService.KMS).build());
                yield new KmsSealer(kms, arn, random);
            }
            case MasterKeySource.KeyFile(var path) -> new AesSealer(MasterKey.ofFile(path), random);
        };
    }
}
