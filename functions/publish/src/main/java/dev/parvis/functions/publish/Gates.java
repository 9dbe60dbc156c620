package dev.parvis.functions.publish;

import java.util.concurrent.CountDownLatch;

/** Makes what targets wait at for one another. */
@FunctionalInterface
interface Gates {
    /** Between threads. */
    Gates OF_THREADS = Latched::new;

    /** A new one, closed. */
    Gate closed();

    /** Opened once, for all. */
    interface Gate {
        /** Returns once it is open; throws {@link Interrupted}, with the thread's flag set again, when broken off. */
        void await();

        void open();
    }

    /** The wait at a gate was broken off. */
    final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted(InterruptedException cause) {
            super("interrupted while waiting for another target", cause);
        }
    }

    /** A gate of the JDK's. */
    final class Latched implements Gate {
        private final CountDownLatch latch = new CountDownLatch(1);

        @Override
        public void await() {
            try {
                latch.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new Interrupted(interrupted);
            }
        }

        @Override
        public void open() {
            latch.countDown();
        }
    }
}
