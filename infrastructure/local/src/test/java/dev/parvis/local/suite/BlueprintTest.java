package dev.parvis.local.suite;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.emulators.template.Template;
import dev.parvis.local.http.Route;

import static org.assertj.core.api.Assertions.assertThat;

/** What the deployed template says, in the words of this machine. */
class BlueprintTest {

    final Blueprint blueprint = Blueprint.of(
            Template.find().with(Map.of("Owner", "owner@example.org")),
            Map.of("PARVIS_BUS", "local", "AWS_REGION", "x"));

    @Test
    void every_function_is_there_under_its_short_name_with_its_zip() {
        assertThat(blueprint.functions())
                .extracting(Blueprint.Declared::name)
                .containsExactlyInAnyOrder(
                        "publish", "listen", "webhooks", "moderate", "measure", "report", "notify", "tokens", "api");
        assertThat(blueprint.functions())
                .allSatisfy(function -> assertThat(function.spec().zip())
                        .hasFileName(function.name() + "-lambda.zip")
                        .isAbsolute());
    }

    @Test
    void the_environment_is_the_template_s_with_this_machine_s_on_top() {
        Map<String, String> environment = blueprint.function("publish").spec().environment();

        assertThat(environment)
                .containsEntry("PARVIS_BUS", "local")
                .containsEntry("AWS_REGION", "x")
                .containsEntry("PARVIS_TABLE", "Table")
                .containsKey("PARVIS_MASTER_KEY");
    }

    @Test
    void a_publish_that_failed_is_not_tried_again_late() {
        Blueprint.Declared publish = blueprint.function("publish");

        assertThat(publish.retries()).isZero();
        assertThat(publish.maxAge()).isEqualTo(Duration.ofSeconds(60));
        assertThat(publish.spec().timeout()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void only_deliveries_links_and_the_description_are_open() {
        List<Route> open =
                blueprint.routes().stream().filter(route -> !route.needsToken()).toList();

        assertThat(open)
                .extracting(Route::toString)
                .containsExactlyInAnyOrder(
                        "POST /hooks/{workspace}/{channel}",
                        "GET /openapi.json",
                        "GET /a/{token}",
                        "POST /a/{token}",
                        "GET /c/{token}",
                        "GET /stop/{token}",
                        "POST /stop/{token}",
                        "GET /h/{token}",
                        "POST /h/{token}",
                        "GET /r/{token}",
                        "POST /r/{token}");
        assertThat(blueprint.routes()).contains(new Route("ANY", "/v1/{proxy+}", "api", true));
    }

    @Test
    void each_function_that_waits_on_the_agenda_is_woken_by_a_schedule_that_says_which() {
        assertThat(blueprint.schedules()).hasSize(7).allSatisfy(schedule -> assertThat(schedule.input())
                .contains("\"tick\":\"" + schedule.function() + "\"", "<aws.scheduler.scheduled-time>"));
        assertThat(blueprint.rules()).isNotEmpty().allSatisfy(rule -> assertThat(rule.pattern())
                .contains("parvis"));
    }
}
