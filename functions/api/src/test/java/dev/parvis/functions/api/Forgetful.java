package dev.parvis.functions.api;

import java.time.Instant;
import java.util.List;

import dev.parvis.domain.idempotency.Idempotency;

/** Idempotency that dies when it is to remember, or tells what it is given to remember. */
final class Forgetful {
    private Forgetful() {}

    static Rooms.Stores over(Rooms.Stores real) {
        return with(real, new Around(real.idempotency()) {
            @Override
            public void complete(Key key, int status, String body, String location) {
                throw new IllegalStateException("the process has died");
            }
        });
    }

    static Rooms.Stores telling(Rooms.Stores real, List<String> told) {
        return with(real, new Around(real.idempotency()) {
            @Override
            public void complete(Key key, int status, String body, String location) {
                told.add(body + "\n" + location);
                super.complete(key, status, body, location);
            }
        });
    }

    private static Rooms.Stores with(Rooms.Stores real, Idempotency idempotency) {
        return new Rooms.Stores(
                real.workspaces(),
                real.brands(),
                real.channels(),
                real.credentials(),
                real.posts(),
                real.comments(),
                real.sheets(),
                real.slots(),
                real.checks(),
                real.series(),
                real.calendarLinks(),
                real.imports(),
                real.queues(),
                real.snapshots(),
                real.holds(),
                real.stopLinks(),
                real.media(),
                real.sources(),
                real.items(),
                real.mentions(),
                real.rules(),
                real.reports(),
                real.endpoints(),
                real.sent(),
                real.audit(),
                real.seals(),
                real.agenda(),
                idempotency);
    }

    /** Hands everything on. */
    private static class Around implements Idempotency {
        private final Idempotency real;

        Around(Idempotency real) {
            this.real = real;
        }

        @Override
        public Taken take(Key key, Instant now) {
            return real.take(key, now);
        }

        @Override
        public void complete(Key key, int status, String body, String location) {
            real.complete(key, status, body, location);
        }

        @Override
        public void release(Key key) {
            real.release(key);
        }
    }
}
