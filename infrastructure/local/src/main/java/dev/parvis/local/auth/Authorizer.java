package dev.parvis.local.auth;

/** Decides about the value of an {@code Authorization} header, empty when there was none. */
@FunctionalInterface
public interface Authorizer {

    Verdict verify(String authorization);
}
