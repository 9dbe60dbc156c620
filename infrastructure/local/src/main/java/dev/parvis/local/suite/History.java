package dev.parvis.local.suite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last of something, newest first; safe for concurrent use. */
public final class History<T> {

    private final int most;
    private final Deque<T> entries = new ArrayDeque<>();

    public History(int most) {
        this.most = most;
    }

    public synchronized void add(T entry) {
        entries.addFirst(entry);
        if (entries.size() > most) {
            entries.removeLast();
        }
    }

    public synchronized List<T> newestFirst() {
        return List.copyOf(entries);
    }
}
