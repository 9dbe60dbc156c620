package dev.parvis.fakes.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Serves one TCP connection, request after request, and breaks those that the switchboard names. */
final class Connection {
    /** Thrown to leave a connection that was reset on purpose. */
    private static final class Reset extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** What a connection shares with its server. */
    record World(
            Handler handler,
            Handler control,
            Faults faults,
            RequestLog log,
            Numbers numbers,
            Clock wall,
            Closing closing) {}

    interface Numbers {
        long next();
    }

    /** Waits for {@code delay} unless the server closes first: false then. */
    interface Closing {
        boolean outlasts(Duration delay);
    }

    private final World world;
    private final Socket socket;
    private final RequestReader reader;
    private final OutputStream out;

    Connection(World world, Socket socket) throws IOException {
        this.world = world;
        this.socket = socket;
        this.reader = new RequestReader(new BufferedInputStream(socket.getInputStream()));
        this.out = new BufferedOutputStream(socket.getOutputStream());
    }

    /** Returns when either side has closed; a client that goes away is a normal end. */
    void serve() throws IOException {
        try {
            while (serveOne()) continue;
        } catch (RequestReader.BadRequest bad) {
            writer(true).whole(Response.text(bad.status(), String.valueOf(bad.getMessage())), false);
        }
    }

    private boolean serveOne() throws IOException {
        Optional<RequestReader.Head> next = reader.head();
        if (next.isEmpty()) return false;
        RequestReader.Head head = next.get();
        boolean keepAlive =
                !head.headers().has("Connection", "close") && head.version().equals("HTTP/1.1");
        var request = new Request(
                world.numbers.next(), now(), head.method(), head.target(), head.headers(), new byte[0], Map.of());
        if (request.path().startsWith("/__")) {
            Request whole = request.withBody(reader.body(head.headers()));
            writer(!head.method().equals("HEAD")).whole(world.control.handle(whole), keepAlive);
            return keepAlive;
        }
        world.log.add(request);
        try {
            return exchange(request, keepAlive);
        } finally {
            world.log.change(request.number(), one -> one.ended(now()));
        }
    }

    private boolean exchange(Request head, boolean keepAlive) throws IOException {
        Optional<Fault> early = world.faults.onHead(head);
        early.ifPresent(fault -> world.log.change(head.number(), one -> one.withFault(fault.label())));
        if (early.isPresent()) beforeRead(early.get());
        if (head.headers().has("Expect", "100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            out.flush();
        }
        Request request = head.withBody(reader.body(head.headers()));
        world.log.change(head.number(), one -> one.with(request));
        Optional<Fault> fault = early.isPresent() ? Optional.empty() : world.faults.onBody(request);
        if (fault.isEmpty()) {
            answer(request, effect(request), keepAlive);
            return keepAlive;
        }
        world.log.change(head.number(), one -> one.withFault(fault.get().label()));
        broken(request, fault.get());
        return false;
    }

    /** Waits and returns, or leaves by a reset. */
    private void beforeRead(Fault fault) throws IOException {
        if (fault instanceof Fault.Hang(Fault.Step _, Hold hold)) stopAt(hold);
        else if (fault instanceof Fault.Slow(Fault.Step _, Duration delay)) pause(delay);
        else throw reset();
    }

    private void broken(Request request, Fault fault) throws IOException {
        switch (fault) {
            case Fault.CutBeforeRead _, Fault.CutBeforeEffect _ -> throw reset();
            case Fault.CutAfterEffect _ -> {
                effect(request);
                throw reset();
            }
            case Fault.CutMidAnswer(int bytes) -> {
                writerFor(request).part(sent(request, effect(request)), bytes);
                throw reset();
            }
            case Fault.Slow(Fault.Step step, Duration delay) -> slow(request, step, delay);
            case Fault.Answer(Response response) -> answer(request, response, false);
            case Fault.AnswerAfterEffect(Response response) -> {
                effect(request);
                answer(request, response, false);
            }
            case Fault.Garbage _ -> {
                effect(request);
                answer(request, Response.of(200, "application/json; charset=utf-8", GARBAGE.clone()), false);
            }
            case Fault.Oversize(long bytes) -> hostile(request).oversize(bytes);
            case Fault.GzipBomb(long bytes) -> hostile(request).gzipBomb(bytes);
            case Fault.Endless _ -> hostile(request).endless(() -> world.closing.outlasts(Duration.ofMillis(5)));
            case Fault.Hang(Fault.Step step, Hold hold) -> held(request, step, hold);
        }
    }

    /** Looks like the start of an object, holds a byte that UTF-8 never has, and stops. */
    private static final byte[] GARBAGE = {'{', '"', 'u', 'r', 'i', '"', ':', ' ', '"', (byte) 0xff, '<', 'b'};

    private ResponseWriter hostile(Request request) {
        effect(request);
        world.log.change(request.number(), one -> one.withStatus(200));
        return writerFor(request);
    }

    private void slow(Request request, Fault.Step step, Duration delay) throws IOException {
        switch (step) {
            case BEFORE_READ, BEFORE_EFFECT -> {
                pause(delay);
                answer(request, effect(request), false);
            }
            case AFTER_EFFECT -> {
                Response response = effect(request);
                pause(delay);
                answer(request, response, false);
            }
            case MID_ANSWER ->
                writerFor(request).slowly(sent(request, effect(request)), () -> world.closing.outlasts(delay));
        }
    }

    private void held(Request request, Fault.Step step, Hold hold) throws IOException {
        if (step == Fault.Step.BEFORE_EFFECT) stopAt(hold);
        Response response = effect(request);
        if (step == Fault.Step.AFTER_EFFECT) stopAt(hold);
        if (step != Fault.Step.MID_ANSWER) {
            answer(request, response, false);
            return;
        }
        int half = response.body().length / 2;
        writerFor(request).part(sent(request, response), half);
        stopAt(hold);
        writerFor(request).rest(response, half);
    }

    private void stopAt(Hold hold) throws IOException {
        if (!hold.pass()) throw reset();
    }

    private void pause(Duration delay) throws IOException {
        if (!world.closing.outlasts(delay)) throw reset();
    }

    private Response effect(Request request) {
        try {
            Response response = world.handler.handle(request);
            world.log.change(request.number(), one -> one.withEffect(now()));
            return response;
        } catch (RuntimeException e) {
            world.log.failed(e);
            return Response.text(500, "The fake itself failed: " + e);
        }
    }

    private void answer(Request request, Response response, boolean keepAlive) throws IOException {
        writerFor(request).whole(sent(request, response), keepAlive);
    }

    private Response sent(Request request, Response response) {
        world.log.change(request.number(), one -> one.withStatus(response.status()));
        return response;
    }

    private ResponseWriter writerFor(Request request) {
        return writer(!request.method().equals("HEAD"));
    }

    private ResponseWriter writer(boolean withBody) {
        return new ResponseWriter(out, withBody, now());
    }

    private Instant now() {
        return world.wall.instant();
    }

    /** Unsent bytes are dropped and the peer sees ECONNRESET. */
    private Reset reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
        return new Reset();
    }
}
