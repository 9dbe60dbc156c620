package dev.parvis.aws;

import java.util.Map;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.regions.Region;

import dev.parvis.kernel.config.AwsService;
import dev.parvis.kernel.config.Config;
import dev.parvis.kernel.config.ConfigError;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AwsEnvironmentTest {

    @Test
    void keys_of_the_environment_are_taken_as_they_are() {
        var credentials = Credentials.from(config("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret"));

        assertThat(credentials.resolveCredentials()).isEqualTo(AwsBasicCredentials.create("id", "secret"));
    }

    @Test
    void a_session_token_goes_with_them() {
        var credentials = Credentials.from(
                config("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_SESSION_TOKEN", "token"));

        assertThat(credentials.resolveCredentials()).isEqualTo(AwsSessionCredentials.create("id", "secret", "token"));
    }

    @Test
    void a_container_uri_wins_because_keys_in_a_snapshot_grow_old() {
        var credentials = Credentials.from(config(
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:9001/creds"));

        assertThat(credentials).isInstanceOf(ContainerCredentialsProvider.class);
    }

    @Test
    void without_either_the_sentence_names_what_to_set() {
        for (var config : new Config[] {
            config("AWS_REGION", "eu-west-3"), config("AWS_ACCESS_KEY_ID", "id"), config("AWS_SECRET_ACCESS_KEY", "s")
        }) {
            assertThatThrownBy(() -> Credentials.from(config))
                    .isInstanceOf(ConfigError.class)
                    .hasMessageContainingAll("AWS_ACCESS_KEY_ID", "AWS_CONTAINER_CREDENTIALS_FULL_URI");
        }
    }

    @Test
    void the_region_must_be_named_and_is_never_searched() {
        assertThatThrownBy(() -> AwsEnvironment.from(config("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "s")))
                .isInstanceOf(ConfigError.class)
                .hasMessageContaining("AWS_REGION");
    }

    @Test
    void region_and_overrides_are_told() {
        var aws = AwsEnvironment.from(config(
                "AWS_REGION", "eu-west-3",
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9000"));

        assertThat(aws.region()).isEqualTo(Region.EU_WEST_3);
        assertThat(aws.isOverridden(AwsService.S3)).isTrue();
        assertThat(aws.isOverridden(AwsService.DYNAMODB)).isFalse();
    }

    private static Config config(String... namesAndValues) {
        var variables = new java.util.HashMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            variables.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return Config.fromEnv(Map.copyOf(variables));
    }
}
