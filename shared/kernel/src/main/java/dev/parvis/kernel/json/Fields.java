package dev.parvis.kernel.json;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a request body field by field and collects what is wrong instead of stopping at the first error. A reader whose
 * field is wrong notes the error and answers a harmless placeholder (empty text, 0, the first constant), so nothing may
 * be built before {@link #done} has answered an empty list. JSON's null counts as not given; lengths are code points.
 */
public final class Fields {
    private final Json.Obj object;
    private final String pointer;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();
    private final List<Fields> children = new ArrayList<>();

    public Fields(Json.Obj object) {
        this(object, "", new ArrayList<>());
    }

    private Fields(Json.Obj object, String pointer, List<FieldError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** Fields of a body that may not even be an object, which is then the error. */
    public static Fields of(Json body) {
        if (body instanceof Json.Obj object) {
            return new Fields(object);
        }
        var fields = new Fields(Json.obj());
        fields.errors.add(new FieldError("", "wrong_type", "The body must be a JSON object."));
        return fields;
    }

    /** Whether the field is given and not null. */
    public boolean has(String name) {
        return !raw(name).isMissing();
    }

    /** Whether the field is given as JSON's null: what is there is to be taken back. */
    public boolean isNull(String name) {
        return raw(name) instanceof Json.Null;
    }

    /** The names of all that is given, whoever knows them. */
    public List<String> names() {
        return List.copyOf(object.members().keySet());
    }

    /** The field as it is; marks it as known. */
    public Json raw(String name) {
        known.add(name);
        return object.at(name);
    }

    public String requiredText(String name, int min, int max) {
        return required(name, optionalText(name, min, max), "");
    }

    /** Text, possibly of several lines; control characters other than tab and line ends are refused. */
    public Optional<String> optionalText(String name, int min, int max) {
        return typed(name, "text", raw(name).text()).filter(text -> fits(path(name), name, text, min, max));
    }

    public String requiredLine(String name, int min, int max) {
        return required(name, optionalLine(name, min, max), "");
    }

    /** Text of one line: no control character at all, no blank at either end. */
    public Optional<String> optionalLine(String name, int min, int max) {
        return optionalText(name, min, max).filter(text -> {
            if (text.chars().anyMatch(Character::isISOControl) || !text.equals(text.strip())) {
                refuse(name, "malformed", "must be one line without blanks around it");
                return false;
            }
            return true;
        });
    }

    public long requiredWhole(String name, long min, long max) {
        return required(name, optionalWhole(name, min, max), 0L);
    }

    public Optional<Long> optionalWhole(String name, long min, long max) {
        return typed(name, "a whole number", raw(name).whole()).filter(number -> {
            if (number < min || number > max) {
                refuse(name, number < min ? "too_small" : "too_large", "must be between " + min + " and " + max);
                return false;
            }
            return true;
        });
    }

    public boolean requiredTruth(String name) {
        return required(name, optionalTruth(name), false);
    }

    public Optional<Boolean> optionalTruth(String name) {
        return typed(name, "true or false", raw(name).truth());
    }

    public Instant requiredInstant(String name) {
        return required(name, optionalInstant(name), Instant.EPOCH);
    }

    public Optional<Instant> optionalInstant(String name) {
        return typed(name, "an ISO 8601 date-time with a zone offset", raw(name).instant());
    }

    public <E extends Enum<E>> E requiredChoice(String name, Class<E> type) {
        return required(name, optionalChoice(name, type), type.getEnumConstants()[0]);
    }

    /** One of an enum's constants, written as its name in lower case with hyphens or underscores, or as it is. */
    public <E extends Enum<E>> Optional<E> optionalChoice(String name, Class<E> type) {
        return typed(name, "text", raw(name).text()).flatMap(text -> {
            var choice = Stream.of(type.getEnumConstants())
                    .filter(constant -> constant.name().equalsIgnoreCase(text.replace('-', '_')))
                    .findFirst();
            if (choice.isEmpty()) {
                var allowed = Stream.of(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
                refuse(name, "not_allowed", "must be one of " + allowed);
            }
            return choice;
        });
    }

    /** An object inside this one, to be read with its own readers; absent, or wrong and noted: empty. */
    public Optional<Fields> optionalObject(String name) {
        return typed(name, "an object", raw(name).object()).map(inner -> child(inner, path(name)));
    }

    public Fields requiredObject(String name) {
        return required(name, optionalObject(name), new Fields(Json.obj(), path(name), new ArrayList<>()));
    }

    /** An array of objects; not given is none. */
    public List<Fields> objects(String name, int max) {
        var inner = new ArrayList<Fields>();
        var elements = elements(name, max);
        for (var i = 0; i < elements.size(); i++) {
            var at = path(name) + "/" + i;
            elements.get(i)
                    .object()
                    .ifPresentOrElse(
                            object -> inner.add(child(object, at)),
                            () -> errors.add(new FieldError(at, "wrong_type", "This must be an object.")));
        }
        return inner;
    }

    /** An array of texts of 1 to {@code maxLength} code points; not given is none. */
    public List<String> texts(String name, int max, int maxLength) {
        var texts = new ArrayList<String>();
        var elements = elements(name, max);
        for (var i = 0; i < elements.size(); i++) {
            var at = path(name) + "/" + i;
            elements.get(i)
                    .text()
                    .ifPresentOrElse(
                            text -> {
                                if (fits(at, "Each of " + name, text, 1, maxLength)) {
                                    texts.add(text);
                                }
                            },
                            () -> note(at, "wrong_type", "Each of " + name, "must be text"));
        }
        return texts;
    }

    /** Notes an error of the caller's own; {@code detail} reads on after the field's name: "must be in the future". */
    public void refuse(String name, String code, String detail) {
        note(path(name), code, name, detail);
    }

    /** The same of something inside: {@code pointer} is a JSON Pointer into this object, which the detail reads on after. */
    public void refuseAt(String pointer, String code, String detail) {
        note(this.pointer + pointer, code, pointer.substring(1), detail);
    }

    /** Whether something is wrong with this field, or with what is inside it. */
    public boolean isRefused(String name) {
        var at = path(name);
        return errors.stream()
                .anyMatch(error -> error.pointer().equals(at) || error.pointer().startsWith(at + "/"));
    }

    private void note(String at, String code, String label, String detail) {
        errors.add(new FieldError(at, code, label + " " + detail + "."));
    }

    /** All errors, those of objects inside and one per unknown field included. Empty: the body may be used. */
    public List<FieldError> done() {
        refuseUnknown();
        return List.copyOf(errors);
    }

    private void refuseUnknown() {
        children.forEach(Fields::refuseUnknown);
        var expected = known.stream().sorted().collect(Collectors.joining(", "));
        object.members().keySet().stream()
                .filter(known::add)
                .forEach(name -> errors.add(new FieldError(
                        path(name),
                        "unknown_field",
                        "There is no field " + shortened(name) + " here; known: " + expected + ".")));
    }

    private static String shortened(String name) {
        return "\"" + (name.length() > 40 ? name.substring(0, 40) + "…" : name) + "\"";
    }

    private Fields child(Json.Obj inner, String at) {
        var child = new Fields(inner, at, errors);
        children.add(child);
        return child;
    }

    private List<Json> elements(String name, int max) {
        var array = raw(name) instanceof Json.Arr(var elements) ? Optional.of(elements) : Optional.<List<Json>>empty();
        return typed(name, "an array", array)
                .filter(elements -> {
                    if (elements.size() > max) {
                        refuse(name, "too_many", "may hold at most " + max + " elements");
                        return false;
                    }
                    return true;
                })
                .orElse(List.of());
    }

    private <T> T required(String name, Optional<T> value, T placeholder) {
        if (!has(name)) {
            refuse(name, "required", "is required");
        }
        return value.orElse(placeholder);
    }

    private <T> Optional<T> typed(String name, String type, Optional<T> value) {
        if (value.isEmpty() && has(name)) {
            refuse(name, "wrong_type", "must be " + type);
        }
        return value;
    }

    private boolean fits(String at, String label, String text, int min, int max) {
        var length = text.codePointCount(0, text.length());
        if (length < min) {
            note(at, "too_short", label, "must have at least " + min + (min == 1 ? " character" : " characters"));
        } else if (length > max) {
            note(at, "too_long", label, "must have at most " + max + " characters, not " + length);
        } else if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            note(at, "malformed", label, "must not hold control characters");
        } else {
            return true;
        }
        return false;
    }

    private String path(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
