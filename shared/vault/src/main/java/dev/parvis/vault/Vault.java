package dev.parvis.vault;

import java.security.SecureRandom;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.MasterKeySource;

/** The sealer that the environment asks for ({@code PARVIS_MASTER_KEY}). Nothing is made or fetched before its first use. */
public final class Vault {
    private Vault() {}

    public static Sealer from(AwsEnvironment aws, Config config) {
        var source = config.masterKey();
        return new FirstUse(new Once<>(() -> sealer(aws, source)));
    }

    private static Sealer sealer(AwsEnvironment aws, MasterKeySource source) {
        var random = new SecureRandom();
        return switch (source) {
            case MasterKeySource.Ssm(var name) -> new AesSealer(MasterKey.ofParameter(aws.parameters(), name), random);
            case MasterKeySource.Kms(var arn) -> new KmsSealer(aws.keys(), arn, random);
            case MasterKeySource.KeyFile(var path) -> new AesSealer(MasterKey.ofFile(path), random);
        };
    }

    /** Most cold starts seal and open nothing. */
    private record FirstUse(Once<Sealer> made) implements Sealer {
        @Override
        public byte[] seal(byte[] plain, String sealedFor) {
            return made.get().seal(plain, sealedFor);
        }

        @Override
        public byte[] open(byte[] sealed, String sealedFor) {
            return made.get().open(sealed, sealedFor);
        }
    }
}
