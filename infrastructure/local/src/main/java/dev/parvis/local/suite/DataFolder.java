package dev.parvis.local.suite;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/**
 * The folder that keeps everything, held by one suite at a time. The lock is the operating system's: it ends with the process,
 * however that ends.
 */
final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FileChannel channel;

    private DataFolder(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Makes the folder when it is not there, and takes it.
     *
     * @throws Refusal when it cannot be written or another suite has it
     */
    static DataFolder open(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        FileChannel channel = channel(root);
        if (lock(root, channel) == null) {
            throw new Refusal(
                    "Parvis is already running on " + root + "; stop it first, or give this one a folder of its own"
                            + " with -Dparvis.dir=… and a port of its own with -Dparvis.port=….");
        }
        return new DataFolder(root, channel);
    }

    Path path(String name) {
        return root.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new Refusal("Cannot let go of " + root + ": " + e.getMessage() + ".", e);
        }
    }

    private static FileChannel channel(Path root) {
        try {
            Files.createDirectories(root);
            var channel = FileChannel.open(
                    root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return channel;
        } catch (IOException e) {
            throw new Refusal(
                    "The folder " + root + " cannot be written to ("
                            + e.getClass().getSimpleName()
                            + "); make it writable, or name another with -Dparvis.dir=….",
                    e);
        }
    }

    private static @Nullable FileLock lock(Path root, FileChannel channel) {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0);
                channel.write(ByteBuffer.wrap(
                        Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            }
            return lock;
        } catch (OverlappingFileLockException e) {
            return null;
        } catch (IOException e) {
            throw new Refusal(
                    "The folder " + root + " cannot be locked (" + e.getMessage()
                            + "); name another with -Dparvis.dir=….",
                    e);
        }
    }
}
