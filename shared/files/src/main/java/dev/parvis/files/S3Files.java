package dev.parvis.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

import dev.parvis.aws.AwsEnvironment;
import dev.parvis.aws.Once;
import dev.parvis.domain.files.Files;
import dev.parvis.kernel.config.AwsService;
import dev.parvis.kernel.config.Config;

/**
 * The files of one bucket. A write is refused by S3 itself when the key is taken ({@code If-None-Match: *}), so a
 * repeated write leaves one file. Presigned URLs die with the signer's own credentials if those die first.
 */
public final class S3Files implements Files {
    private static final Duration TRANSFER = Duration.ofSeconds(60);
    private static final int NOT_FOUND = 404;
    private static final int PRECONDITION_FAILED = 412;
    private static final int CONFLICT = 409;
    /** Headers that the HTTP client of whoever uploads sets by itself. */
    private static final String HOST = "host";

    private final S3Client s3;
    private final Supplier<S3Presigner> presigner;
    private final String bucket;

    /** @param presigner asked only when a URL is signed */
    public S3Files(S3Client s3, Supplier<S3Presigner> presigner, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    /** The bucket that the environment names. The signer is made at the first URL. */
    public static S3Files from(AwsEnvironment aws, Config config) {
        var byPath = aws.isOverridden(AwsService.S3);
        var configured = aws.configure(S3Client.builder().forcePathStyle(byPath), AwsService.S3, TRANSFER);
        var overrides = configured.overrideConfiguration().toBuilder();
        var s3 = configured
                .overrideConfiguration(
                        overrides.addExecutionInterceptor(new WithoutExpect()).build())
                .build();
        return new S3Files(s3, new Once<>(() -> presigner(aws, config, byPath)), config.bucket());
    }

    private static S3Presigner presigner(AwsEnvironment aws, Config config, boolean byPath) {
        var presigner = S3Presigner.builder()
                .region(aws.region())
                .credentialsProvider(aws.credentials())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(byPath).build());
        config.endpoint(AwsService.S3).ifPresent(presigner::endpointOverride);
        return presigner.build();
    }

    @Override
    public boolean create(String key, String type, byte[] bytes) {
        try {
            s3.putObject(
                    put -> put.bucket(bucket).key(key).contentType(type).ifNoneMatch("*"),
                    RequestBody.fromBytes(bytes));
            return true;
        } catch (S3Exception refused) {
            if (refused.statusCode() == PRECONDITION_FAILED || refused.statusCode() == CONFLICT) {
                return holds(key, bytes);
            }
            throw refused;
        }
    }

    /** The SDK tries again when an answer is lost, and then finds its own file. */
    private boolean holds(String key, byte[] bytes) {
        return look(key)
                .filter(there -> there.bytes() == bytes.length)
                .flatMap(there -> read(key, bytes.length))
                .filter(there -> Arrays.equals(there, bytes))
                .isPresent();
    }

    @Override
    public Optional<byte[]> read(String key, long most) {
        try (var object = s3.getObject(get -> get.bucket(bucket).key(key))) {
            var bytes = object.readNBytes(Math.toIntExact(most + 1));
            if (bytes.length > most) {
                object.abort();
                throw new IllegalStateException("the file " + key + " has more than " + most + " bytes");
            }
            return Optional.of(bytes);
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException("reading the file " + key, broken);
        }
    }

    @Override
    public Optional<InputStream> open(String key, String tag) {
        try {
            return Optional.of(s3.getObject(get -> get.bucket(bucket).key(key).ifMatch(tag.isEmpty() ? null : tag)));
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND || refused.statusCode() == PRECONDITION_FAILED) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public Optional<Stored> look(String key) {
        try {
            var head = s3.headObject(look -> look.bucket(bucket).key(key));
            var tag = Optional.ofNullable(head.eTag()).orElse("");
            return Optional.of(new Stored(head.contentType(), head.contentLength(), tag));
        } catch (S3Exception refused) {
            if (refused.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    @Override
    public java.util.List<String> keys(String prefix) {
        return s3.listObjectsV2(list -> list.bucket(bucket).prefix(prefix)).contents().stream()
                .map(found -> found.key())
                .toList();
    }

    @Override
    public void erase(String key) {
        for (var version : versions(key)) {
            s3.deleteObject(delete -> delete.bucket(bucket).key(key).versionId(version));
        }
        s3.deleteObject(delete -> delete.bucket(bucket).key(key));
    }

    /** A bucket without versioning (S3Proxy has none) answers 501, and has one version only. */
    private java.util.List<String> versions(String key) {
        try {
            var listed = s3.listObjectVersions(list -> list.bucket(bucket).prefix(key));
            return java.util.stream.Stream.concat(
                            listed.versions().stream()
                                    .filter(version -> version.key().equals(key))
                                    .map(version -> version.versionId()),
                            listed.deleteMarkers().stream()
                                    .filter(marker -> marker.key().equals(key))
                                    .map(marker -> marker.versionId()))
                    .toList();
        } catch (S3Exception refused) {
            if (refused.statusCode() == 501) {
                return java.util.List.of();
            }
            throw refused;
        }
    }

    @Override
    public Upload upload(String key, String type, long bytes, Duration validFor) {
        var signed = presigner.get().presignPutObject(sign -> sign.signatureDuration(validFor)
                .putObjectRequest(put -> put.bucket(bucket)
                        .key(key)
                        .contentType(type)
                        .contentLength(bytes)
                        .ifNoneMatch("*")));
        var headers = new LinkedHashMap<String, String>();
        signed.signedHeaders().forEach((name, values) -> {
            if (!HOST.equalsIgnoreCase(name)) {
                headers.put(name, String.join(",", values));
            }
        });
        return new Upload(URI.create(signed.url().toString()), Map.copyOf(headers));
    }

    @Override
    public URI download(String key, String fileName, Duration validFor) {
        var disposition = "attachment; filename*=UTF-8''"
                + URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        var signed = presigner.get().presignGetObject(sign -> sign.signatureDuration(validFor)
                .getObjectRequest(get -> get.bucket(bucket).key(key).responseContentDisposition(disposition)));
        return URI.create(signed.url().toString());
    }

    @Override
    public URI show(String key, Duration validFor) {
        var signed = presigner.get().presignGetObject(sign -> sign.signatureDuration(validFor)
                .getObjectRequest(get -> get.bucket(bucket).key(key)));
        return URI.create(signed.url().toString());
    }
}
