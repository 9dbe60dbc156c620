package dev.parvis.local.runtime;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/** AWS's runtime interface client, taken from the jars this program itself runs with, and the watch beside it. */
final class RuntimeClient {

    static final String MAIN_CLASS = AWSLambda.class.getName();

    private static final String LIBRARY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private RuntimeClient() {}

    /** The class path of a function's process: the client's jars and a folder with {@link ParentWatch} alone. */
    static String classPath(Path runFolder) {
        String jars = Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(RuntimeClient::jarOf)
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        return jars + File.pathSeparator + watchFolder(runFolder);
    }

    /**
     * Where the client finds its native library. By itself it writes that to one file in /tmp for the whole machine, over
     * what another process, of this function or of any other, may be loading just then: that one dies of SIGBUS. Empty
     * where there is none for this machine: the client says so itself.
     */
    static Optional<String> nativeLibrary(Path runFolder) {
        String arch = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        String libc = Files.exists(Path.of("/etc/alpine-release")) ? "linux_musl" : "linux";
        return System.getProperty("os.name").equals("Linux")
                ? Optional.of("-D" + LIBRARY + "="
                        + written("jni/libaws-lambda-jni." + libc + "-" + arch + ".so", runFolder.resolve("client")))
                : Optional.empty();
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no path to the jar of " + type.getName(), e);
        }
    }

    private static Path watchFolder(Path runFolder) {
        Path folder = runFolder.resolve("watch");
        written(ParentWatch.class.getName().replace('.', '/') + ".class", folder);
        return folder;
    }

    /** A resource as a file, whole at every moment. */
    private static synchronized Path written(String resource, Path folder) {
        Path target = folder.resolve(resource);
        try (InputStream in = ParentWatch.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + resource);
            }
            Files.createDirectories(target.getParent());
            Path fresh = Files.createTempFile(folder, "fresh", ".part");
            Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }
}
