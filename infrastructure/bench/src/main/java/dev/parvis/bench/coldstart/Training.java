package dev.parvis.bench.coldstart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.parvis.bench.world.Events;
import dev.parvis.local.runtime.FunctionSpec;

/** Trains a function's AOT cache as an image's build does: in the image's JVM, on its jars, with its flags. */
final class Training {

    private static final int EVENTS = 30;
    private static final Duration WRITING = Duration.ofSeconds(90);
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    private Training() {}

    /** The image with its cache, trained unless one of this very key is there. */
    static Packaging trained(FunctionSpec spec, Packaging image, Path folder) {
        Path cache = AotCache.file(folder, image.classPath(), JAVA_HOME, FunctionJvm.flags(spec));
        if (!Files.exists(cache)) {
            train(spec, image.with("-XX:AOTCacheOutput=" + cache), folder.resolve(spec.name() + "-training.log"));
        }
        if (!Files.exists(cache)) {
            throw new IllegalStateException("the training of " + spec.name() + " left no " + cache);
        }
        return image.with("-XX:AOTCache=" + cache).with("-XX:AOTMode=on");
    }

    private static void train(FunctionSpec spec, Packaging training, Path log) {
        try (var jvm = new FunctionJvm(spec, training, log)) {
            for (int i = 0; i < EVENTS; i++) {
                jvm.answer(Events.idle(spec.name()));
            }
            jvm.end(WRITING);
        }
    }
}
