package dev.parvis.kernel.http.out;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;

/**
 * One request to somebody else's server. {@code toString} shows the method and the host only: paths and queries of some
 * networks hold tokens.
 *
 * @param headers visible ASCII; names in lower case, one value each
 */
public record Call(String method, URI uri, Map<String, String> headers, Payload payload, Limits limits, Policy policy) {

    public Call {
        var kept = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> kept.put(checkedName(name), checkedValue(name, value)));
        headers = Collections.unmodifiableMap(kept);
    }

    /** A call without headers and body, under the default limits and {@link Policy#userGiven}. */
    public static Call of(String method, URI uri) {
        return new Call(method, uri, Map.of(), Payload.NONE, Limits.DEFAULT, Policy.userGiven());
    }

    public static Call get(URI uri) {
        return of("GET", uri);
    }

    public static Call post(URI uri, Payload payload) {
        return of("POST", uri).with(payload);
    }

    public static Call postJson(URI uri, Json body) {
        return post(uri, Payload.json(body));
    }

    public Call header(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new Call(method, uri, more, payload, limits, policy);
    }

    public Call bearer(Secret token) {
        return header("authorization", "Bearer " + token.reveal());
    }

    public Call with(Payload payload) {
        return new Call(method, uri, headers, payload, limits, policy);
    }

    public Call with(Limits limits) {
        return new Call(method, uri, headers, payload, limits, policy);
    }

    public Call with(Policy policy) {
        return new Call(method, uri, headers, payload, limits, policy);
    }

    /** The same call, over within this time whatever happens. */
    public Call within(Duration total) {
        return with(limits.within(total));
    }

    Call to(URI other) {
        return new Call(method, other, headers, payload, limits, policy);
    }

    Call without(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Call(method, uri, fewer, payload, limits, policy);
    }

    @Override
    public String toString() {
        return method + " " + uri.getHost();
    }

    private static String checkedName(String name) {
        if (name.isEmpty() || !name.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != ':')) {
            throw new IllegalArgumentException("not a header name");
        }
        return name.toLowerCase(Locale.ROOT);
    }

    private static String checkedValue(String name, String value) {
        if (!value.chars().allMatch(c -> (c >= 0x20 && c < 0x7F) || c == '\t')) {
            throw new IllegalArgumentException("the value of header " + name + " is not visible ASCII");
        }
        return value;
    }
}
