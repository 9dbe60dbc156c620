package dev.parvis.emulators.s3;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import dev.parvis.emulators.Backend;
import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.template.BucketSpec;
import dev.parvis.emulators.template.Template;

/**
 * An empty bucket of its own for one test class, made from the checkout's {@code template.yaml}, on the one S3 that the
 * tests of a JVM share; on the one that {@code AWS_ENDPOINT_URL} names when it is set. Clients sign with
 * {@link LocalS3#ACCESS_KEY} and {@link LocalS3#SECRET_KEY} and use path-style addresses.
 *
 * @param endpoint for a client's endpoint override; any region will do
 */
public record EmulatedBucket(URI endpoint, String name) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A fresh bucket as {@link Template#find()} declares it. */
    public static EmulatedBucket create() {
        return create(Template.find().bucket());
    }

    /** A fresh bucket as declared. */
    public static EmulatedBucket create(BucketSpec bucket) {
        var named = Backend.endpoint();
        if (named.isPresent()) {
            return at(named.get());
        }
        var name = freshName();
        Shared.SERVER.createBucket(bucket, name);
        return new EmulatedBucket(Shared.SERVER.endpoint(), name);
    }

    /** A fresh bucket on the emulator that answers there. */
    public static EmulatedBucket at(URI endpoint) {
        var name = freshName();
        createOn(endpoint, name);
        return new EmulatedBucket(endpoint, name);
    }

    private static String freshName() {
        return "parvis-test-" + Backend.run() + "-" + COUNT.incrementAndGet();
    }

    /** On an emulator that reads the credential scope and does not check the signature. */
    private static void createOn(URI endpoint, String name) {
        try {
            var connection = (HttpURLConnection)
                    URI.create(endpoint + "/" + name).toURL().openConnection();
            connection.setRequestMethod("PUT");
            connection.setRequestProperty(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0");
            if (connection.getResponseCode() != 200) {
                throw new EmulatorFailed(
                        "bucket " + name + " was refused by " + endpoint + ": " + connection.getResponseCode());
            }
        } catch (IOException e) {
            throw new EmulatorFailed(endpoint + " did not make the bucket " + name, e);
        }
    }

    /** Started at first use over a temporary folder, both gone with the JVM. */
    private static final class Shared {
        static final LocalS3 SERVER = start();

        private static LocalS3 start() {
            try {
                var folder = Files.createTempDirectory("parvis-s3-");
                var server = LocalS3.start(folder, Listen.anywhere());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
                return server;
            } catch (IOException e) {
                throw new EmulatorFailed("no temporary folder for S3", e);
            }
        }

        private static void end(LocalS3 server, Path folder) {
            server.close();
            try (var files = Files.walk(folder)) {
                files.sorted((a, b) -> b.getNameCount() - a.getNameCount())
                        .forEach(file -> file.toFile().delete());
            } catch (IOException e) {
                throw new EmulatorFailed("temporary folder " + folder + " stays behind", e);
            }
        }
    }
}
