package dev.parvis.checks.template;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

import dev.parvis.checks.Checkout;
import dev.parvis.emulators.template.DeclaredFunction;
import dev.parvis.emulators.template.Template;

/** {@code template.yaml}, read twice: evaluated as the local suite reads it, and as it stands in the file. */
final class Declared {
    static final Path FILE = Checkout.root().resolve("template.yaml");
    private static final Map<String, String> PARAMETERS =
            Map.of("Owner", "owner@parvis.example", "MailFrom", "parvis@parvis.example", "AlarmEmail", "a@b.example");
    static final Template TEMPLATE = Template.load(FILE).with(PARAMETERS);
    static final List<DeclaredFunction> FUNCTIONS = TEMPLATE.functions();

    private static final Map<String, Object> RAW = map(new Yaml(new Tagged()).load(Checkout.text(FILE)));

    private Declared() {}

    /** Every function, named for the reports of tests. */
    static Stream<Named<DeclaredFunction>> functions() {
        return FUNCTIONS.stream().map(function -> Named.of(name(function), function));
    }

    /** {@code publish} for {@code PublishFunction}. */
    static String name(DeclaredFunction function) {
        return stem(function).toLowerCase(Locale.ROOT);
    }

    /** {@code Publish} for {@code PublishFunction}. */
    static String stem(DeclaredFunction function) {
        return function.id().replaceFirst("Function$", "");
    }

    /** A resource as it stands in the file, {@code DeletionPolicy} and all; {@code !Ref X} is the text {@code !Ref X}. */
    static Map<String, Object> raw(String id) {
        return map(map(RAW.get("Resources")).get(id));
    }

    /** A function's own properties, with {@code Globals} applied where the function says nothing. */
    static Map<String, Object> properties(DeclaredFunction function) {
        var properties = new LinkedHashMap<>(map(map(RAW.get("Globals")).get("Function")));
        properties.putAll(map(raw(function.id()).get("Properties")));
        return properties;
    }

    /** The statements of a function's role, evaluated. */
    static List<Map<String, Object>> statements(DeclaredFunction function) {
        return statements(function, Map.of());
    }

    /** The same with further parameters. */
    static List<Map<String, Object>> statements(DeclaredFunction function, Map<String, String> parameters) {
        var all = new LinkedHashMap<>(PARAMETERS);
        all.putAll(parameters);
        return list(TEMPLATE.with(all).properties(stem(function) + "Role").get("Policies")).stream()
                .flatMap(policy -> list(at(policy, "PolicyDocument", "Statement")).stream())
                .map(Declared::map)
                .toList();
    }

    /** What is at a path of names; an empty text when there is nothing. */
    static Object at(Object node, String... path) {
        Object here = node;
        for (String name : path) {
            here = here instanceof Map<?, ?> map && map.containsKey(name) ? map.get(name) : "";
        }
        return here;
    }

    static Map<String, Object> map(Object node) {
        var copy = new LinkedHashMap<String, Object>();
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
            return copy;
        }
        throw new AssertionError("no mapping: " + node);
    }

    static List<?> list(Object node) {
        return node instanceof List<?> list ? list : List.of(node);
    }

    static Stream<String> texts(Object node) {
        return list(node).stream().map(String::valueOf);
    }

    /** YAML with CloudFormation's short forms kept as texts. */
    private static final class Tagged extends SafeConstructor {
        Tagged() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    String tag = node.getTag().getValue();
                    return switch (node) {
                        case ScalarNode scalar -> tag + " " + scalar.getValue();
                        case SequenceNode sequence -> Map.of(tag, constructSequence(sequence));
                        case MappingNode mapping -> Map.of(tag, constructMapping(mapping));
                        default -> throw new AssertionError("unexpected node " + node);
                    };
                }
            });
        }
    }
}
