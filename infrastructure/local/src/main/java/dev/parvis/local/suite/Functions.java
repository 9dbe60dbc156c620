package dev.parvis.local.suite;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.parvis.local.runtime.FunctionHost;
import dev.parvis.local.runtime.InvocationResult;
import dev.parvis.local.runtime.Machine;

/** All functions of the suite: called by the HTTP API, woken by schedules and the bus. */
public final class Functions implements AutoCloseable {

    private static final Duration IDLE_CHECK = Duration.ofSeconds(60);

    private final Map<String, FunctionHost> hosts = new LinkedHashMap<>();
    private final Map<String, Blueprint.Declared> declared = new LinkedHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("functions").factory());
    private final InstantSource clock;
    private final Duration retryDelay;
    private final Failures failures;
    private final Consumer<Ran> ran;
    private volatile boolean ending;

    Functions(Blueprint blueprint, Machine machine, Duration retryDelay, Failures failures, Consumer<Ran> ran) {
        this.clock = machine.clock();
        this.retryDelay = retryDelay;
        this.failures = failures;
        this.ran = ran;
        for (Blueprint.Declared function : blueprint.functions()) {
            declared.put(function.name(), function);
            hosts.put(function.name(), FunctionHost.open(function.spec(), machine));
        }
        timer.scheduleWithFixedDelay(
                () -> hosts.values().forEach(FunctionHost::trim),
                IDLE_CHECK.toSeconds(),
                IDLE_CHECK.toSeconds(),
                TimeUnit.SECONDS);
    }

    /** Runs a function and waits for its end. */
    public InvocationResult invoke(String function, String trigger, byte[] event) {
        Instant at = clock.instant();
        InvocationResult result = host(function).invoke(event);
        ran.accept(ran(at, function, trigger, result));
        return result;
    }

    /** Wakes a function for an event that nobody waits for; returns at once. */
    public void wake(String function, String trigger, byte[] event) {
        Blueprint.Declared woken = declared.get(function);
        if (woken == null) {
            throw new IllegalArgumentException("there is no function " + function);
        }
        attempt(new Waking(woken, trigger, event, clock.instant(), 1));
    }

    /** The host of a function, for tests that kill it and for measurements. */
    public FunctionHost host(String function) {
        FunctionHost host = hosts.get(function);
        if (host == null) {
            throw new IllegalArgumentException("there is no function " + function);
        }
        return host;
    }

    /** The processes alive now. */
    public List<Long> pids() {
        return hosts.values().stream().flatMap(host -> host.pids().stream()).toList();
    }

    /** Takes no new event, waits for the running ones at most so long; the names of those that are still running. */
    List<String> drain(Duration limit) {
        ending = true;
        timer.shutdownNow();
        long end = System.nanoTime() + limit.toNanos();
        hosts.values().forEach(host -> host.drain(Duration.ZERO));
        return hosts.entrySet().stream()
                .filter(entry -> !entry.getValue().drain(Duration.ofNanos(Math.max(0, end - System.nanoTime()))))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Kills what still runs. */
    @Override
    public void close() {
        ending = true;
        timer.shutdownNow();
        hosts.values().forEach(FunctionHost::close);
    }

    private record Waking(Blueprint.Declared function, String trigger, byte[] event, Instant first, int number) {
        Waking next() {
            return new Waking(function, trigger, event, first, number + 1);
        }
    }

    private void attempt(Waking waking) {
        Thread.ofVirtual().name("wake-" + waking.function().name()).start(() -> {
            if (ending) {
                return;
            }
            try {
                judge(waking, invoke(waking.function().name(), waking.trigger(), waking.event()));
            } catch (IllegalStateException e) {
                if (!ending) {
                    throw e;
                }
            }
        });
    }

    private void judge(Waking waking, InvocationResult result) {
        if (result instanceof InvocationResult.Answered || ending) {
            return;
        }
        boolean tooOld =
                clock.instant().isAfter(waking.first().plus(waking.function().maxAge()));
        if (waking.number() <= waking.function().retries() && !tooOld) {
            Waking next = waking.next();
            timer.schedule(() -> attempt(next), retryDelay.toMillis() * waking.number(), TimeUnit.MILLISECONDS);
            return;
        }
        failures.add(
                new Failures.Failure(
                        clock.instant(), waking.function().name(), waking.trigger(), waking.number(), remark(result)),
                waking.event());
    }

    private static Ran ran(Instant at, String function, String trigger, InvocationResult result) {
        Ran.Outcome outcome =
                switch (result) {
                    case InvocationResult.Answered answered -> Ran.Outcome.OK;
                    case InvocationResult.Faulted faulted -> Ran.Outcome.FAULT;
                    case InvocationResult.TimedOut late -> Ran.Outcome.TIMEOUT;
                    case InvocationResult.Died died -> Ran.Outcome.DIED;
                };
        return new Ran(
                at,
                function,
                trigger,
                result.run().duration().toMillis(),
                result.run().cold(),
                outcome,
                remark(result));
    }

    private static String remark(InvocationResult result) {
        return switch (result) {
            case InvocationResult.Answered answered -> "";
            case InvocationResult.Faulted(var type, var message, var run) -> type + ": " + message;
            case InvocationResult.TimedOut(var limit, var run) -> "no answer within " + limit.toMillis() + " ms";
            case InvocationResult.Died(var code, var run) -> "the process ended with status " + code;
        };
    }
}
