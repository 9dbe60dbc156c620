package dev.parvis.checks.permissions;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

import dev.parvis.emulators.template.TableSpec;
import dev.parvis.local.suite.Settings;
import dev.parvis.local.suite.Suite;

/** Every wire from the functions to AWS, tapped. */
public final class Wires implements AutoCloseable {
    private static final Map<String, String> SERVICES = Map.of(
            "AWS_ENDPOINT_URL_DYNAMODB", "dynamodb",
            "AWS_ENDPOINT_URL_S3", "s3",
            "AWS_ENDPOINT_URL_SESV2", "ses",
            "AWS_ENDPOINT_URL_EVENTBRIDGE", "events",
            "AWS_ENDPOINT_URL_SSM", "ssm");

    private final Map<String, Wiretap> taps = new LinkedHashMap<>();

    public Wires() {
        SERVICES.forEach((variable, service) -> taps.put(variable, Wiretap.before(service)));
    }

    /** Sends the functions through the taps. */
    public Settings on(Settings settings) {
        Settings tapped = settings;
        for (var tap : taps.entrySet()) {
            tapped = tapped.with(tap.getKey(), tap.getValue().endpoint());
        }
        return tapped;
    }

    /** Lets the taps know what is behind them. */
    public void leadTo(Suite suite) {
        taps.forEach((variable, tap) -> tap.leadsTo(suite.endpoint(variable)));
    }

    /** What each caller's role had to allow so far, and the request that shows it. */
    public Map<String, Map<Permission, String>> needs(TableSpec table) {
        var needs = new Needs(table);
        var all = new LinkedHashMap<String, Map<Permission, String>>();
        for (Wiretap tap : taps.values()) {
            for (Heard heard : tap.heard()) {
                var mine = all.computeIfAbsent(heard.caller(), caller -> new LinkedHashMap<>());
                needs.of(heard).forEach(permission -> mine.putIfAbsent(permission, heard.toString()));
            }
        }
        return all;
    }

    /** The services that were called at all. */
    public Set<String> called() {
        var called = new LinkedHashSet<String>();
        taps.values().forEach(tap -> tap.heard().forEach(heard -> called.add(heard.service())));
        return called;
    }

    @Override
    public void close() {
        taps.values().forEach(Wiretap::close);
    }
}
