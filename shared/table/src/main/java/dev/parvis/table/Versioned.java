package dev.parvis.table;

import java.util.Optional;

import dev.parvis.domain.stored.Change;

/** Rows that people create, change and delete by version. */
final class Versioned<T> {
    private final Rows rows;
    private final Codec<T> codec;

    Versioned(Rows rows, Codec<T> codec) {
        this.rows = rows;
        this.codec = codec;
    }

    Optional<T> find(Key key) {
        return rows.find(key).map(codec::decode);
    }

    /** A conflict with what is there when the id is taken. */
    Change<T> create(T value) {
        return written(rows.put(codec.encode(value), Expression.NEW));
    }

    /** Writes {@code changed} with its version raised, if the stored version is {@code version}. */
    Change<T> change(T changed, long version) {
        return written(rows.put(raised(changed, version), Expression.version(version)));
    }

    Change<T> delete(Key key, T there, long version) {
        return rows.delete(key, Expression.version(version)).map(this::lost).orElseGet(() -> new Change.Done<>(there));
    }

    /** Reads what is to be deleted, and deletes that. */
    Change<T> delete(Key key, long version) {
        return rows.latest(key)
                .map(row -> delete(key, codec.decode(row), version))
                .orElseGet(Change.Missing::new);
    }

    Attributes raised(T changed, long version) {
        return codec.encode(changed).number("version", version + 1);
    }

    private Change<T> written(Wrote wrote) {
        return switch (wrote) {
            case Wrote.Done(Row row) -> new Change.Done<>(codec.decode(row));
            case Wrote.Lost lost -> lost(lost);
        };
    }

    Change<T> lost(Wrote.Lost lost) {
        return lost(lost.there());
    }

    Change<T> lost(Optional<Row> there) {
        return there.<Change<T>>map(row -> new Change.Conflict<>(codec.decode(row)))
                .orElseGet(Change.Missing::new);
    }
}
