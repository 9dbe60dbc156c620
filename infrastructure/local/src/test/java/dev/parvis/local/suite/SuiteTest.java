package dev.parvis.local.suite;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.parvis.emulators.template.Template;
import dev.parvis.kernel.json.Json;
import dev.parvis.local.pages.Site;
import dev.parvis.local.runtime.FunctionSpec;
import dev.parvis.local.runtime.InvocationResult;
import dev.parvis.local.runtime.Machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SuiteTest {

    @TempDir
    static Path folder;

    @Test
    void an_event_nobody_waits_for_is_tried_as_often_as_the_template_says_and_then_kept() throws Exception {
        Path template = TinySuite.in(folder);
        Blueprint blueprint =
                Blueprint.of(Template.load(template).with(java.util.Map.of("Owner", "o")), java.util.Map.of());
        BlockingQueue<Ran> ran = new LinkedBlockingQueue<>();
        Path file = folder.resolve("failures.jsonl");
        var failures = new Failures(file);
        Machine machine =
                Machine.of(folder.resolve("run"), java.time.InstantSource.system(), () -> "r", (name, line) -> {});

        try (var functions = new Functions(blueprint, machine, java.time.Duration.ofMillis(20), failures, ran::add)) {
            functions.wake("tiny", "report.requested", "{\"do\":\"throw\"}".getBytes(StandardCharsets.UTF_8));
            Ran first = ran.poll(20, TimeUnit.SECONDS);
            Ran second = ran.poll(20, TimeUnit.SECONDS);
            await(file);

            assertThat(first).isNotNull().extracting(Ran::outcome).isEqualTo(Ran.Outcome.FAULT);
            assertThat(second).isNotNull().extracting(Ran::cold).isEqualTo(false);
            assertThat(ran).isEmpty();
        }
        Json kept = Json.parse(Files.readString(file).strip());
        assertThat(kept.at("tries").whole()).contains(2L);
        assertThat(kept.at("reason").textOr("")).contains("asked to");
        assertThat(kept.at("event", "do").textOr("")).isEqualTo("throw");
        assertThat(failures.latest()).hasSize(1);
    }

    @Test
    void what_was_written_is_there_after_a_restart() throws Exception {
        Path data = folder.resolve("restart");
        List<String> said = new ArrayList<>();
        try (var suite = Suite.start(settings(data), java.time.InstantSource.system(), said::add, Site::of)) {
            InvocationResult answer = suite.functions().invoke("tiny", "test", "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer).isInstanceOf(InvocationResult.Answered.class);
            assertThatThrownBy(() -> Suite.start(settings(data), java.time.InstantSource.system(), said::add, Site::of))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("already running");
        }

        String key = Files.readString(data.resolve("parameters.json"));
        String issuer = Files.readString(data.resolve("issuer/issuer-key.pkcs8"));
        try (var again = Suite.start(settings(data), java.time.InstantSource.system(), said::add, Site::of)) {
            assertThat(again.functions().pids()).hasSizeLessThan(3);
            assertThat(Files.readString(data.resolve("parameters.json"))).isEqualTo(key);
            assertThat(Files.readString(data.resolve("issuer/issuer-key.pkcs8")))
                    .isEqualTo(issuer);
        }
    }

    @Test
    void containers_are_told_addresses_they_can_reach() throws Exception {
        Path data = folder.resolve("containers");

        try (var suite = Suite.start(settings(data), java.time.InstantSource.system(), line -> {}, Site::of)) {
            Json told =
                    Json.parse(Files.readString(data.resolve("sam-env.json"))).at("Parameters");

            assertThat(told.at("AWS_ENDPOINT_URL_DYNAMODB").textOr(""))
                    .isEqualTo("http://host.docker.internal:"
                            + suite.endpoint("AWS_ENDPOINT_URL_DYNAMODB").getPort());
            assertThat(told.toString()).doesNotContain("127.0.0.1", "localhost");
            assertThat(told.at("PARVIS_TABLE").textOr("")).isEqualTo(Suite.TABLE);
        }
    }

    @Test
    void a_zip_that_is_not_built_is_said() throws Exception {
        Path template =
                TinySuite.in(folder.resolve("unbuilt-" + System.nanoTime()).toAbsolutePath());
        Files.delete(template.resolveSibling("tiny-lambda.zip"));
        var properties = properties(folder.resolve("unbuilt-data"));
        properties.setProperty("parvis.template", template.toString());

        assertThatThrownBy(() ->
                        Suite.start(Settings.of(properties), java.time.InstantSource.system(), line -> {}, Site::of))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("The zip of tiny is not built");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "post.published | {\"network\":\"sandbox\",\"latenessMs\":\"12\"} | post published on sandbox, 12 ms after its time",
                "interaction.moderated | {\"network\":\"webhook\",\"handling\":\"queued\"} | message on webhook moderated: queued",
                "mention.found | {} | mention found",
                "report.ready | {} | report written and stored as PDF and CSV",
                "post.failed | {\"network\":\"bluesky\",\"code\":\"refused\"} | post refused by bluesky: refused"
            })
    void the_story_has_a_line_for_each_thing_that_happened(String type, String detail, String line) {
        assertThat(Story.line(type, Json.parse(detail))).contains(line);
    }

    @Test
    void a_delivery_is_told_once_however_often_it_comes() {
        var said = new ArrayList<String>();

        try (var suite = new StoryTeller(folder.resolve("mail"), said)) {
            suite.story.log(Json.obj("event", "webhook.taken", "before", false, "interactions", 2));
            suite.story.log(Json.obj("event", "webhook.taken", "before", true, "interactions", 0));
            suite.story.log(Json.obj("event", "invoked"));
        }

        assertThat(said).containsExactly("signed webhook taken, new messages: 2");
    }

    /** A story over an empty mailbox. */
    private static final class StoryTeller implements AutoCloseable {
        final dev.parvis.emulators.ses.LocalSes ses;
        final Story story;

        StoryTeller(Path mails, List<String> said) {
            ses = dev.parvis.emulators.ses.LocalSes.start(new dev.parvis.emulators.ses.LocalSes.Options(
                    mails,
                    java.time.InstantSource.system(),
                    dev.parvis.emulators.Listen.anywhere(),
                    java.util.Set.of()));
            story = new Story(said::add, ses.mailbox());
        }

        @Override
        public void close() {
            story.close();
            ses.close();
        }
    }

    @Test
    void what_is_no_part_of_the_story_is_not_told() {
        assertThat(Story.line("something.else", Json.obj())).isEmpty();
    }

    @Test
    void a_function_s_declaration_that_lambda_would_refuse_is_refused() {
        assertThatThrownBy(() ->
                        new FunctionSpec("x", "h", folder, java.util.Map.of(), 64, java.time.Duration.ofSeconds(3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("memory");
        assertThatThrownBy(() ->
                        new FunctionSpec("x", "h", folder, java.util.Map.of(), 128, java.time.Duration.ofMinutes(16)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("time-out");
    }

    private static void await(Path file) {
        Instant limit = Instant.now().plusSeconds(10);
        while (!Files.exists(file)) {
            assertThat(Instant.now()).isBefore(limit);
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }

    private static Settings settings(Path data) throws Exception {
        var properties = properties(data);
        properties.setProperty("parvis.template", TinySuite.in(folder).toString());
        return Settings.of(properties);
    }

    private static Properties properties(Path data) {
        var properties = new Properties();
        properties.setProperty("parvis.port", "0");
        properties.setProperty("parvis.dir", data.toString());
        properties.setProperty("parvis.demo", "false");
        return properties;
    }
}
