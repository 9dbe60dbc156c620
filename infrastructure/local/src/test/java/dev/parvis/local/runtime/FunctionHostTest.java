package dev.parvis.local.runtime;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.local.runtime.InvocationResult.Answered;
import dev.parvis.local.runtime.InvocationResult.Died;
import dev.parvis.local.runtime.InvocationResult.Faulted;
import dev.parvis.local.runtime.InvocationResult.TimedOut;

import static dev.parvis.local.runtime.TinyFunction.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FunctionHostTest {

    @TempDir
    static Path folder;

    static Path zip;

    final BlockingQueue<String> log = new LinkedBlockingQueue<>();
    FunctionHost host;

    @BeforeAll
    static void build() throws IOException {
        zip = TinyFunction.zip(folder);
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @Test
    void the_first_event_starts_a_process_and_the_second_finds_it_warm() throws Exception {
        open(Duration.ofSeconds(20));

        assertThat(host.pids()).isEmpty();
        InvocationResult first = host.invoke(event("{\"n\":1}"));
        InvocationResult second = host.invoke(event("{\"n\":2}"));

        assertThat(text(first)).startsWith("{\"echo\":{\"n\":1},\"calls\":1,");
        assertThat(text(second)).startsWith("{\"echo\":{\"n\":2},\"calls\":2,");
        assertThat(first.run().cold()).isTrue();
        assertThat(second.run().cold()).isFalse();
        assertThat(host.pids()).hasSize(1);
        assertThat(log.poll(5, TimeUnit.SECONDS)).contains(first.run().requestId());
        assertThat(log.poll(5, TimeUnit.SECONDS)).contains(second.run().requestId());
    }

    @Test
    void the_remaining_time_comes_from_the_template() {
        open(Duration.ofSeconds(20));

        String answer = text(host.invoke(event("{}")));

        long left = Long.parseLong(answer.replaceAll(".*\"left\":(\\d+)}", "$1"));
        assertThat(left).isBetween(10_000L, 20_000L);
    }

    @Test
    void an_exception_is_reported_and_the_process_stays() {
        open(Duration.ofSeconds(20));

        InvocationResult result = host.invoke(event("\"throw\""));
        InvocationResult next = host.invoke(event("1"));

        assertThat(result).isInstanceOfSatisfying(Faulted.class, fault -> {
            assertThat(fault.type()).isEqualTo("java.lang.IllegalStateException");
            assertThat(fault.message()).isEqualTo("asked to");
            assertThat(fault.run().log()).anyMatch(line -> line.contains("called"));
        });
        assertThat(next.run().cold()).isFalse();
    }

    @Test
    void a_function_that_takes_too_long_is_killed_and_replaced() {
        open(Duration.ofMillis(700));

        host.invoke(event("0"));
        List<Long> before = host.pids();
        InvocationResult result = host.invoke(event("\"hang\""));
        InvocationResult next = host.invoke(event("1"));

        assertThat(result).isInstanceOfSatisfying(TimedOut.class, late -> assertThat(late.limit())
                .isEqualTo(Duration.ofMillis(700)));
        assertThat(next.run().cold()).isTrue();
        assertThat(ProcessHandle.of(before.getFirst())).isEmpty();
    }

    @Test
    void a_process_that_ends_itself_is_seen_and_replaced() {
        open(Duration.ofSeconds(20));

        InvocationResult result = host.invoke(event("\"exit\""));
        InvocationResult next = host.invoke(event("1"));

        assertThat(result).isInstanceOfSatisfying(Died.class, died -> assertThat(died.exitCode())
                .isEqualTo(7));
        assertThat(next).isInstanceOf(Answered.class);
    }

    @Test
    void kill_ends_a_running_invocation_as_a_crash_would() throws Exception {
        open(Duration.ofSeconds(20));

        var running = CompletableFuture.supplyAsync(() -> host.invoke(event("\"hang\"")));
        assertThat(log.poll(20, TimeUnit.SECONDS)).contains("called");
        host.kill();

        assertThat(running.get(5, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        Died.class, died -> assertThat(died.exitCode()).isEqualTo(137));
        assertThat(host.invoke(event("1"))).isInstanceOf(Answered.class);
    }

    @Test
    void a_handler_that_is_not_in_the_zip_is_a_fault_with_its_name() {
        var spec = new FunctionSpec("gone", "tiny.Gone", zip, Map.of(), 256, Duration.ofSeconds(20));
        host = FunctionHost.open(spec, machine());

        InvocationResult result = host.invoke(event("{}"));

        assertThat(result).isInstanceOfSatisfying(Faulted.class, fault -> assertThat(fault.message())
                .contains("tiny.Gone"));
        assertThat(host.invoke(event("{}"))).isInstanceOf(Faulted.class);
    }

    @Test
    void the_function_sees_the_template_s_environment_and_nothing_of_ours() {
        open(Duration.ofSeconds(20));

        String seen = text(host.invoke(event("\"env\"")));

        assertThat(seen).contains("PARVIS_TABLE=parvis", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE=256");
        assertThat(seen).doesNotContain("HOME=", "JAVA_HOME", "USER=");
    }

    @Test
    void an_event_that_waits_long_gets_a_process_of_its_own_and_it_is_ended_when_idle() throws Exception {
        open(Duration.ofSeconds(20));

        var hanging = CompletableFuture.supplyAsync(() -> host.invoke(event("\"hang\"")));
        assertThat(log.poll(20, TimeUnit.SECONDS)).contains("called");
        InvocationResult other = host.invoke(event("1"));
        int both = host.pids().size();
        host.trim();

        assertThat(other).isInstanceOf(Answered.class);
        assertThat(both).isEqualTo(2);
        assertThat(host.pids()).hasSize(1);
        assertThat(host.busy()).isTrue();
        host.kill();
        assertThat(hanging.get(5, TimeUnit.SECONDS)).isInstanceOf(Died.class);
    }

    @Test
    void ctrl_c_does_not_reach_the_function() throws Exception {
        open(Duration.ofSeconds(20));

        host.invoke(event("1"));
        new ProcessBuilder("kill", "-INT", host.pids().getFirst().toString())
                .start()
                .waitFor();
        InvocationResult after = host.invoke(event("2"));

        assertThat(after.run().cold()).isFalse();
        assertThat(text(after)).contains("\"calls\":2");
    }

    @Test
    void closing_leaves_no_process_and_takes_no_event() {
        open(Duration.ofSeconds(20));

        host.invoke(event("1"));
        long pid = host.pids().getFirst();
        host.close();

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThatThrownBy(() -> host.invoke(event("2"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_function_ends_when_its_host_is_killed() throws Exception {
        var parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Orphaning.class.getName(),
                        zip.toString(),
                        folder.resolve("orphan").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        String pid = parent.inputReader().readLine();
        var function = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        parent.destroyForcibly().waitFor();

        function.onExit().get(5, TimeUnit.SECONDS);
        assertThat(function.isAlive()).isFalse();
    }

    /** Hosts a function that hangs, prints the function's process id and waits to be killed. */
    static final class Orphaning {
        public static void main(String[] args) {
            var log = new LinkedBlockingQueue<String>();
            var host = FunctionHost.open(
                    TinyFunction.spec(Path.of(args[0]), Duration.ofMinutes(1)), machineOf(Path.of(args[1]), log));
            Thread.ofVirtual().start(() -> {
                try {
                    log.take();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                System.out.println(host.pids().getFirst());
            });
            host.invoke(event("\"hang\""));
        }

        private static Machine machineOf(Path folder, BlockingQueue<String> log) {
            return Machine.of(folder, InstantSource.system(), () -> "1", (name, line) -> log.add(line));
        }
    }

    private void open(Duration timeout) {
        host = FunctionHost.open(TinyFunction.spec(zip, timeout), machine());
    }

    private Machine machine() {
        return Machine.of(
                folder.resolve("run"),
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                (name, line) -> log.add(line));
    }

    private static String text(InvocationResult result) {
        assertThat(result).isInstanceOf(Answered.class);
        return new String(((Answered) result).payload(), StandardCharsets.UTF_8);
    }
}
