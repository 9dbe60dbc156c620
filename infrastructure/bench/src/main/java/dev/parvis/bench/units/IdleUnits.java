package dev.parvis.bench.units;

import java.util.Map;

import dev.parvis.bench.Options;
import dev.parvis.bench.world.World;

/** A world whose functions are counted while they find nothing to do. */
public final class IdleUnits implements AutoCloseable {

    /** Read and write units. */
    public record Units(double reads, double writes) {}

    private final Ledger ledger;
    private final CountingProxy proxy;
    private final World world;

    private IdleUnits(Ledger ledger, CountingProxy proxy, World world) {
        this.ledger = ledger;
        this.proxy = proxy;
        this.world = world;
    }

    /** Starts world and proxy. */
    public static IdleUnits open(Options options) {
        var ledger = new Ledger();
        var proxy = new CountingProxy(ledger);
        try {
            World world = World.open(options, Map.of("AWS_ENDPOINT_URL_DYNAMODB", proxy.endpoint()));
            proxy.before(world.suite().endpoint("AWS_ENDPOINT_URL_DYNAMODB"));
            return new IdleUnits(ledger, proxy, world);
        } catch (RuntimeException e) {
            proxy.close();
            throw e;
        }
    }

    public World world() {
        return world;
    }

    /** Runs the function's tick and answers what that one consumed. */
    public Units perTick(String function) {
        ledger.take();
        world.tick(function);
        Spent spent = ledger.take();
        return new Units(spent.allReads(), spent.allWrites());
    }

    @Override
    public void close() {
        world.close();
        proxy.close();
    }
}
