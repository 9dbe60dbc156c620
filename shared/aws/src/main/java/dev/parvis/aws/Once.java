package dev.parvis.aws;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** Makes something at its first use and keeps it: an SDK client that a function seldom needs costs it no cold start. */
public final class Once<T> implements Supplier<T> {
    private final Supplier<? extends T> make;
    private volatile @Nullable T made;

    public Once(Supplier<? extends T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        var there = made;
        return there != null ? there : makeIt();
    }

    private synchronized T makeIt() {
        var there = made;
        if (there == null) {
            there = make.get();
            made = there;
        }
        return there;
    }
}
