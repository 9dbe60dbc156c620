package dev.parvis.fakes.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A place where requests stop until a test lets them go. The test waits for {@link #awaitReached}, does what it came for
 * (kills a process, moves a clock) and calls {@link #release} or {@link #releaseAndCut}. Closing the server releases it.
 */
public final class Hold {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean cut;

    /** Returns once a request stands here; {@link IllegalStateException} when none came in {@code patience}. */
    public void awaitReached(Duration patience) {
        if (!reachedWithin(patience)) throw new IllegalStateException("No request reached the hold within " + patience);
    }

    public boolean reachedWithin(Duration patience) {
        try {
            return reached.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets what stands here go on; later requests pass without stopping. */
    public void release() {
        released.countDown();
    }

    /** Lets what stands here go on only as far as a reset of its connection. */
    public void releaseAndCut() {
        cut = true;
        released.countDown();
    }

    boolean isReleased() {
        return released.getCount() == 0;
    }

    /** Stops here. True: go on. False: cut. */
    boolean pass() {
        reached.countDown();
        try {
            released.await();
            return !cut;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
