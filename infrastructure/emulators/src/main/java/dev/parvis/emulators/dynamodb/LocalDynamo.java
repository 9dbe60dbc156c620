package dev.parvis.emulators.dynamodb;

import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBRequestHandler;
import com.amazonaws.services.dynamodbv2.local.server.LocalDynamoDBServerHandler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.jspecify.annotations.Nullable;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.PortTaken;
import dev.parvis.emulators.template.TableSpec;
import dev.parvis.emulators.wire.Folder;

/**
 * DynamoDB on one address of this machine, for any credentials and region, until it is closed. Accepts any signature.
 * Thread-safe.
 */
public final class LocalDynamo implements AutoCloseable {
    private static final String SERVICE = "DynamoDB";
    private static final int MAX_THREADS = 32;
    private static final int IDLE_MILLIS = 60_000;
    /** Held, because java.util.logging forgets the level of a logger that nobody references. */
    private static final Logger SQLITE = Logger.getLogger("com.almworks.sqlite4java");

    private final Server server;
    /** Holds the non-daemon threads that DynamoDB Local makes at the first request and forgets at its end. */
    private final ThreadGroup group;

    private final LocalDynamoDBServerHandler handler;
    private final URI endpoint;

    private LocalDynamo(Server server, ThreadGroup group, LocalDynamoDBServerHandler handler, URI endpoint) {
        this.server = server;
        this.group = group;
        this.handler = handler;
        this.endpoint = endpoint;
    }

    /** Nothing outlives the server. */
    public static LocalDynamo inMemory(Listen listen) {
        return start(listen, null);
    }

    /** Everything is kept in a database file in this folder, which is made when it is not there. */
    public static LocalDynamo inFolder(Path folder, Listen listen) {
        return start(listen, Folder.writable(folder, SERVICE));
    }

    private static LocalDynamo start(Listen listen, @Nullable Path folder) {
        SQLITE.setLevel(Level.OFF);
        var path = folder == null ? null : folder.toString();
        var requests = new LocalDynamoDBRequestHandler(0, folder == null, path, true, false);
        var handler = new LocalDynamoDBServerHandler(requests, null);
        var group = new ThreadGroup("dynamodb");
        var server = new Server(threads(group), new ScheduledExecutorScheduler("dynamodb-time", true), null);
        var connector = new ServerConnector(server, 1, 1);
        connector.setHost(listen.host());
        connector.setPort(listen.port());
        server.addConnector(connector);
        server.setHandler(new ContextHandler(handler, "/"));
        startServer(server, listen);
        return new LocalDynamo(server, group, handler, listen.url(connector.getLocalPort()));
    }

    private static QueuedThreadPool threads(ThreadGroup group) {
        var threads = new QueuedThreadPool(MAX_THREADS, 4, IDLE_MILLIS, 0, null, group);
        threads.setName("dynamodb");
        threads.setDaemon(true);
        return threads;
    }

    private static void startServer(Server server, Listen listen) {
        try {
            server.start();
        } catch (Exception e) { // Jetty declares no narrower type
            stop(server, e);
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new PortTaken(SERVICE, listen, e);
            }
            throw new EmulatorFailed(SERVICE + " did not start on " + listen, e);
        }
    }

    private static void stop(Server server, Exception failure) {
        try {
            server.stop();
        } catch (Exception e) { // Jetty declares no narrower type
            failure.addSuppressed(e);
        }
    }

    /** What {@code AWS_ENDPOINT_URL_DYNAMODB} should say on this machine. */
    public URI endpoint() {
        return endpoint;
    }

    /** Makes the template's table under this name, with every index; does nothing when it is there already. */
    public void createTable(TableSpec table, String name) {
        new TableMaker(endpoint).create(table, name);
    }

    /** Ends the server and its threads; what a folder holds stays. */
    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) { // Jetty declares no narrower type
            throw new EmulatorFailed(SERVICE + " did not stop", e);
        } finally {
            handler.close();
            group.interrupt();
        }
    }
}
