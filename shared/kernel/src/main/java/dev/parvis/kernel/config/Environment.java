package dev.parvis.kernel.config;

import java.util.Map;

/** The process's environment. The only place that reads it. */
public final class Environment {
    private Environment() {}

    public static Map<String, String> variables() {
        return System.getenv();
    }
}
