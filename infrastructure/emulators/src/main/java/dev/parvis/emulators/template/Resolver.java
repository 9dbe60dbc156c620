package dev.parvis.emulators.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Evaluates intrinsics with the values of one place (this machine). {@code values} is asked first, by the name that
 * {@code Ref} uses or by {@code Resource.Attribute}; then parameters; then a declared resource answers with its logical
 * id as name and a made-up ARN. Anything else is a {@link TemplateError}: a value nobody supplied must not become text.
 */
final class Resolver {
    private static final Object NO_VALUE = new Object();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::StackName", "parvis",
            "AWS::Region", "eu-west-3",
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com");

    private final Map<String, Object> template;
    private final Map<String, String> values;
    private final Map<String, Object> parameters;

    Resolver(Map<String, Object> template, Map<String, String> values) {
        this.template = template;
        this.values = values;
        this.parameters = Nodes.map(template, "Parameters");
    }

    /** The node with every intrinsic evaluated; {@code AWS::NoValue} removes the entry that holds it. */
    Object resolve(Object node) {
        return switch (node) {
            case Intrinsic intrinsic -> evaluate(intrinsic);
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                Nodes.map(map).forEach((key, value) -> {
                    var resolved = resolve(value);
                    if (resolved != NO_VALUE) {
                        copy.put(key, resolved);
                    }
                });
                yield copy;
            }
            case List<?> list ->
                list.stream()
                        .<Object>map(this::resolve)
                        .filter(element -> element != NO_VALUE)
                        .toList();
            default -> node;
        };
    }

    boolean holds(String condition) {
        var node = Nodes.map(template, "Conditions").get(condition);
        if (node == null) {
            throw new TemplateError("there is no condition " + condition);
        }
        return truth(node);
    }

    private Object evaluate(Intrinsic intrinsic) {
        var argument = intrinsic.argument();
        return switch (intrinsic.name()) {
            case "Ref" -> reference(Nodes.scalar(argument));
            case "Sub" -> substitute(argument);
            case "GetAtt" -> attribute(arguments(intrinsic, 2));
            case "If" -> {
                var branches = arguments(intrinsic, 3);
                yield resolve(branches.get(holds(Nodes.scalar(branches.get(0))) ? 1 : 2));
            }
            case "Join" -> {
                var parts = arguments(intrinsic, 2);
                yield texts(parts.get(1)).stream().collect(Collectors.joining(Nodes.scalar(parts.get(0))));
            }
            case "Select" -> {
                var parts = arguments(intrinsic, 2);
                yield texts(parts.get(1)).get(Integer.parseInt(Nodes.scalar(parts.get(0))));
            }
            case "Split" -> {
                var parts = arguments(intrinsic, 2);
                yield List.of(text(parts.get(1)).split(Pattern.quote(Nodes.scalar(parts.get(0))), -1));
            }
            case "FindInMap" -> mapping(arguments(intrinsic, 3));
            case "Equals", "Not", "And", "Or", "Condition" -> truth(intrinsic);
            default -> throw new TemplateError("!" + intrinsic.name() + " has no meaning on this machine");
        };
    }

    private boolean truth(Object node) {
        if (!(node instanceof Intrinsic intrinsic)) {
            throw new TemplateError("a condition was expected, found " + node);
        }
        return switch (intrinsic.name()) {
            case "Equals" -> {
                var sides = arguments(intrinsic, 2);
                yield text(sides.get(0)).equals(text(sides.get(1)));
            }
            case "Not" -> !truth(condition(arguments(intrinsic, 1).get(0)));
            case "And" -> ((List<?>) intrinsic.argument()).stream().allMatch(part -> truth(condition(part)));
            case "Or" -> ((List<?>) intrinsic.argument()).stream().anyMatch(part -> truth(condition(part)));
            case "Condition" -> holds(Nodes.scalar(intrinsic.argument()));
            default -> throw new TemplateError("!" + intrinsic.name() + " is no condition");
        };
    }

    private static Object condition(Object part) {
        return part instanceof Map<?, ?> map && map.containsKey("Condition")
                ? new Intrinsic("Condition", Nodes.text(Nodes.map(map), "Condition"))
                : part;
    }

    private Object reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return NO_VALUE;
        }
        return lookup(name).orElseThrow(() -> new TemplateError("!Ref " + name + " refers to nothing"));
    }

    private Optional<Object> lookup(String name) {
        var value = values.getOrDefault(name, PSEUDO.get(name));
        if (value != null) {
            return Optional.of(value);
        }
        if (parameters.containsKey(name)) {
            var declared = Nodes.map(parameters, name).get("Default");
            if (declared == null) {
                throw new TemplateError("parameter " + name + " has no default and no value was given");
            }
            return Optional.of(declared);
        }
        return Nodes.map(template, "Resources").containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    private String attribute(List<?> parts) {
        var resource = Nodes.scalar(parts.get(0));
        var name = text(parts.get(1));
        var value = values.get(resource + "." + name);
        if (value != null) {
            return value;
        }
        var isDeclared = Nodes.map(template, "Resources").containsKey(resource);
        if (isDeclared && name.equals("Arn")) {
            return "arn:aws:local:::" + lookup(resource).orElse(resource);
        }
        throw new TemplateError("!GetAtt " + resource + "." + name
                + (isDeclared ? " has no value on this machine" : " refers to nothing"));
    }

    private String substitute(Object argument) {
        var own = argument instanceof List<?> pair ? Nodes.map(pair.get(1)) : Map.<String, Object>of();
        var text = Nodes.scalar(argument instanceof List<?> pair ? pair.get(0) : argument);
        return PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(placeholder(match, own)));
    }

    private String placeholder(MatchResult match, Map<String, Object> own) {
        var name = match.group(2);
        if (!match.group(1).isEmpty()) {
            return "${" + name + "}";
        }
        var given = own.get(name);
        if (given != null) {
            return text(given);
        }
        var dot = name.indexOf('.');
        return dot > 0
                ? attribute(List.of(name.substring(0, dot), name.substring(dot + 1)))
                : Nodes.scalar(reference(name));
    }

    private Object mapping(List<?> path) {
        var top = Nodes.map(Nodes.map(template, "Mappings"), text(path.get(0)));
        var value = Nodes.map(top, text(path.get(1))).get(text(path.get(2)));
        if (value == null) {
            throw new TemplateError("!FindInMap finds nothing at " + path);
        }
        return resolve(value);
    }

    private String text(Object node) {
        return Nodes.scalar(resolve(node));
    }

    private List<String> texts(Object node) {
        return resolve(node) instanceof List<?> list
                ? list.stream().map(Nodes::scalar).toList()
                : List.of(text(node).split(","));
    }

    private static List<?> arguments(Intrinsic intrinsic, int count) {
        if (intrinsic.argument() instanceof List<?> list && list.size() == count) {
            return list;
        }
        throw new TemplateError("!" + intrinsic.name() + " takes " + count + " arguments");
    }
}
