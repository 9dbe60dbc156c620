package dev.parvis.kernel.http.out;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import dev.parvis.kernel.config.HostPort;

/** A server of bare sockets that does what a script says with each request; the only honest judge of what was sent. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    /** Answers one request; {@code count} is 1 for the first request the server ever got. */
    interface Script {
        void serve(Socket socket, String request, int count) throws IOException, InterruptedException;
    }

    private RawServer(Script script) throws IOException {
        this.script = script;
        this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    static RawServer serving(Script script) throws IOException {
        return new RawServer(script);
    }

    static RawServer answering(String answer) throws IOException {
        return new RawServer((socket, request, count) -> write(socket, answer));
    }

    static void write(Socket socket, String answer) throws IOException {
        socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
    }

    HostPort address() {
        return new HostPort("127.0.0.1", listener.getLocalPort());
    }

    List<String> requests() {
        return requests;
    }

    int connections() {
        return sockets.size();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (var socket : sockets) {
            socket.close();
        }
    }

    private void accept() {
        try {
            while (true) {
                var socket = listener.accept();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // The listener was closed: the test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            for (var request = read(socket.getInputStream());
                    !request.isEmpty();
                    request = read(socket.getInputStream())) {
                requests.add(request);
                script.serve(socket, request, requests.size());
            }
        } catch (IOException | InterruptedException e) {
            // The script cut the connection, or the client did.
        }
    }

    /** Head and body of one request, or nothing at the stream's end. A body is read only as far as it was announced. */
    private static String read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        while (!bytes.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            var b = in.read();
            if (b < 0) {
                return "";
            }
            bytes.write(b);
        }
        var head = bytes.toString(StandardCharsets.ISO_8859_1);
        var length = head.lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return length > 100_000 ? head : head + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }
}
