package dev.parvis.checks.arrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import dev.parvis.checks.Checkout;

/** The compiled main classes of every module, read once. */
final class House {
    /** Of all modules together. */
    static final JavaClasses CLASSES = importAll();

    private static final Map<Module, JavaClasses> BY_MODULE = new EnumMap<>(Module.class);

    private House() {}

    /** Of one module; empty when it has no main classes. */
    static JavaClasses of(Module module) {
        return BY_MODULE.computeIfAbsent(module, one -> new ClassFileImporter().importPaths(folders(List.of(one))));
    }

    /** The modules that have main classes. */
    static List<Module> inhabited() {
        return Arrays.stream(Module.values())
                .filter(module -> Files.isDirectory(classes(module)))
                .toList();
    }

    /** The main sources of all modules. */
    static List<Path> sources() {
        return Arrays.stream(Module.values())
                .flatMap(module -> Checkout.files(sources(module), ".java").stream())
                .toList();
    }

    private static Path sources(Module module) {
        return Checkout.root().resolve(module.path()).resolve("src/main/java");
    }

    private static Path classes(Module module) {
        return Checkout.root().resolve(module.path()).resolve("target/classes/dev");
    }

    private static JavaClasses importAll() {
        return new ClassFileImporter().importPaths(folders(inhabited()));
    }

    private static List<Path> folders(List<Module> modules) {
        return modules.stream().map(House::classes).filter(Files::isDirectory).toList();
    }
}
