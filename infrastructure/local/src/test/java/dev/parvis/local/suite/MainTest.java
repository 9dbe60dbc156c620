package dev.parvis.local.suite;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The program as a user starts and ends it: a process of its own. */
class MainTest {

    @TempDir
    static Path shared;

    static Path template;

    @TempDir
    Path folder;

    int port;
    final List<Process> started = new ArrayList<>();

    @BeforeAll
    static void build() throws IOException {
        template = TinySuite.in(shared);
    }

    @BeforeEach
    void freePort() {
        port = FreePorts.three();
    }

    @AfterEach
    void endAll() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void it_says_when_it_is_ready_answers_and_leaves_nothing_behind_on_ctrl_c() throws Exception {
        var suite = new Running(folder.resolve("data"));
        suite.awaitReady();

        HttpResponse<String> answer = post("/open");
        List<ProcessHandle> children = suite.process.descendants().toList();
        suite.signal("INT");
        boolean ended = suite.process.waitFor(5, TimeUnit.SECONDS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"calls\":");
        assertThat(children).isNotEmpty();
        assertThat(ended).isTrue();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
        assertThat(suite.rest()).last().asString().startsWith("Parvis has ended");
        assertThat(isListening(port)).isFalse();
        assertThat(isListening(port + 1)).isFalse();
        assertThat(isListening(port + 2)).isFalse();
    }

    @Test
    void sigterm_ends_it_as_ctrl_c_does_and_it_starts_again_on_the_same_folder_and_port() throws Exception {
        var first = new Running(folder.resolve("data"));
        first.awaitReady();
        first.signal("TERM");
        assertThat(first.process.waitFor(5, TimeUnit.SECONDS)).isTrue();

        var second = new Running(folder.resolve("data"));
        second.awaitReady();

        assertThat(post("/open").statusCode()).isEqualTo(200);
    }

    @Test
    void its_functions_end_by_themselves_when_it_is_killed() throws Exception {
        var suite = new Running(folder.resolve("data"));
        suite.awaitReady();
        post("/open");
        List<ProcessHandle> children = suite.process.descendants().toList();

        suite.process.destroyForcibly().waitFor();
        for (ProcessHandle child : children) {
            child.onExit().get(5, TimeUnit.SECONDS);
        }

        assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void a_route_with_authorizer_wants_a_token() throws Exception {
        new Running(folder.resolve("data")).awaitReady();

        assertThat(post("/guarded").statusCode()).isEqualTo(401);
    }

    @Test
    void a_taken_port_is_one_sentence_and_a_status() throws Exception {
        try (var holder = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var suite = new Running(folder.resolve("data"));

            assertThat(suite.process.waitFor(20, TimeUnit.SECONDS)).isTrue();

            assertThat(holder.isBound()).isTrue();
            assertThat(suite.process.exitValue()).isEqualTo(1);
            assertThat(suite.rest())
                    .singleElement()
                    .asString()
                    .startsWith("parvis: Port " + port)
                    .contains("is taken");
        }
    }

    @Test
    void a_second_suite_on_the_same_folder_is_one_sentence_and_a_status() throws Exception {
        new Running(folder.resolve("data")).awaitReady();
        freePort();

        var second = new Running(folder.resolve("data"));
        assertThat(second.process.waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(second.process.exitValue()).isEqualTo(1);
        assertThat(second.rest()).singleElement().asString().startsWith("parvis: Parvis is already running on");
    }

    @Test
    void a_folder_that_cannot_be_written_is_one_sentence_and_a_status() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");

        var suite = new Running(file.resolve("data"));
        assertThat(suite.process.waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(suite.process.exitValue()).isEqualTo(1);
        assertThat(suite.rest()).singleElement().asString().contains("cannot be written to");
    }

    @Test
    void a_bad_setting_is_one_sentence_and_a_status() throws Exception {
        var suite = new Running(folder.resolve("data"), "-Dparvis.drain-millis=soon");
        assertThat(suite.process.waitFor(20, TimeUnit.SECONDS)).isTrue();

        assertThat(suite.process.exitValue()).isEqualTo(1);
        assertThat(suite.rest()).singleElement().asString().contains("-Dparvis.drain-millis=soon");
    }

    private HttpResponse<String> post(String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{}"))
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    private static boolean isListening(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** One start of the program; its output line by line. */
    private final class Running {
        final Process process;
        final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        final Thread reader;

        Running(Path data, String... more) throws IOException {
            var command = new ArrayList<>(attentive());
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dparvis.port=" + port,
                    "-Dparvis.dir=" + data,
                    "-Dparvis.demo=false",
                    "-Dparvis.template=" + template));
            command.addAll(List.of(more));
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.parvis.local.Main"));
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
            started.add(process);
            reader =
                    Thread.ofVirtual().start(() -> process.inputReader().lines().forEach(lines::add));
        }

        /** A build that was started in the background ignores SIGINT, and so would its children: GNU env takes that back. */
        private static List<String> attentive() {
            boolean linux = System.getProperty("os.name").equals("Linux");
            return linux ? List.of("env", "--default-signal=INT") : List.of();
        }

        void awaitReady() throws InterruptedException {
            String wanted = "Parvis is ready: http://localhost:" + port;
            String line = "";
            while (!wanted.equals(line)) {
                line = lines.poll(20, TimeUnit.SECONDS);
                assertThat(line).as("the line that says it is ready").isNotNull();
            }
        }

        void signal(String name) throws Exception {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        }

        List<String> rest() throws InterruptedException {
            reader.join();
            return List.copyOf(lines);
        }
    }
}
