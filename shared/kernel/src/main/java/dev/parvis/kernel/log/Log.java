package dev.parvis.kernel.log;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Email;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.time.Times;

/**
 * Writes one JSON object per line: time, level, event name, the fields of this log, the fields of the line. Secrets and
 * e-mail addresses given as {@link Secret} and {@link Email} are masked; a value of a type that is not known to be
 * harmless is refused, so that nobody logs a request whole. Thread-safe: a line is one write.
 */
public final class Log {
    private static final int MOST_FRAMES = 12;
    private static final int MOST_CAUSES = 5;
    private static final int LONGEST_TEXT = 2_000;

    private final PrintStream out;
    private final InstantSource clock;
    private final Map<String, Json> context;

    public Log(PrintStream out, InstantSource clock) {
        this(out, clock, Map.of());
    }

    /** To standard output in UTF-8, whatever the locale: Lambda's is POSIX, which would print question marks. */
    public static Log stdout() {
        return new Log(new PrintStream(new FileOutputStream(FileDescriptor.out)), Clock.systemUTC());
    }

    private Log(PrintStream out, InstantSource clock, Map<String, Json> context) {
        this.out = out;
        this.clock = clock;
        this.context = context;
    }

    /** A log whose every line carries these fields too: {@code log.with("workspace", id, "post", post)}. */
    public Log with(@Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<>(context);
        put(fields, namesAndValues);
        return new Log(out, clock, fields);
    }

    public void info(String event, @Nullable Object... namesAndValues) {
        line("INFO", event, namesAndValues);
    }

    public void warn(String event, @Nullable Object... namesAndValues) {
        line("WARN", event, namesAndValues);
    }

    public void error(String event, @Nullable Object... namesAndValues) {
        line("ERROR", event, namesAndValues);
    }

    /** A fault, with its causes and the first frames of its stack. */
    public void fault(String event, Throwable fault, @Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Json>();
        put(fields, namesAndValues);
        fields.put("fault", describe(fault, MOST_CAUSES));
        write("ERROR", event, fields);
    }

    /** One line as it is, for formats of others such as embedded metrics. */
    void raw(Json.Obj line) {
        print(line);
    }

    InstantSource clock() {
        return clock;
    }

    private void line(String level, String event, @Nullable Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Json>();
        put(fields, namesAndValues);
        write(level, event, fields);
    }

    private void write(String level, String event, Map<String, Json> fields) {
        var line = new LinkedHashMap<String, Json>();
        line.put("time", Json.of(Times.format(clock.instant())));
        line.put("level", Json.of(level));
        line.put("event", Json.of(event));
        context.forEach(line::putIfAbsent);
        fields.forEach(line::putIfAbsent);
        print(new Json.Obj(line));
    }

    private void print(Json.Obj line) {
        var bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    private static void put(Map<String, Json> fields, @Nullable Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("names and values must come in pairs");
        }
        for (var i = 0; i < namesAndValues.length; i += 2) {
            fields.put(String.valueOf(namesAndValues[i]), value(namesAndValues[i + 1]));
        }
    }

    private static Json value(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return Json.of(shortened(text.toString()));
        }
        if (value instanceof Secret || value instanceof Email) {
            return Json.of(value.toString());
        }
        if (value instanceof Duration duration) {
            return Json.of(duration.toMillis());
        }
        if (value instanceof Iterable<?> many) {
            var list = new ArrayList<Json>();
            many.forEach(element -> list.add(value(element)));
            return new Json.Arr(list);
        }
        if (value == null || isPlain(value)) {
            return Json.of(value);
        }
        throw new IllegalArgumentException(
                "not a type to log: " + value.getClass().getName());
    }

    private static boolean isPlain(Object value) {
        return value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof BigDecimal
                || value instanceof Instant
                || value instanceof Enum<?>;
    }

    private static Json describe(Throwable fault, int causes) {
        var frames = new ArrayList<String>();
        for (var frame : fault.getStackTrace()) {
            if (frames.size() == MOST_FRAMES) {
                break;
            }
            frames.add(frame.toString());
        }
        var cause = fault.getCause();
        return Json.obj(
                "type",
                fault.getClass().getName(),
                "message",
                shortened(String.valueOf(fault.getMessage())),
                "frames",
                frames,
                "cause",
                cause == null || causes == 0 ? Json.absent() : describe(cause, causes - 1));
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    }
}
