package dev.parvis.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;

/**
 * Calls an AWS service that speaks AWS JSON 1.1 (https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html), signed
 * by the SDK's own signer. For services of which we need one or two operations: the SDK's clients of Systems Manager, KMS
 * and EventBridge weigh 8.3 MB together, half of what a function may weigh, for the four calls we make. Each call is one
 * try; who calls decides whether another is worth it.
 */
public final class JsonService {
    private static final int MOST_ANSWER = 1024 * 1024;

    private final Endpoint endpoint;
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;
    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();

    /**
     * Where a service is, and what it is called.
     *
     * @param signingName in the credential scope of signatures, such as {@code ssm}
     * @param target what its operations are prefixed with in {@code X-Amz-Target}
     */
    record Endpoint(URI uri, String signingName, String target) {}

    JsonService(Endpoint endpoint, Region region, AwsCredentialsProvider credentials, SdkHttpClient http) {
        this.endpoint = endpoint;
        this.region = region;
        this.credentials = credentials;
        this.http = http;
    }

    /**
     * The service's answer. Throws {@link Refused} when it answers with an error, and {@link UncheckedIOException} when
     * it does not answer within the HTTP client's time-outs.
     */
    public Json call(String operation, Json request) {
        var body = request.bytes();
        var unsigned = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(endpoint.uri())
                .encodedPath("/")
                .putHeader("content-type", "application/x-amz-json-1.1")
                .putHeader("content-length", Integer.toString(body.length))
                .putHeader("x-amz-target", endpoint.target() + "." + operation)
                .build();
        var signed = signer.sign(sign -> sign.identity(credentials.resolveCredentials())
                .request(unsigned)
                .payload(() -> new ByteArrayInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, endpoint.signingName())
                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()));
        var prepared = HttpExecuteRequest.builder()
                .request(SdkHttpFullRequest.builder()
                        .method(SdkHttpMethod.POST)
                        .uri(signed.request().getUri())
                        .headers(signed.request().headers())
                        .build())
                .contentStreamProvider(signed.payload().orElseThrow())
                .build();
        return execute(operation, prepared);
    }

    private Json execute(String operation, HttpExecuteRequest prepared) {
        try {
            var answer = http.prepareRequest(prepared).call();
            try (var in = answer.responseBody().orElseThrow()) {
                var text = in.readNBytes(MOST_ANSWER);
                return answer.httpResponse().isSuccessful()
                        ? Json.parse(text)
                        : refuse(operation, answer.httpResponse().statusCode(), text);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(endpoint.signingName() + " did not answer " + operation, lost);
        }
    }

    private Json refuse(String operation, int status, byte[] text) {
        throw new Refused(endpoint.signingName() + " " + operation, status, code(text));
    }

    /** The error's short name: what stands after '#' and before ':'. */
    private static String code(byte[] text) {
        try {
            var type = Json.parse(text).at("__type").textOr("unknown");
            return type.substring(type.indexOf('#') + 1).replaceAll(":.*", "");
        } catch (MalformedJson noJson) {
            return "unreadable";
        }
    }

    /** The service answered with an error. Its own message is left out: it may repeat what was sent. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String code;

        Refused(String call, int status, String code) {
            super(call + " was refused: " + status + " " + code);
            this.status = status;
            this.code = code;
        }

        public String code() {
            return code;
        }

        /** Whether the same call may succeed in a moment. */
        public boolean isTransient() {
            return status >= 500 || code.startsWith("Throttling") || code.startsWith("TooManyRequests");
        }
    }

    /** Tries again, twice at most, after what may pass: no answer, a fault of theirs, a throttle. */
    public Json callPatiently(String operation, Json request) {
        for (var left = 2; ; left--) {
            try {
                return call(operation, request);
            } catch (UncheckedIOException lost) {
                if (left == 0) {
                    throw lost;
                }
            } catch (Refused refused) {
                if (left == 0 || !refused.isTransient()) {
                    throw refused;
                }
            }
            pause(Duration.ofMillis(left == 2 ? 100 : 400));
        }
    }

    private static void pause(Duration wait) {
        java.util.concurrent.locks.LockSupport.parkNanos(wait.toNanos());
    }
}
