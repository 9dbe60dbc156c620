package dev.parvis.fakes.http;

/** Takes effect and answers. Called from many threads at once. */
@FunctionalInterface
public interface Handler {
    Response handle(Request request);
}
