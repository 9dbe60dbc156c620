package dev.parvis.emulators.wire;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import dev.parvis.emulators.EmulatorFailed;

/** Files that are either whole or not there. */
public final class Folder {
    private Folder() {}

    /** Makes the folder when it is not there, and fails with a sentence for the user when it cannot be used. */
    public static Path writable(Path folder, String service) {
        try {
            var made = Files.createDirectories(folder.toAbsolutePath().normalize());
            if (Files.isWritable(made)) {
                return made;
            }
            throw new EmulatorFailed("The folder " + made + ", meant for " + service + ", cannot be written to.");
        } catch (IOException e) {
            throw new EmulatorFailed("The folder " + folder + ", meant for " + service + ", cannot be made.", e);
        }
    }

    /** Replaces the file in one step: a reader sees the old content or the new, a crash leaves one of them. */
    public static void write(Path file, byte[] content) {
        try {
            var folder = file.toAbsolutePath().getParent();
            var temporary = Files.createTempFile(folder, ".writing-", ".tmp");
            Files.write(temporary, content);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new EmulatorFailed("cannot write " + file, e);
        }
    }
}
