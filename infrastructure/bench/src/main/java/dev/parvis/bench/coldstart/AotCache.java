package dev.parvis.bench.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Names an AOT cache after all that must be the same when it is used: each jar's name and content in the class path's order,
 * the JVM's build, the flags. JDK 25 checks less than that (a rebuilt jar goes unnoticed), so a cache is only ever looked for
 * under this name.
 */
final class AotCache {

    private AotCache() {}

    /** The file of this name in the folder, whether or not it has been trained. */
    static Path file(Path folder, List<Path> classPath, Path javaHome, List<String> flags) {
        return folder.resolve(key(classPath, javaHome, flags) + ".aot");
    }

    /** 64 hexadecimal digits. */
    static String key(List<Path> classPath, Path javaHome, List<String> flags) {
        MessageDigest digest = sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            for (Path jar : classPath) {
                add(out, jar.getFileName() + " " + Files.size(jar));
                try (InputStream in = Files.newInputStream(jar)) {
                    in.transferTo(out);
                }
            }
            // Version, vendor, modules and source of the build, as its maker wrote them into the JDK.
            add(out, Files.readString(javaHome.resolve("release")));
            for (String flag : flags) {
                add(out, flag);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hash " + classPath, e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.write(0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
