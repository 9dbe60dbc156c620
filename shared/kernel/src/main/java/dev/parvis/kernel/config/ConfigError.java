package dev.parvis.kernel.config;

import java.util.List;

/** The environment is not usable. The message holds one sentence per key, and never a key's value when it is secret. */
public final class ConfigError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConfigError(List<String> sentences) {
        super(String.join(" ", sentences));
    }

    public ConfigError(String sentence) {
        super(sentence);
    }
}
