package dev.parvis.emulators.ssm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.Listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LocalParametersTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T08:00:00Z"));

    @TempDir
    Path folder;

    private LocalParameters server;
    private SsmClient ssm;

    @BeforeEach
    void start() {
        server = LocalParameters.start(folder.resolve("parameters.json"), CLOCK, Listen.anywhere());
        ssm = SsmClient.builder()
                .endpointOverride(server.endpoint())
                .region(Region.EU_WEST_3)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "secret")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterEach
    void stop() {
        ssm.close();
        server.close();
    }

    @Test
    void a_secure_string_is_in_clear_only_for_who_asks_for_decryption() {
        server.putIfAbsent("/parvis/master-key", "c2VjcmV0");

        var clear = ssm.getParameter(r -> r.name("/parvis/master-key").withDecryption(true));
        var sealed = ssm.getParameter(r -> r.name("/parvis/master-key"));

        assertThat(clear.parameter().value()).isEqualTo("c2VjcmV0");
        assertThat(clear.parameter().type()).isEqualTo(ParameterType.SECURE_STRING);
        assertThat(sealed.parameter().value()).isNotBlank().doesNotContain("c2VjcmV0");
    }

    @Test
    void what_is_there_is_not_replaced_by_accident() {
        ssm.putParameter(r -> r.name("/a").value("1").type(ParameterType.STRING));
        server.putIfAbsent("/a", "2");

        assertThatExceptionOfType(ParameterAlreadyExistsException.class)
                .isThrownBy(() -> ssm.putParameter(r -> r.name("/a").value("3").type(ParameterType.STRING)));
        assertThat(server.value("/a")).hasValue("1");
        var second = ssm.putParameter(
                r -> r.name("/a").value("4").type(ParameterType.STRING).overwrite(true));
        assertThat(second.version()).isEqualTo(2);
        assertThat(ssm.getParameter(r -> r.name("/a")).parameter().value()).isEqualTo("4");
    }

    @Test
    void what_is_not_there_is_said_so() {
        ssm.putParameter(r -> r.name("/a").value("1").type(ParameterType.STRING));

        var both = ssm.getParameters(r -> r.names("/a", "/b"));

        assertThat(both.parameters()).hasSize(1);
        assertThat(both.invalidParameters()).containsExactly("/b");
        assertThatExceptionOfType(ParameterNotFoundException.class)
                .isThrownBy(() -> ssm.getParameter(r -> r.name("/b")));
        assertThatExceptionOfType(ParameterNotFoundException.class)
                .isThrownBy(() -> ssm.deleteParameter(r -> r.name("/b")));
    }

    @Test
    void an_empty_or_oversized_value_and_a_strange_name_are_refused() {
        assertThatExceptionOfType(SsmException.class)
                .isThrownBy(() -> ssm.putParameter(r -> r.name("/a").value("").type(ParameterType.STRING)));
        assertThatExceptionOfType(SsmException.class)
                .isThrownBy(() -> ssm.putParameter(
                        r -> r.name("/a").value("x".repeat(4097)).type(ParameterType.STRING)));
        assertThatExceptionOfType(SsmException.class)
                .isThrownBy(() -> ssm.putParameter(r -> r.name("a b").value("1").type(ParameterType.STRING)));
        assertThat(server.value("/a")).isEmpty();
    }

    @Test
    void parameters_outlive_the_server_in_a_file_that_only_the_owner_reads() throws IOException {
        ssm.putParameter(r -> r.name("/kept").value("é").type(ParameterType.SECURE_STRING));
        server.close();
        var file = folder.resolve("parameters.json");

        try (var again = LocalParameters.start(file, CLOCK, Listen.anywhere())) {
            assertThat(again.value("/kept")).hasValue("é");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_file_that_is_no_parameter_file_stops_the_start_and_stays_as_it_is() throws IOException {
        var file = Files.writeString(folder.resolve("other.json"), "{broken");

        assertThatExceptionOfType(EmulatorFailed.class)
                .isThrownBy(() -> LocalParameters.start(file, CLOCK, Listen.anywhere()))
                .withMessageContaining("other.json");
        assertThat(file).hasContent("{broken");
    }
}
