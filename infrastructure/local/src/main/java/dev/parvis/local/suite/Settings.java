package dev.parvis.local.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * What can be said to the suite when it is started, each as {@code -Dparvis.NAME=VALUE}.
 *
 * @param port the HTTP API's and the status page's port; 0 picks a free one
 * @param bind the address to listen on; {@code 0.0.0.0} lets containers in, and everybody else on the network
 * @param folder where everything is kept
 * @param template the {@code template.yaml} to run; empty path: the nearest above the working folder
 * @param demo whether an empty suite is filled with the demo brand
 * @param requestLimit after which the HTTP API answers 503
 * @param retryDelay between the tries of an event that nobody waits for
 * @param drainLimit what running invocations have when the suite ends
 * @param processes how many processes a function may have
 * @param owner the e-mail address of who may create workspaces
 * @param environment further variables of every function, from {@code -Dparvis.env=NAME=VALUE;NAME=VALUE}
 */
public record Settings(
        int port,
        String bind,
        Path folder,
        Path template,
        boolean demo,
        Duration requestLimit,
        Duration retryDelay,
        Duration drainLimit,
        int processes,
        String owner,
        Map<String, String> environment) {

    public Settings {
        environment = Map.copyOf(environment);
    }

    /**
     * Reads system properties; what is not said has its default.
     *
     * @throws Refusal when a value cannot be read
     */
    public static Settings of(Properties properties) {
        return new Settings(
                (int) number(properties, "port", 3000, 0, 65_535),
                text(properties, "bind", "127.0.0.1"),
                Path.of(text(properties, "dir", ".parvis")),
                Path.of(text(properties, "template", "")),
                truth(properties, "demo", true),
                Duration.ofMillis(number(properties, "request-millis", 30_000, 1, 900_000)),
                Duration.ofMillis(number(properties, "retry-millis", 5_000, 0, 600_000)),
                Duration.ofMillis(number(properties, "drain-millis", 3_000, 0, 60_000)),
                (int) number(properties, "processes", 2, 1, 50),
                text(properties, "owner", "owner@parvis.example"),
                environment(text(properties, "env", "")));
    }

    /** The defaults with a free port and a folder, for tests: no demo. */
    public static Settings forTests(Path folder) {
        var properties = new Properties();
        properties.setProperty("parvis.port", "0");
        properties.setProperty("parvis.dir", folder.toString());
        properties.setProperty("parvis.demo", "false");
        return of(properties);
    }

    /** The same with a variable set for every function. */
    public Settings with(String variable, String value) {
        var more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Settings(
                port, bind, folder, template, demo, requestLimit, retryDelay, drainLimit, processes, owner, more);
    }

    private static Map<String, String> environment(String pairs) {
        var environment = new LinkedHashMap<String, String>();
        for (String pair : pairs.split(";")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                environment.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            } else if (!pair.isBlank()) {
                throw new Refusal("-Dparvis.env must be NAME=VALUE;NAME=VALUE, not " + pairs + ".");
            }
        }
        return environment;
    }

    private static String text(Properties properties, String name, String otherwise) {
        String value = properties.getProperty("parvis." + name, "").strip();
        return value.isEmpty() ? otherwise : value;
    }

    private static long number(Properties properties, String name, long otherwise, long min, long max) {
        String text = text(properties, name, Long.toString(otherwise));
        if (text.matches("\\d{1,9}") && Long.parseLong(text) >= min && Long.parseLong(text) <= max) {
            return Long.parseLong(text);
        }
        throw new Refusal(
                "-Dparvis." + name + "=" + text + " must be a whole number between " + min + " and " + max + ".");
    }

    private static boolean truth(Properties properties, String name, boolean otherwise) {
        return switch (text(properties, name, Boolean.toString(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw new Refusal("-Dparvis." + name + "=" + other + " must be true or false.");
        };
    }
}
