package dev.parvis.kernel.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConfigTest {

    @Test
    void every_key_that_is_set_is_read() {
        var config = Config.fromEnv(Map.ofEntries(
                Map.entry("PARVIS_TABLE", "parvis"),
                Map.entry("PARVIS_BUCKET", "files"),
                Map.entry("PARVIS_BUS", "bus"),
                Map.entry("PARVIS_PUBLIC_URL", "https://api.example.org/"),
                Map.entry("PARVIS_MAIL_FROM", "parvis@example.org"),
                Map.entry("PARVIS_MAIL_CONFIGURATION_SET", "set"),
                Map.entry("PARVIS_MASTER_KEY", "ssm:/parvis/key"),
                Map.entry("PARVIS_OWNER", "owner@example.org"),
                Map.entry("PARVIS_LEASE_SECONDS", "5"),
                Map.entry("PARVIS_HORIZON_SECONDS", "6"),
                Map.entry("PARVIS_POLL_SECONDS", "7"),
                Map.entry("PARVIS_QUIET_SECONDS", "8"),
                Map.entry("AWS_REGION", "eu-west-3")));

        assertThat(config.table()).isEqualTo("parvis");
        assertThat(config.bucket()).isEqualTo("files");
        assertThat(config.bus()).isEqualTo("bus");
        assertThat(config.publicUrl()).isEqualTo(URI.create("https://api.example.org"));
        assertThat(config.mailFrom()).isEqualTo("parvis@example.org");
        assertThat(config.mailConfigurationSet()).contains("set");
        assertThat(config.masterKey()).isEqualTo(new MasterKeySource.Ssm("/parvis/key"));
        assertThat(config.owner()).isEqualTo("owner@example.org");
        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.horizon()).isEqualTo(Duration.ofSeconds(6));
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(7));
        assertThat(config.quiet()).isEqualTo(Duration.ofSeconds(8));
        assertThat(config.region()).isEqualTo("eu-west-3");
    }

    @Test
    void durations_have_their_defaults_and_nothing_local_is_allowed() {
        var config = Config.fromEnv(Map.of());

        assertThat(config.lease()).isEqualTo(Duration.ofSeconds(180));
        assertThat(config.horizon()).isEqualTo(Duration.ofSeconds(150));
        assertThat(config.poll()).isEqualTo(Duration.ofSeconds(300));
        assertThat(config.quiet()).isEqualTo(Duration.ofSeconds(120));
        assertThat(config.loopbackAllowed()).isEmpty();
        assertThat(config.endpoint(AwsService.DYNAMODB)).isEmpty();
        assertThat(config.mailConfigurationSet()).isEmpty();
    }

    @Test
    void a_key_that_is_missing_or_empty_fails_by_name_when_it_is_needed() {
        var config = Config.fromEnv(Map.of("PARVIS_BUCKET", "  "));

        assertThatThrownBy(config::bucket)
                .isInstanceOf(ConfigError.class)
                .hasMessage("PARVIS_BUCKET is not set; this function needs it.");
        assertThatThrownBy(config::table).isInstanceOf(ConfigError.class).hasMessageContaining("PARVIS_TABLE");
        assertThatThrownBy(config::masterKey).isInstanceOf(ConfigError.class).hasMessageContaining("PARVIS_MASTER_KEY");
        assertThatThrownBy(config::publicUrl).isInstanceOf(ConfigError.class).hasMessageContaining("PARVIS_PUBLIC_URL");
        assertThatThrownBy(config::region).isInstanceOf(ConfigError.class).hasMessageContaining("AWS_REGION");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PARVIS_LEASE_SECONDS | 0",
                "PARVIS_LEASE_SECONDS | -5",
                "PARVIS_HORIZON_SECONDS | 86401",
                "PARVIS_POLL_SECONDS | 1.5",
                "PARVIS_QUIET_SECONDS | soon",
                "PARVIS_QUIET_SECONDS | 99999999999999999999",
                "PARVIS_PUBLIC_URL | api.example.org",
                "PARVIS_PUBLIC_URL | ftp://example.org",
                "PARVIS_PUBLIC_URL | https://user:word@example.org",
                "PARVIS_PUBLIC_URL | http://a b",
                "PARVIS_MASTER_KEY | plain-secret",
                "PARVIS_MASTER_KEY | ssm:",
                "PARVIS_MASTER_KEY | file:relative",
                "PARVIS_MASTER_KEY | kms:alias/x",
                "PARVIS_LOOPBACK_ALLOWED | 127.0.0.1",
                "PARVIS_LOOPBACK_ALLOWED | *:8000",
                "PARVIS_LOOPBACK_ALLOWED | 127.0.0.1:0",
                "PARVIS_LOOPBACK_ALLOWED | 127.0.0.1:65536",
                "PARVIS_LOOPBACK_ALLOWED | http://127.0.0.1:80",
                "PARVIS_LOOPBACK_ALLOWED | 127.0.0.1:80,:81",
                "AWS_ENDPOINT_URL | localhost:4566",
                "AWS_ENDPOINT_URL_S3 | localhost"
            })
    void a_value_of_the_wrong_form_is_refused_at_once_in_one_sentence(String key, String value) {
        assertThatThrownBy(() -> Config.fromEnv(Map.of(key, value)))
                .isInstanceOf(ConfigError.class)
                .hasMessageStartingWith(key + " must ")
                .hasMessageEndingWith(".");
    }

    @Test
    void all_that_is_wrong_is_said_together() {
        assertThatThrownBy(() -> Config.fromEnv(Map.of("PARVIS_LEASE_SECONDS", "x", "PARVIS_PUBLIC_URL", "y")))
                .hasMessageContainingAll("PARVIS_LEASE_SECONDS", "PARVIS_PUBLIC_URL");
    }

    @Test
    void a_master_key_that_was_pasted_in_is_not_repeated() {
        assertThatThrownBy(() -> Config.fromEnv(Map.of("PARVIS_MASTER_KEY", "hunter2")))
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void master_keys_come_from_three_places() {
        assertThat(MasterKeySource.parse("kms:arn:aws:kms:eu-west-3:1:key/2"))
                .contains(new MasterKeySource.Kms("arn:aws:kms:eu-west-3:1:key/2"));
        assertThat(MasterKeySource.parse("file:/tmp/key")).contains(new MasterKeySource.KeyFile(Path.of("/tmp/key")));
    }

    @Test
    void the_loopback_list_is_exact() {
        var config = Config.fromEnv(Map.of("PARVIS_LOOPBACK_ALLOWED", "127.0.0.1:8000, LocalHost:9000,[::1]:7000,"));

        assertThat(config.loopbackAllowed())
                .containsExactlyInAnyOrder(
                        new HostPort("127.0.0.1", 8000), new HostPort("localhost", 9000), new HostPort("[::1]", 7000));
    }

    @Test
    void a_services_own_endpoint_wins_over_the_common_one() {
        var config = Config.fromEnv(
                Map.of("AWS_ENDPOINT_URL", "http://localhost:4566", "AWS_ENDPOINT_URL_S3", "http://127.0.0.1:9000/"));

        assertThat(config.endpoint(AwsService.S3)).contains(URI.create("http://127.0.0.1:9000"));
        for (var service : AwsService.values()) {
            if (service != AwsService.S3) {
                assertThat(config.endpoint(service)).contains(URI.create("http://localhost:4566"));
            }
        }
    }

    @Test
    void no_value_is_ever_printed() {
        var values = new HashMap<String, String>();
        for (var key : Key.values()) {
            values.put(key.name(), key.name().contains("URL") ? "http://hidden" : "hidden");
        }
        values.put("PARVIS_MASTER_KEY", "ssm:hidden");
        values.put("PARVIS_LOOPBACK_ALLOWED", "hidden:1");
        values.replaceAll((key, value) -> key.endsWith("_SECONDS") ? "5" : value);

        assertThat(Config.fromEnv(values).toString())
                .contains("PARVIS_TABLE", "AWS_SECRET_ACCESS_KEY")
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "https://example.org:443/path"})
    void a_url_without_a_port_means_its_schemes_own(String url) {
        assertThat(HostPort.of(URI.create(url))).contains(new HostPort("example.org", 443));
    }

    @Test
    void a_url_without_a_host_leads_nowhere() {
        assertThat(HostPort.of(URI.create("mailto:a@example.org"))).isEmpty();
        assertThat(HostPort.of(URI.create("http://example.org"))).contains(new HostPort("example.org", 80));
    }
}
