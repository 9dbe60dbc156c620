package dev.parvis.checks.template;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.checks.Checkout;
import dev.parvis.emulators.template.DeclaredFunction;
import dev.parvis.kernel.config.Key;

import static org.assertj.core.api.Assertions.assertThat;

/** What the template says of the code is so. */
class CodeTest {
    /** What a function does without: it has a default, or nothing is mailed. */
    private static final Set<Key> OPTIONAL = EnumSet.of(
            Key.PARVIS_LEASE_SECONDS, Key.PARVIS_HORIZON_SECONDS, Key.PARVIS_POLL_SECONDS, Key.PARVIS_QUIET_SECONDS);

    @TempDir
    Path folder;

    static Stream<Named<DeclaredFunction>> functions() {
        return Declared.functions();
    }

    @Test
    void every_module_of_a_function_is_deployed_and_no_other() {
        List<String> built = Checkout.modules().stream()
                .filter(module -> module.startsWith("functions/"))
                .map(module -> module.substring("functions/".length()))
                .toList();

        assertThat(Declared.FUNCTIONS.stream().map(Declared::name)).containsExactlyInAnyOrderElementsOf(built);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void the_code_is_where_the_build_puts_it(DeclaredFunction function) {
        String name = Declared.name(function);
        Path built = Checkout.root().resolve("functions/" + name + "/target/" + name + "-lambda.zip");

        assertThat(function.code()).isEqualTo(built);
        assertThat(built)
                .as("the zip that mvn package builds; run mvn verify in the folder of template.yaml")
                .isRegularFile();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void the_handler_is_in_the_zip_as_lambda_wants_it(DeclaredFunction function) throws Exception {
        try (var zip = new URLClassLoader(jars(function.code()), ClassLoader.getPlatformClassLoader())) {
            Class<?> handler = Class.forName(function.handler(), false, zip);

            assertThat(function.handler()).isEqualTo(handler.getName());
            assertThat(handler.getInterfaces())
                    .extracting(Class::getName)
                    .contains("com.amazonaws.services.lambda.runtime.RequestStreamHandler");
            assertThat(Modifier.isPublic(handler.getModifiers())).isTrue();
            assertThat(handler.getConstructor().getParameterCount()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void what_is_set_is_read_and_belongs_in_the_template(DeclaredFunction function) {
        Set<String> meant = Arrays.stream(Key.values())
                .filter(key -> key.origin() == Key.Origin.TEMPLATE)
                .map(Key::name)
                .collect(Collectors.toSet());

        assertThat(function.environment().keySet()).isSubsetOf(meant);
    }

    @Test
    void every_key_meant_for_the_template_is_set_for_some_function_or_has_a_default() {
        Set<String> set = Declared.FUNCTIONS.stream()
                .flatMap(function -> function.environment().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> wanted = Arrays.stream(Key.values())
                .filter(key -> key.origin() == Key.Origin.TEMPLATE && !OPTIONAL.contains(key))
                .map(Key::name)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(set).containsAll(wanted);
    }

    @Test
    void nothing_that_lets_local_servers_through_is_in_the_template() {
        String text = Checkout.text(Declared.FILE);

        assertThat(text).doesNotContain("PARVIS_LOOPBACK_ALLOWED", "AWS_ENDPOINT_URL");
        assertThat(Arrays.stream(Key.values())
                        .filter(key -> key.origin() == Key.Origin.LOCAL)
                        .filter(key -> text.contains(key.name())))
                .isEmpty();
    }

    @Test
    void the_public_address_is_told_to_those_who_are_not_called_by_it() {
        List<String> told = Declared.FUNCTIONS.stream()
                .filter(function -> function.environment().containsKey(Key.PARVIS_PUBLIC_URL.name()))
                .map(Declared::name)
                .toList();

        assertThat(told).containsExactlyInAnyOrder("report", "notify");
    }

    /** The zip's jars, side by side as Lambda lays them out. */
    private URL[] jars(Path zip) throws IOException {
        var jars = new ArrayList<URL>();
        try (var file = new ZipFile(zip.toFile())) {
            for (ZipEntry entry :
                    file.stream().filter(one -> one.getName().endsWith(".jar")).toList()) {
                assertThat(entry.getName()).startsWith("lib/");
                Path jar = folder.resolve(entry.getName().substring("lib/".length()));
                try (var in = file.getInputStream(entry)) {
                    Files.copy(in, jar);
                }
                jars.add(jar.toUri().toURL());
            }
        }
        return jars.toArray(URL[]::new);
    }
}
