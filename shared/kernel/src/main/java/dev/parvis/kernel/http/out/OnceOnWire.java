package dev.parvis.kernel.http.out;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Sits next to the socket and lets each call pass once. OkHttp re-sends by itself on 503 with {@code Retry-After: 0}
 * (whatever its retry setting), so that header is hidden from it and given back in {@link #headers}; every other reason
 * it has (408, 421, a refused stream) would end here as a second attempt, which is refused.
 */
final class OnceOnWire implements Interceptor {
    private static final String HIDDEN = "x-parvis-hidden-retry-after";

    @Override
    public Response intercept(Chain chain) throws IOException {
        var request = chain.request();
        var trace = Objects.requireNonNull(request.tag(Trace.class));
        var passed = Objects.requireNonNull(request.tag(Gate.Passed.class));
        var address = Objects.requireNonNull(chain.connection())
                .route()
                .socketAddress()
                .getAddress();
        passed.dns().judge(passed.url().host(), address);
        if (!trace.passOnce()) {
            throw new IOException("the library tried to send the request a second time");
        }
        var response = chain.proceed(request);
        var retryAfter = response.header("retry-after");
        if (response.code() != 503 || retryAfter == null) {
            return response.newBuilder().removeHeader(HIDDEN).build();
        }
        return response.newBuilder()
                .removeHeader("retry-after")
                .header(HIDDEN, retryAfter)
                .build();
    }

    /** The answer's headers as they came. */
    static Map<String, List<String>> headers(Response response) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var header : response.headers()) {
            var name = header.getFirst().toLowerCase(Locale.ROOT);
            headers.computeIfAbsent(name.equals(HIDDEN) ? "retry-after" : name, _ -> new ArrayList<>())
                    .add(header.getSecond());
        }
        headers.replaceAll((_, values) -> List.copyOf(values));
        return Map.copyOf(headers);
    }
}
