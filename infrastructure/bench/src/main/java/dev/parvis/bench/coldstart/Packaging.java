package dev.parvis.bench.coldstart;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * How a function's code reaches its JVM.
 *
 * @param folder the unpacked zip; the process's working folder
 * @param classPath in order
 * @param flags of the JVM beside the managed runtime's
 */
record Packaging(Path folder, List<Path> classPath, List<String> flags) {

    Packaging {
        classPath = List.copyOf(classPath);
        flags = List.copyOf(flags);
    }

    /** The managed runtime's: the client alone on the class path, which finds the function in {@code lib/}. */
    static Packaging zip(Path folder) {
        return new Packaging(folder, client(), List.of());
    }

    /** A container image's: all jars on the class path, which is what an AOT cache can hold. */
    static Packaging image(Path folder) {
        var all = new ArrayList<>(client());
        try (var jars = Files.list(folder.resolve("lib"))) {
            all.addAll(jars.filter(path -> path.toString().endsWith(".jar"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("no jars in " + folder, e);
        }
        return new Packaging(folder, all, List.of());
    }

    /** The same with a flag more. */
    Packaging with(String flag) {
        var more = new ArrayList<>(flags);
        more.add(flag);
        return new Packaging(folder, classPath, more);
    }

    String classPathText() {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static List<Path> client() {
        return Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(Packaging::jarOf)
                .distinct()
                .toList();
    }

    private static Path jarOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no path to the jar of " + type.getName(), e);
        }
    }
}
