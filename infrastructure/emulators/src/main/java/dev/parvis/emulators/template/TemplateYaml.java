package dev.parvis.emulators.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** YAML to plain maps, lists and scalars, with CloudFormation's functions, in both spellings, as {@link Intrinsic}. */
final class TemplateYaml {
    private TemplateYaml() {}

    static Map<String, Object> parse(String yaml, String file) {
        try {
            var loaded = new Yaml(new Constructor()).<@Nullable Object>load(yaml);
            if (loaded instanceof Map<?, ?> map) {
                return Nodes.map(normal(map));
            }
            throw new TemplateError(file + " is not a YAML mapping");
        } catch (YAMLException e) {
            throw new TemplateError(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Long forms become intrinsics, {@code GetAtt} always has a list of two, null values (YAML {@code ~}) are dropped. */
    private static Object normal(Object node) {
        return switch (node) {
            case Map<?, ?> map -> normalMap(map);
            case List<?> list ->
                list.stream()
                        .map(element -> element == null ? "" : normal(element))
                        .toList();
            case Intrinsic(var name, var argument) -> intrinsic(name, argument);
            default -> node;
        };
    }

    private static Object normalMap(Map<?, ?> map) {
        if (map.size() == 1) {
            var key = String.valueOf(map.keySet().iterator().next());
            var value = map.values().iterator().next();
            var name = key.startsWith("Fn::") ? key.substring(4) : key;
            var isFunction = key.startsWith("Fn::") || key.equals("Ref");
            if (isFunction && value != null && Intrinsic.isKnown(name)) {
                return intrinsic(name, value);
            }
        }
        var copy = new LinkedHashMap<String, Object>();
        map.forEach((key, value) -> {
            if (value != null) {
                copy.put(String.valueOf(key), normal(value));
            }
        });
        return copy;
    }

    private static Intrinsic intrinsic(String name, Object argument) {
        if (name.equals("GetAtt") && argument instanceof String text) {
            var dot = text.indexOf('.');
            if (dot < 0) {
                throw new TemplateError("!GetAtt " + text + " names no attribute");
            }
            return new Intrinsic(name, List.of(text.substring(0, dot), text.substring(dot + 1)));
        }
        return new Intrinsic(name, normal(argument));
    }

    private static final class Constructor extends SafeConstructor {
        Constructor() {
            super(options());
            yamlMultiConstructors.put("!", new Tagged());
        }

        private static LoaderOptions options() {
            var options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            options.setMaxAliasesForCollections(20);
            return options;
        }

        private final class Tagged extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                var name = node.getTag().getValue().substring(1);
                if (!Intrinsic.isKnown(name)) {
                    throw new TemplateError("unknown tag !" + name + node.getStartMark());
                }
                return switch (node) {
                    case ScalarNode scalar -> new Intrinsic(name, scalar.getValue());
                    case SequenceNode sequence -> new Intrinsic(name, constructSequence(sequence));
                    case MappingNode mapping -> new Intrinsic(name, constructMapping(mapping));
                    default -> throw new TemplateError("tag !" + name + " on an unexpected node");
                };
            }
        }
    }
}
