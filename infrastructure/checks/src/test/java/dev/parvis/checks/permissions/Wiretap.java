package dev.parvis.checks.permissions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Stands before a service and passes on what is said, byte for byte, because signatures are over the bytes. Only the
 * connection is its own: one for each request.
 */
public final class Wiretap implements AutoCloseable {
    private static final Set<String> ABOUT_THE_CONNECTION = Set.of("connection", "upgrade", "http2-settings");

    private final String service;
    private final ServerSocket server;
    private final CompletableFuture<URI> behind = new CompletableFuture<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    private Wiretap(String service) {
        this.service = service;
        try {
            server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no loopback port to listen on", e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /** @param service its name in ARNs, such as {@code dynamodb} */
    public static Wiretap before(String service) {
        return new Wiretap(service);
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** Requests wait until this is known. */
    public void leadsTo(URI endpoint) {
        behind.complete(endpoint);
    }

    List<Heard> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a wiretap", e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Thread.startVirtualThread(() -> relay(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void relay(Socket client) {
        URI address = behind.join();
        try (client;
                Socket there = new Socket(address.getHost(), address.getPort())) {
            String head = head(client.getInputStream());
            Map<String, String> headers = headers(head);
            byte[] body =
                    client.getInputStream().readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            there.getOutputStream().write(onOneConnection(head).getBytes(ISO_8859_1));
            there.getOutputStream().write(body);
            byte[] answer = there.getInputStream().readAllBytes();
            String[] words = head.split(" ", 3);
            // Before the answer leaves: who has it may ask what was heard.
            heard.add(new Heard(service, words[0], URI.create(words[1]), headers, body, status(answer)));
            client.getOutputStream().write(answer);
        } catch (IOException gone) {
            // A function was killed, or an emulator ended: neither is said anything more.
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the head of a request ends early");
            }
            head.write(next);
        }
        return head.toString(ISO_8859_1);
    }

    private static Map<String, String> headers(String head) {
        var headers = new LinkedHashMap<String, String>();
        head.lines().skip(1).filter(line -> line.contains(":")).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(name(line), line.substring(colon + 1).strip());
        });
        return headers;
    }

    private static String onOneConnection(String head) {
        var once = new StringBuilder();
        head.lines()
                .filter(line -> !line.isEmpty() && !ABOUT_THE_CONNECTION.contains(name(line)))
                .forEach(line -> once.append(line).append("\r\n"));
        return once.append("Connection: close\r\n\r\n").toString();
    }

    private static String name(String line) {
        return line.substring(0, Math.max(0, line.indexOf(':'))).toLowerCase(java.util.Locale.ROOT);
    }

    private static int status(byte[] answer) {
        return Integer.parseInt(new String(answer, 9, 3, ISO_8859_1));
    }
}
