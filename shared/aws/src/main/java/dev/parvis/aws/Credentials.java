package dev.parvis.aws;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.ConfigError;
import dev.parvis.kernel.config.Key;

/**
 * Chooses where credentials come from. Lambda sets the container URI for functions with SnapStart, whose keys would be
 * old in a restored snapshot (https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html); for all others it
 * sets the keys themselves, and they do not change while the process lives.
 */
final class Credentials {
    private Credentials() {}

    static AwsCredentialsProvider from(Config config) {
        if (config.optional(Key.AWS_CONTAINER_CREDENTIALS_FULL_URI).isPresent()) {
            return ContainerCredentialsProvider.builder().build();
        }
        var id = config.optional(Key.AWS_ACCESS_KEY_ID);
        var secret = config.optional(Key.AWS_SECRET_ACCESS_KEY);
        if (id.isEmpty() || secret.isEmpty()) {
            throw new ConfigError("AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or"
                    + " AWS_CONTAINER_CREDENTIALS_FULL_URI, must be set; profile files are not read.");
        }
        return StaticCredentialsProvider.create(config.optional(Key.AWS_SESSION_TOKEN)
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id.get(), secret.get(), token))
                .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get())));
    }
}
