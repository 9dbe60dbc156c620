package dev.parvis.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.local.runtime.LogSink;

/** What the functions print: a file per function, the previous one kept above 5 MB, and faults on the terminal too. */
final class FunctionLogs implements LogSink {

    private static final long MOST_BYTES = 5 << 20;

    private final Path folder;
    private final Consumer<String> terminal;
    private final Consumer<Json> story;

    FunctionLogs(Path folder, Consumer<String> terminal, Consumer<Json> story) {
        this.folder = folder;
        this.story = story;
        this.terminal = terminal;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    @Override
    public synchronized void line(String function, String line) {
        Path file = folder.resolve(function + ".log");
        try {
            if (Files.exists(file) && Files.size(file) > MOST_BYTES) {
                Files.move(file, folder.resolve(function + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    file, line + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        if (line.startsWith("{")) {
            tell(function, line, file);
        }
    }

    private void tell(String function, String line, Path file) {
        try {
            Json json = Json.parse(line);
            story.accept(json);
            if (json.at("level").textOr("").equals("ERROR")) {
                terminal.accept(function + ": " + json.at("event").textOr("error") + " (" + file + ")");
            }
        } catch (MalformedJson e) {
            // A line of somebody else's library; it is in the file.
        }
    }
}
