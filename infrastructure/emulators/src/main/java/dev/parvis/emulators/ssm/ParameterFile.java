package dev.parvis.emulators.ssm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.wire.Folder;
import dev.parvis.emulators.wire.Json;

/** Parameters in one JSON file, rewritten whole at each change. Thread-safe within one process. */
final class ParameterFile {
    private final Path file;
    private final Map<String, Parameter> parameters = new LinkedHashMap<>();

    ParameterFile(Path file) {
        this.file = file.toAbsolutePath().normalize();
        Folder.writable(this.file.resolveSibling(""), "SSM");
        if (Files.exists(this.file)) {
            read();
        }
    }

    record Parameter(String type, String value, long version, long changedMillis) {
        private Map<String, Object> json() {
            return Map.of("type", type, "value", value, "version", version, "changed", changedMillis);
        }

        private static Parameter of(Map<String, Object> json) {
            return new Parameter(
                    String.valueOf(json.get("type")),
                    String.valueOf(json.get("value")),
                    Long.parseLong(String.valueOf(json.get("version"))),
                    Long.parseLong(String.valueOf(json.get("changed"))));
        }
    }

    synchronized Optional<Parameter> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** The version made, which is the first; empty when the name is taken. */
    synchronized Optional<Long> putNew(String name, String type, String value, long millis) {
        return parameters.containsKey(name) ? Optional.empty() : Optional.of(replace(name, type, value, millis));
    }

    /** The version made. */
    synchronized long replace(String name, String type, String value, long millis) {
        var version = find(name).map(Parameter::version).orElse(0L) + 1;
        parameters.put(name, new Parameter(type, value, version, millis));
        write();
        return version;
    }

    synchronized boolean remove(String name) {
        var isThere = parameters.remove(name) != null;
        if (isThere) {
            write();
        }
        return isThere;
    }

    private void read() {
        try {
            Json.object(Files.readAllBytes(file)).forEach((name, node) -> {
                if (node instanceof Map<?, ?> map) {
                    parameters.put(name, Parameter.of(Json.strings(map)));
                }
            });
        } catch (IOException | Json.NotJson | NumberFormatException e) {
            throw new EmulatorFailed("The parameters in " + file + " cannot be read.", e);
        }
    }

    private void write() {
        var json = new LinkedHashMap<String, Object>();
        parameters.forEach((name, parameter) -> json.put(name, parameter.json()));
        // The temporary file it is made from has mode 600, which the move keeps.
        Folder.write(file, Json.bytes(json));
    }
}
