package dev.parvis.emulators.dynamodb;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

import dev.parvis.emulators.Backend;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.template.Template;

/**
 * An empty table of its own for one test class, made from the checkout's {@code template.yaml}, on the one DynamoDB that
 * the tests of a JVM share; on the one that {@code AWS_ENDPOINT_URL} names when it is set. Closing it deletes the table.
 *
 * <pre>{@code
 * static final EmulatedTable TABLE = EmulatedTable.create();
 * }</pre>
 *
 * <p>Tests keep apart by workspace id rather than by making a table each: making one takes 20 ms.
 */
public final class EmulatedTable implements AutoCloseable {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final URI endpoint;
    private final String name;

    private EmulatedTable(URI endpoint, String name) {
        this.endpoint = endpoint;
        this.name = name;
    }

    /** A fresh table as {@link Template#find()} declares it. */
    public static EmulatedTable create() {
        return create(Template.find());
    }

    /** A fresh table as this template declares it. */
    public static EmulatedTable create(Template template) {
        return at(Backend.endpoint().orElseGet(() -> Shared.SERVER.endpoint()), template);
    }

    /** A fresh table as this template declares it, on the DynamoDB that answers there. */
    public static EmulatedTable at(URI endpoint, Template template) {
        var name = "parvis-test-" + Backend.run() + "-" + COUNT.incrementAndGet();
        new TableMaker(endpoint).create(template.table(), name);
        return new EmulatedTable(endpoint, name);
    }

    /** Where it is, for a client's endpoint override; any region and credentials will do. */
    public URI endpoint() {
        return endpoint;
    }

    public String name() {
        return name;
    }

    @Override
    public void close() {
        new TableMaker(endpoint).delete(name);
    }

    /** Started at first use, ended with the JVM: its threads are daemons. */
    private static final class Shared {
        static final LocalDynamo SERVER = LocalDynamo.inMemory(Listen.anywhere());
    }
}
