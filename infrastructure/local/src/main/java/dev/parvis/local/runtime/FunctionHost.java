package dev.parvis.local.runtime;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * One function, ready to be invoked: processes are started at the first event, kept warm, and replaced after a crash or a
 * time-out. Safe for concurrent use; what exceeds the limit of processes waits for its turn.
 */
public final class FunctionHost implements AutoCloseable {

    /** How long an event waits for the busy process before it gets one of its own. */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final FunctionSpec spec;
    private final Machine machine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<FunctionProcess> idle = new ArrayDeque<>();
    private final List<FunctionProcess> live = new ArrayList<>();
    private int starting;
    private boolean closed;

    private FunctionHost(FunctionSpec spec, Machine machine) {
        this.spec = spec;
        this.machine = machine;
    }

    /** A host without a process yet. */
    public static FunctionHost open(FunctionSpec spec, Machine machine) {
        return new FunctionHost(spec, machine);
    }

    /** The function this host runs. */
    public FunctionSpec spec() {
        return spec;
    }

    /**
     * Runs the function on an event and waits for its end.
     *
     * @throws IllegalStateException when the host is closed
     */
    public InvocationResult invoke(byte[] event) {
        while (true) {
            FunctionProcess process = acquire();
            try {
                InvocationResult result = process.invoke(event);
                if (!wasAlreadyEnding(result, process)) {
                    return result;
                }
            } finally {
                release(process);
            }
        }
    }

    /** A warm process may be on its way out after a fatal error; an event it never saw goes to a fresh one. */
    private static boolean wasAlreadyEnding(InvocationResult result, FunctionProcess process) {
        return result instanceof InvocationResult.Died died && !died.run().cold() && !process.tookLast();
    }

    /** Kills every process at once, as a crash would; running invocations end as {@link InvocationResult.Died}. */
    public void kill() {
        for (FunctionProcess process : snapshot()) {
            process.kill();
        }
    }

    /** Ends the further processes that have nothing to do; the first stays warm. */
    public void trim() {
        List<FunctionProcess> spare = new ArrayList<>();
        lock.lock();
        try {
            while (live.size() > 1 && !idle.isEmpty()) {
                FunctionProcess process = idle.removeLast();
                live.remove(process);
                spare.add(process);
            }
        } finally {
            lock.unlock();
        }
        spare.forEach(FunctionProcess::close);
    }

    /** The processes alive now, for measurements. */
    public List<Long> pids() {
        return snapshot().stream()
                .filter(FunctionProcess::alive)
                .map(FunctionProcess::pid)
                .toList();
    }

    /** Whether an invocation is running. */
    public boolean busy() {
        lock.lock();
        try {
            return starting > 0 || idle.size() < live.size();
        } finally {
            lock.unlock();
        }
    }

    /** Refuses new events and waits until the running ones have ended, at most so long; says whether they have. */
    public boolean drain(Duration limit) {
        long left = limit.toNanos();
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            while ((starting > 0 || idle.size() < live.size()) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return starting == 0 && idle.size() == live.size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Kills what runs; nothing is left of the function's processes when this returns. */
    @Override
    public void close() {
        drain(Duration.ZERO);
        snapshot().forEach(FunctionProcess::close);
    }

    private FunctionProcess acquire() {
        lock.lock();
        try {
            FunctionProcess warm = awaitTurn();
            if (warm != null) {
                return warm;
            }
            starting++;
        } finally {
            lock.unlock();
        }
        return start();
    }

    /** A warm process, or null when it is time to start one; the lock is held. */
    private @Nullable FunctionProcess awaitTurn() {
        long patience = PATIENCE_NANOS;
        while (true) {
            if (closed) {
                throw new IllegalStateException(spec.name() + " is being ended");
            }
            FunctionProcess warm = warm();
            if (warm != null) {
                return warm;
            }
            int processes = live.size() + starting;
            if (processes == 0 || (processes < machine.processes() && patience <= 0)) {
                return null;
            }
            try {
                patience = changed.awaitNanos(patience > 0 ? patience : PATIENCE_NANOS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for " + spec.name(), e);
            }
        }
    }

    private @Nullable FunctionProcess warm() {
        while (!idle.isEmpty()) {
            FunctionProcess process = idle.removeFirst();
            if (process.alive()) {
                return process;
            }
            live.remove(process);
            process.close();
        }
        return null;
    }

    private FunctionProcess start() {
        FunctionProcess started = null;
        boolean tooLate = false;
        try {
            started = new FunctionProcess(spec, machine);
        } finally {
            lock.lock();
            try {
                starting--;
                tooLate = closed;
                if (started != null && !tooLate) {
                    live.add(started);
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
        if (tooLate) {
            // The host was closed while the process came up: whoever closed it could not see it.
            started.close();
            throw new IllegalStateException(spec.name() + " is being ended");
        }
        return started;
    }

    private void release(FunctionProcess process) {
        boolean dead = !process.alive();
        if (dead) {
            process.close();
        }
        lock.lock();
        try {
            if (dead) {
                live.remove(process);
            } else {
                idle.addFirst(process);
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private List<FunctionProcess> snapshot() {
        lock.lock();
        try {
            return List.copyOf(live);
        } finally {
            lock.unlock();
        }
    }
}
