package dev.parvis.fakes.json;

/** The bytes are not one JSON value. The message says where, never what. */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedJson(String message) {
        super(message);
    }
}
