package dev.parvis.local.http;

/**
 * One route of the HTTP API.
 *
 * @param method upper case, or {@code ANY}
 * @param path the template's path, with {@code {name}} for a segment and {@code {name+}} for all that follows, or {@code $default}
 * @param function the name of the function that answers
 * @param needsToken whether the authorizer guards it
 */
public record Route(String method, String path, String function, boolean needsToken) {

    @Override
    public String toString() {
        return method + " " + path;
    }
}
