package dev.parvis.emulators.s3;

import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.PortTaken;
import dev.parvis.emulators.s3.nio2blob.VersionedFolder;
import dev.parvis.emulators.template.BucketSpec;

/**
 * S3 on one address of this machine, over a folder, until it is closed. Clients use path-style addresses and sign (V4)
 * with {@link #ACCESS_KEY} and {@link #SECRET_KEY}; everything else is refused, as it is by a private bucket. Pages of
 * any origin may PUT, GET and HEAD with a presigned URL. Thread-safe.
 */
public final class LocalS3 implements AutoCloseable {
    /** What the functions on this machine have as {@code AWS_ACCESS_KEY_ID}. Not a secret: the server is local. */
    public static final String ACCESS_KEY = "local";

    /** What the functions on this machine have as {@code AWS_SECRET_ACCESS_KEY}. Not a secret: the server is local. */
    public static final String SECRET_KEY = "localsecret";

    private static final String SERVICE = "S3";
    private static final int MAX_THREADS = 24;
    private static final List<String> ANY = List.of("*");

    private final S3Proxy proxy;
    private final BlobStore store;
    private final URI endpoint;

    private LocalS3(S3Proxy proxy, BlobStore store, URI endpoint) {
        this.proxy = proxy;
        this.store = store;
        this.endpoint = endpoint;
    }

    /** Serves this folder, which is made when it is not there; what it holds outlives the server. */
    public static LocalS3 start(Path folder, Listen listen) {
        var store = VersionedFolder.at(folder);
        var proxy = S3Proxy.builder()
                .blobStore(store)
                .endpoint(listen.bindUrl())
                .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                .corsRules(new CrossOriginResourceSharing(ANY, List.of("GET", "HEAD", "PUT"), ANY, List.of("ETag"), ""))
                .jettyMaxThreads(MAX_THREADS)
                .ignoreUnknownHeaders(true) // it knows no X-Amz-Security-Token, which a role's credentials always have
                .stopTimeout(0) // else every stop waits two seconds for connections that clients keep open
                .build();
        startServer(proxy, listen);
        return new LocalS3(proxy, store, listen.url(proxy.getPort()));
    }

    private static void startServer(S3Proxy proxy, Listen listen) {
        try {
            proxy.start();
        } catch (Exception e) { // S3Proxy declares no narrower type
            stop(proxy, e);
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new PortTaken(SERVICE, listen, e);
            }
            throw new EmulatorFailed(SERVICE + " did not start on " + listen, e);
        }
    }

    private static void stop(S3Proxy proxy, Exception failure) {
        try {
            proxy.stop();
        } catch (Exception e) { // S3Proxy declares no narrower type
            failure.addSuppressed(e);
        }
    }

    /** What {@code AWS_ENDPOINT_URL_S3} should say on this machine. */
    public URI endpoint() {
        return endpoint;
    }

    /** Makes the template's bucket under this name; does nothing when it is there already. */
    public void createBucket(BucketSpec bucket, String name) {
        if (!store.containerExists(name)) {
            store.createContainer(name);
        }
        if (bucket.isVersioned()) {
            store.putBucketVersioning(name, BucketVersioningStatus.ENABLED);
        }
    }

    /** Ends the server and its threads; the folder stays. */
    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) { // S3Proxy declares no narrower type
            throw new EmulatorFailed(SERVICE + " did not stop", e);
        } finally {
            store.close();
        }
    }
}
