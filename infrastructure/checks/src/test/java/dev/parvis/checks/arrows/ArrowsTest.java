package dev.parvis.checks.arrows;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.checks.Checkout;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** Who may know whom (DESIGN.md, The house). */
class ArrowsTest {

    static Stream<Module> inhabited() {
        return House.inhabited().stream();
    }

    @Test
    void every_module_of_the_build_has_its_arrows() {
        List<String> built = Checkout.modules();

        List<String> known = Arrays.stream(Module.values()).map(Module::path).toList();

        assertThat(known).containsExactlyInAnyOrderElementsOf(built);
    }

    @Test
    void every_module_with_sources_was_compiled_before_it_is_judged() {
        List<String> withSources = Arrays.stream(Module.values())
                .map(Module::path)
                .filter(path -> Files.isDirectory(Checkout.root().resolve(path).resolve("src/main/java")))
                .toList();

        List<String> compiled = House.inhabited().stream().map(Module::path).toList();

        assertThat(compiled).isEqualTo(withSources);
    }

    @ParameterizedTest
    @MethodSource("inhabited")
    void a_module_knows_only_what_it_may(Module module) {
        classes()
                .should()
                .resideInAPackage(module.packages())
                .andShould()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(withPrimitives(module))
                .check(House.of(module));
    }

    /** But for the domain: its features are one vocabulary, in which a brand speaks of mentions and a mention of its brand. */
    static Stream<Module> beyondTheDomain() {
        return inhabited().filter(module -> module != Module.DOMAIN);
    }

    @ParameterizedTest
    @MethodSource("beyondTheDomain")
    void no_packages_of_a_module_know_each_other_in_a_circle(Module module) {
        slices().matching(module.features())
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(House.of(module));
    }

    /** Primitives and arrays of them have the empty package. */
    private static String[] withPrimitives(Module module) {
        return Stream.concat(Arrays.stream(module.mayKnow()), Stream.of("")).toArray(String[]::new);
    }
}
