package dev.parvis.domain.stored;

/**
 * What became of a conditional write. Where a port says nothing else, creating under an id that is taken is a
 * {@link Conflict}. {@link Conflict} carries what is there now, so that the caller can say what
 * has changed; {@link Refused} is a rule of the domain, not of the version.
 */
public sealed interface Change<T> {
    record Done<T>(T value) implements Change<T> {}

    record Missing<T>() implements Change<T> {}

    record Conflict<T>(T current) implements Change<T> {}

    record Refused<T>(String reason) implements Change<T> {}
}
