package dev.parvis.checks.events;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.emulators.template.DeclaredFunction;
import dev.parvis.emulators.template.Template;
import dev.parvis.emulators.template.Trigger;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** The samples and the template's triggers are each other's. */
class SamplesTest {
    private static final List<DeclaredFunction> FUNCTIONS =
            Template.find().with(Map.of("Owner", "owner@parvis.example")).functions();

    static Stream<Sample> samples() {
        return Sample.all().stream();
    }

    static Stream<Named<DeclaredFunction>> functions() {
        return FUNCTIONS.stream().map(function -> Named.of(function.id(), function));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_what_one_trigger_of_its_function_hands_over(Sample sample) {
        List<Trigger> triggers = FUNCTIONS.stream()
                .filter(function -> isOf(sample, function))
                .flatMap(function -> function.triggers().stream())
                .toList();

        assertThat(triggers.stream().filter(sample::isOf)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void every_trigger_has_a_sample(DeclaredFunction function) {
        List<Sample> samples =
                samples().filter(sample -> isOf(sample, function)).toList();

        assertThat(function.triggers()).isNotEmpty().allMatch(trigger -> samples.stream()
                .anyMatch(sample -> sample.isOf(trigger)));
    }

    @Test
    void every_event_that_wakes_a_function_has_a_sample() {
        List<String> awaited = FUNCTIONS.stream()
                .flatMap(function -> function.rules().stream())
                .flatMap(rule -> Json.parse(rule.pattern()).at("detail-type").items().stream())
                .map(type -> type.textOr(""))
                .distinct()
                .toList();

        List<String> shown = samples()
                .map(sample -> sample.json().at("detail-type").textOr(""))
                .filter(type -> !type.isEmpty())
                .distinct()
                .toList();

        assertThat(shown).containsExactlyInAnyOrderElementsOf(awaited);
    }

    private static boolean isOf(Sample sample, DeclaredFunction function) {
        return function.id().equalsIgnoreCase(sample.function() + "Function");
    }
}
