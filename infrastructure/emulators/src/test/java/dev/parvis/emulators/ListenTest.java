package dev.parvis.emulators;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.emulators.dynamodb.LocalDynamo;
import dev.parvis.emulators.events.LocalBus;
import dev.parvis.emulators.s3.LocalS3;
import dev.parvis.emulators.ses.LocalSes;
import dev.parvis.emulators.ssm.LocalParameters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ListenTest {
    private static final Listen EVERYWHERE = new Listen("0.0.0.0", 0);

    @TempDir
    Path folder;

    @Test
    void a_server_on_every_address_is_reached_by_this_machine_over_loopback() {
        assertThat(EVERYWHERE.url(8000)).hasToString("http://127.0.0.1:8000");
        assertThat(new Listen("::1", 0).url(8000)).hasToString("http://[::1]:8000");
        assertThat(new Listen("192.0.2.1", 0).url(8000)).hasToString("http://192.0.2.1:8000");
    }

    @Test
    void a_port_outside_the_range_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Listen.loopback(65_536));
        assertThatIllegalArgumentException().isThrownBy(() -> Listen.loopback(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Listen(" ", 0));
    }

    @Test
    void every_server_is_on_loopback_alone_unless_told_and_ends_whole() throws Exception {
        var outside = outsideAddress();
        var before = Threads.nonDaemon();
        for (var listen : List.of(Listen.anywhere(), EVERYWHERE)) {
            for (var server : all(listen)) {
                var port = server.port();
                assertThat(answers("127.0.0.1", port)).as(server.name).isTrue();
                outside.ifPresent(address ->
                        assertThat(answers(address, port)).as(server.name).isEqualTo(listen.equals(EVERYWHERE)));
                server.closing.close();
                assertThat(answers("127.0.0.1", port)).as(server.name).isFalse();
            }
        }

        assertThat(Threads.left(before)).isEmpty();
    }

    @Test
    void a_folder_that_cannot_be_made_is_named() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatExceptionOfType(EmulatorFailed.class)
                .isThrownBy(() -> LocalS3.start(file, Listen.anywhere()))
                .withMessageContaining(file.toString())
                .withMessageContaining("S3");
        assertThatExceptionOfType(EmulatorFailed.class)
                .isThrownBy(() -> LocalDynamo.inFolder(file.resolve("below"), Listen.anywhere()))
                .withMessageContaining(file.toString())
                .withMessageContaining("DynamoDB");
    }

    private record Started(String name, int port, AutoCloseable closing) {}

    private List<Started> all(Listen listen) {
        var clock = Clock.systemUTC();
        var dynamo = LocalDynamo.inMemory(listen);
        var s3 = LocalS3.start(folder.resolve("s3"), listen);
        var ses = LocalSes.start(new LocalSes.Options(folder.resolve("mail"), clock, listen, Set.of()));
        var ssm = LocalParameters.start(folder.resolve("parameters.json"), clock, listen);
        var bus = LocalBus.start(new LocalBus.Options(
                Set.of("default"), List.of(), delivery -> {}, clock, Duration.ofSeconds(1), listen));
        return List.of(
                new Started("DynamoDB", dynamo.endpoint().getPort(), dynamo),
                new Started("S3", s3.endpoint().getPort(), s3),
                new Started("SES", ses.endpoint().getPort(), ses),
                new Started("SSM", ssm.endpoint().getPort(), ssm),
                new Started("EventBridge", bus.endpoint().getPort(), bus));
    }

    private static boolean answers(String address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
            return true;
        } catch (ConnectException e) {
            return false;
        } catch (IOException e) {
            throw new AssertionError(address + ":" + port, e);
        }
    }

    /** An address of this machine that is not loopback; a machine without network has none. */
    private static Optional<String> outsideAddress() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .map(address -> address.getHostAddress())
                .findFirst();
    }
}
