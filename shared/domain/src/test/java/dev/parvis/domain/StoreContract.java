package dev.parvis.domain;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import dev.parvis.domain.stored.Change;

import static org.assertj.core.api.Assertions.assertThat;

/** A contract of one port: run against an empty store of its own, on a clock that moves only when told. */
public abstract class StoreContract {
    public static final Duration LEASE = Duration.ofMinutes(3);

    protected MutableClock clock = new MutableClock(Fixtures.NOON);
    protected Stores stores = new InMemoryStores(clock, LEASE);

    /** An empty store whose claims last {@link #LEASE}. */
    protected abstract Stores empty(MutableClock clock);

    @BeforeEach
    final void open() {
        clock = new MutableClock(Fixtures.NOON);
        stores = empty(clock);
    }

    @AfterEach
    final void close() throws Exception {
        if (stores instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    protected static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }

    protected static void refused(Change<?> change) {
        assertThat(change).isInstanceOf(Change.Refused.class);
        assertThat(((Change.Refused<?>) change).reason()).isNotBlank();
    }

    protected static <T> T conflict(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Conflict.class);
        return ((Change.Conflict<T>) change).current();
    }

    protected static void missing(Change<?> change) {
        assertThat(change).isInstanceOf(Change.Missing.class);
    }
}
