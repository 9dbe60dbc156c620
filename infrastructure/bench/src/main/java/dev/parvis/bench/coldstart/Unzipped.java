package dev.parvis.bench.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import dev.parvis.bench.world.World;

/** Zips as Lambda takes them: a function's, unpacked, and the floor's, made on the spot. */
final class Unzipped {

    private Unzipped() {}

    /** The folder, emptied and filled with the zip's content. */
    static Path of(Path zip, Path folder) {
        World.emptied(folder);
        try (InputStream in = Files.newInputStream(zip);
                var entries = new ZipInputStream(in)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("entry leaves the folder: " + entry.getName());
                }
                if (!entry.isDirectory()) {
                    Files.createDirectories(target.getParent());
                    Files.copy(entries, target);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot unpack " + zip, e);
        }
    }

    /** A zip whose only jar holds {@link FloorHandler} alone. */
    static Path floor(Path zip) {
        String name = FloorHandler.class.getName().replace('.', '/') + ".class";
        Path jar = zip.resolveSibling("floor.jar");
        try (InputStream in = FloorHandler.class.getClassLoader().getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + name);
            }
            Files.createDirectories(zip.getParent());
            pack(jar, name, in.readAllBytes());
            pack(zip, "lib/floor.jar", Files.readAllBytes(jar));
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + zip, e);
        }
    }

    private static void pack(Path zip, String name, byte[] content) throws IOException {
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
    }
}
