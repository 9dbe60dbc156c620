package dev.parvis.fakes.webhooks;

import java.net.URI;

import dev.parvis.fakes.http.Headers;

/** One POST that is ready to go: every header and the exact bytes that were signed. */
public record Delivery(URI to, Headers headers, byte[] body) {
    public Delivery with(String name, String value) {
        return new Delivery(to, headers.with(name, value), body);
    }

    /** The same headers over other bytes: a forgery. */
    public Delivery withBody(byte[] other) {
        return new Delivery(to, headers, other);
    }
}
