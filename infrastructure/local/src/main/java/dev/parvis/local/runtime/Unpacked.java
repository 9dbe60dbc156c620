package dev.parvis.local.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A function's zip, unpacked once per build: a marker beside the folder names the size and time of what is in it. */
final class Unpacked {

    private Unpacked() {}

    /** The folder with the zip's content; it becomes the process's working directory, as {@code /var/task} is on Lambda. */
    static Path of(Path zip, Path folder) {
        Path marker = folder.resolveSibling(folder.getFileName() + ".built");
        try {
            String build =
                    Files.size(zip) + " " + Files.getLastModifiedTime(zip).toMillis() + " " + zip.toAbsolutePath();
            if (Files.isDirectory(folder)
                    && Files.exists(marker)
                    && Files.readString(marker).equals(build)) {
                return folder;
            }
            Files.deleteIfExists(marker);
            delete(folder);
            unpack(zip, folder);
            Files.writeString(marker, build);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + zip + " to " + folder, e);
        }
    }

    private static void unpack(Path zip, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream in = Files.newInputStream(zip);
                var entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry leaves the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (var walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
