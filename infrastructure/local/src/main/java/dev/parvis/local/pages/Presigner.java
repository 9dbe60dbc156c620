package dev.parvis.local.pages;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.parvis.kernel.secret.Sha256;

/**
 * Presigned GETs, AWS Signature Version 4 in the query
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html), valid for ten minutes.
 */
record Presigner(URI endpoint, String accessKey, String secretKey, String region) {

    private static final String SECONDS = "600";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * @param path begins with a slash, not encoded
     * @param query further parameters, not encoded
     */
    URI get(String path, Map<String, String> query, Instant now) {
        String stamp = STAMP.format(now);
        String scope = stamp.substring(0, 8) + "/" + region + "/s3/aws4_request";
        var all = new TreeMap<>(query);
        all.put("X-Amz-Algorithm", "AWS4-HMAC-SHA256");
        all.put("X-Amz-Credential", accessKey + "/" + scope);
        all.put("X-Amz-Date", stamp);
        all.put("X-Amz-Expires", SECONDS);
        all.put("X-Amz-SignedHeaders", "host");
        String encodedPath = encode(path).replace("%2F", "/");
        String encodedQuery = all.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        String canonical = String.join(
                "\n",
                "GET",
                encodedPath,
                encodedQuery,
                "host:" + endpoint.getAuthority(),
                "",
                "host",
                "UNSIGNED-PAYLOAD");
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", stamp, scope, Sha256.hex(canonical));
        String signature = HexFormat.of().formatHex(hmac(key(scope), toSign));
        return URI.create(endpoint + encodedPath + "?" + encodedQuery + "&X-Amz-Signature=" + signature);
    }

    private byte[] key(String scope) {
        byte[] key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
