package dev.parvis.fakes.http;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client at the level of the socket: it sees resets and half answers as they are. */
final class RawClient implements AutoCloseable {
    private final Socket socket;

    RawClient(FakeServer server) throws IOException {
        socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(10_000);
    }

    RawClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return this;
    }

    RawClient post(String path, String body) throws IOException {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        return send("POST " + path + " HTTP/1.1\r\nHost: fake\r\nContent-Length: " + length
                + "\r\nConnection: close\r\n\r\n" + body);
    }

    /** Until the server closes; a reset is an IOException. */
    String readAll() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    String read(int bytes) throws IOException {
        return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }

    /** What came before the server reset the connection; fails when it closed in an orderly way. */
    String readUntilReset() throws IOException {
        var seen = new java.io.ByteArrayOutputStream();
        try {
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) seen.write(next);
        } catch (java.net.SocketException reset) {
            return seen.toString(StandardCharsets.UTF_8);
        }
        throw new AssertionError("closed without a reset after: " + seen.toString(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
