package dev.parvis.checks.suite;

import java.util.Set;

import dev.parvis.checks.permissions.Wires;
import dev.parvis.local.suite.Settings;
import dev.parvis.local.suite.Suite;

/** The suite's own emulators, with every wire to them tapped. */
record Tapped(Wires wires) implements Ground {
    @Override
    public Settings on(Settings settings) {
        return wires.on(settings).with("PARVIS_QUIET_SECONDS", "2");
    }

    @Override
    public void started(Suite suite) {
        wires.leadTo(suite);
    }

    @Override
    public Set<String> told(Suite suite) {
        return new Embedded().told(suite);
    }

    @Override
    public void close() {
        wires.close();
    }
}
