package dev.parvis.emulators.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.emulators.template.Trigger.Route;
import dev.parvis.emulators.template.Trigger.Rule;
import dev.parvis.emulators.template.Trigger.Schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TemplateTest {
    private static final Path SAMPLE = Path.of("src/test/resources/template.yaml");
    private static final Map<String, String> HERE = Map.of(
            "Owner", "me@example.org",
            "Audience", "parvis",
            "Table", "parvis-table",
            "Bus", "parvis-bus",
            "Api.ApiEndpoint", "http://localhost:3000");

    private final Template template = Template.load(SAMPLE).with(HERE);

    @Test
    void a_function_has_its_own_settings_over_the_globals() {
        var publish = template.functions().getFirst();

        assertThat(publish.id()).isEqualTo("PublishFunction");
        assertThat(publish.handler()).isEqualTo("dev.parvis.functions.publish.PublishHandler");
        assertThat(publish.code())
                .isEqualTo(SAMPLE.toAbsolutePath().resolveSibling("functions/publish/target/publish.zip"));
        assertThat(publish.memoryMb()).isEqualTo(1024);
        assertThat(publish.timeout()).isEqualTo(Duration.ofSeconds(120));
        assertThat(publish.environment())
                .containsOnly(
                        Map.entry("PARVIS_TABLE", "parvis-table"),
                        Map.entry("PARVIS_LEASE_SECONDS", "180"),
                        Map.entry("PARVIS_PUBLIC_URL", "http://localhost:3000"),
                        Map.entry("PARVIS_BUS", "parvis-bus"),
                        Map.entry("PARVIS_OWNER", "me@example.org"));
    }

    @Test
    void an_entry_whose_value_is_no_value_is_left_out() {
        var elsewhere = Template.load(SAMPLE)
                .with(Map.of("Issuer", "https://id.example", "Audience", "a", "Api.ApiEndpoint", "http://h"));

        assertThat(elsewhere.functions().getFirst().environment()).doesNotContainKey("PARVIS_OWNER");
    }

    @Test
    void a_function_keeps_its_triggers_with_their_settings() {
        var publish = template.functions().get(0);
        var api = template.functions().get(1);

        assertThat(publish.schedules())
                .containsExactly(new Schedule(
                        "Tick",
                        "rate(1 minute)",
                        ZoneId.of("Europe/Paris"),
                        "{\"kind\":\"tick\"}",
                        new Retry(0, Duration.ofHours(24)),
                        true));
        assertThat(publish.rules())
                .containsExactly(new Rule(
                        "Approved",
                        "parvis-bus",
                        "{\"source\":[\"parvis\"],\"detail-type\":[\"post.approved\",{\"prefix\":\"hold.\"}]}",
                        new Retry(3, Duration.ofMinutes(10)),
                        true));
        assertThat(api.routes())
                .containsExactly(
                        new Route("Everything", "ANY", "/v1/{proxy+}", "Jwt"),
                        new Route("Open", "GET", "/openapi.json", ""));
        assertThat(api.schedules())
                .containsExactly(new Schedule(
                        "Monthly",
                        "cron(0 6 1 * ? *)",
                        ZoneId.of("UTC"),
                        "",
                        new Retry(185, Duration.ofHours(24)),
                        false));
        assertThat(api.schedules().getFirst().zone().normalized()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void the_authorizer_is_the_one_of_the_condition_that_holds() {
        var other = Template.load(SAMPLE)
                .with(Map.of("Issuer", "https://id.example", "Audience", "clients"))
                .api();

        assertThat(template.api().authorizers().get("Jwt").issuer())
                .isEqualTo("https://cognito-idp.eu-west-3.amazonaws.com/Pool");
        assertThat(other.authorizers().get("Jwt"))
                .isEqualTo(new DeclaredApi.Authorizer(
                        "Jwt", "$request.header.Authorization", "https://id.example", List.of("clients")));
        assertThat(other.defaultAuthorizer()).isEqualTo("Jwt");
        assertThat(other.rate()).isEqualTo(10);
        assertThat(other.burst()).isEqualTo(20);
    }

    @Test
    void a_resource_whose_condition_does_not_hold_is_not_there() {
        assertThat(template.resources()).containsKey("Pool").doesNotContainKey("Nothing");
        assertThat(Template.load(SAMPLE)
                        .with(Map.of("Issuer", "https://id.example"))
                        .resources())
                .doesNotContainKey("Pool");
    }

    @Test
    void the_table_and_the_bucket_are_what_the_file_says() {
        var table = template.table();

        assertThat(table.keys()).isEqualTo(new TableSpec.Keys("pk", "sk"));
        assertThat(table.timeToLive()).isEqualTo("ttl");
        assertThat(table.indexes())
                .containsExactly(
                        new TableSpec.Index("Due", new TableSpec.Keys("duePk", "dueSk"), "KEYS_ONLY", List.of()),
                        new TableSpec.Index(
                                "Inbox", new TableSpec.Keys("inboxPk", "rank"), "INCLUDE", List.of("state", "author")));
        assertThat(template.bucket().isVersioned()).isTrue();
    }

    @Test
    void a_parameter_without_a_value_is_an_error_that_names_it() {
        assertThatExceptionOfType(TemplateError.class)
                .isThrownBy(() -> Template.load(SAMPLE).with(Map.of()).api())
                .withMessageContaining("Api")
                .withMessageContaining("Audience");
    }

    @Test
    void what_refers_to_nothing_is_an_error_that_names_it(@TempDir Path folder) {
        assertThatExceptionOfType(TemplateError.class)
                .isThrownBy(() -> yaml(folder, "Value: !Ref Ghost"))
                .withMessageContaining("Ghost");
        assertThatExceptionOfType(TemplateError.class)
                .isThrownBy(() -> yaml(folder, "Value: !GetAtt Queue.Url"))
                .withMessageContaining("Queue.Url");
        assertThatExceptionOfType(TemplateError.class)
                .isThrownBy(() -> yaml(folder, "Value: !If [Ghost, a, b]"))
                .withMessageContaining("Ghost");
    }

    @Test
    void both_spellings_of_a_function_mean_the_same(@TempDir Path folder) {
        var properties = yaml(folder, """
                Long: {"Fn::Sub": ["${x}-${!y}-${Queue}-${Queue.Arn}", {x: {Ref: "AWS::Region"}}]}
                Short: !Sub ["${x}-${!y}-${Queue}-${Queue.Arn}", {x: !Ref "AWS::Region"}]
                """);

        assertThat(properties.get("Long")).isEqualTo("eu-west-3-${y}-Queue-arn:aws:local:::Queue");
        assertThat(properties.get("Short")).isEqualTo(properties.get("Long"));
    }

    @Test
    void a_tag_that_is_no_intrinsic_is_refused_whatever_it_asks_for(@TempDir Path folder) {
        assertThatExceptionOfType(TemplateError.class)
                .isThrownBy(() -> yaml(folder, "Value: !!java.net.URL [http://127.0.0.1:1/]"));
        assertThatExceptionOfType(TemplateError.class)
                .isThrownBy(() -> yaml(folder, "Value: !Exec rm"))
                .withMessageContaining("!Exec");
    }

    @Test
    void the_template_of_the_checkout_is_found_from_any_folder_below_it() {
        var found = Template.find();

        assertThat(found.file()).hasFileName("template.yaml");
        assertThat(found.file().getParent())
                .isEqualTo(Path.of("../..").toAbsolutePath().normalize());
    }

    @Test
    void the_checkout_s_own_template_is_read_whole() {
        var own = Template.find().with(Map.of("Owner", "me@example.org"));

        assertThat(own.functions()).isNotEmpty().allSatisfy(function -> {
            assertThat(function.triggers()).isNotEmpty();
            assertThat(function.environment()).containsKey("PARVIS_TABLE");
        });
        assertThat(own.table().indexes()).isNotEmpty();
        assertThat(own.api().authorizers()).isNotEmpty();
        assertThat(own.bucket().isVersioned()).isTrue();
        for (var id : own.resources().keySet()) {
            assertThat(own.properties(id)).isNotNull();
        }
    }

    private static Map<String, Object> yaml(Path folder, String properties) {
        try {
            var file = folder.resolve("t.yaml");
            var text = "Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n  It:\n    Type: T\n    Properties:\n"
                    + properties.indent(6);
            return Template.load(Files.writeString(file, text)).properties("It");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
