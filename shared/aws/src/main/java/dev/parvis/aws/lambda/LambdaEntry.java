package dev.parvis.aws.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

import com.amazonaws.services.lambda.runtime.Context;

import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.http.in.Problems;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.kernel.trigger.MalformedTrigger;
import dev.parvis.kernel.trigger.Trigger;

/**
 * What every handler does around its work: reads the event (8 MiB at most), runs, writes the answer, logs one line. A
 * fault is logged once, here; an HTTP request is then answered with its problem (500 for a fault of ours, with the request id as
 * incident), and for all other triggers the fault is thrown on, so that Lambda retries and the on-failure queue sees it. A JVM error is always thrown on: Lambda replaces
 * the process.
 */
public final class LambdaEntry {
    /** Lambda's limit on an answer: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html. */
    static final int MAX_ANSWER_BYTES = 6 * 1024 * 1024;

    private final Log log;
    private final Work work;
    private final LongSupplier nanoTime;
    private final AtomicBoolean warm = new AtomicBoolean();

    /** What a function does when woken. Answers JSON; for an HTTP call {@code Response.toEvent()}. */
    @FunctionalInterface
    public interface Work {
        Json run(Trigger trigger, Invocation invocation);
    }

    LambdaEntry(String function, Log log, Work work, LongSupplier nanoTime) {
        this.log = log.with("function", function);
        this.work = work;
        this.nanoTime = nanoTime;
    }

    public static LambdaEntry of(String function, Log log, Work work) {
        return new LambdaEntry(function, log, work, System::nanoTime);
    }

    public void handle(InputStream in, OutputStream out, Context context) throws IOException {
        var started = nanoTime.getAsLong();
        var id = context.getAwsRequestId() == null ? "" : context.getAwsRequestId();
        var deadline = Deadline.in(Duration.ofMillis(context.getRemainingTimeInMillis()), nanoTime);
        var run = new Invocation(id, deadline, !warm.getAndSet(true), log.with("request", id));
        var kind = "unknown";
        var outcome = "fault";
        try {
            var parsed = parse(in.readNBytes(Trigger.MAX_BYTES + 1), run);
            kind = parsed.kind();
            var answer = parsed.answer(this, run);
            outcome = outcome(answer);
            out.write(answer.bytes());
        } finally {
            var millis = TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong() - started);
            run.log().info("invoked", "trigger", kind, "outcome", outcome, "ms", millis, "cold", run.cold());
        }
    }

    /** What was sent: a trigger, or an HTTP request whose query or body encoding is broken, with its answer. */
    private sealed interface Parsed {
        String kind();

        Json answer(LambdaEntry entry, Invocation run);

        record Good(Trigger trigger) implements Parsed {
            @Override
            public String kind() {
                return trigger.kind();
            }

            @Override
            public Json answer(LambdaEntry entry, Invocation run) {
                return entry.answer(trigger, run);
            }
        }

        record Broken(Json answer) implements Parsed {
            @Override
            public String kind() {
                return "http";
            }

            @Override
            public Json answer(LambdaEntry entry, Invocation run) {
                return answer;
            }
        }
    }

    private static String outcome(Json answer) {
        return answer.at("statusCode")
                .whole()
                .map(status -> Long.toString(status))
                .orElse("done");
    }

    private static Parsed parse(byte[] event, Invocation run) {
        try {
            return new Parsed.Good(Trigger.parse(event));
        } catch (ProblemException e) {
            return new Parsed.Broken(e.problem().response().toEvent());
        } catch (MalformedTrigger e) {
            run.log().fault("trigger.malformed", e, "bytes", event.length);
            throw e;
        }
    }

    private Json answer(Trigger trigger, Invocation run) {
        try {
            return sized(work.run(trigger, run));
        } catch (RuntimeException | Error e) {
            if (trigger instanceof Trigger.HttpCall(var request) && e instanceof RuntimeException problem) {
                return new Problems(run::requestId, run.log())
                        .answer(request, problem)
                        .toEvent();
            }
            run.log().fault("fault", e, "trigger", trigger.kind());
            throw e;
        }
    }

    private static Json sized(Json answer) {
        if (answer.bytes().length > MAX_ANSWER_BYTES) {
            throw new IllegalStateException("the answer is larger than Lambda takes");
        }
        return answer instanceof Json.Absent ? Json.nil() : answer;
    }
}
