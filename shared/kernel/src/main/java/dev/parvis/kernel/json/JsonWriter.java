package dev.parvis.kernel.json;

/** Writes a tree as text: no white space, members in their order, only what must be escaped escaped. */
final class JsonWriter {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder text = new StringBuilder();

    private JsonWriter() {}

    static String write(Json json) {
        var writer = new JsonWriter();
        writer.value(json);
        return writer.text.toString();
    }

    private void value(Json json) {
        if (json instanceof Json.Obj object) {
            object(object);
        } else if (json instanceof Json.Arr array) {
            array(array);
        } else if (json instanceof Json.Str(var value)) {
            string(value);
        } else if (json instanceof Json.Num(var value)) {
            text.append(value);
        } else if (json instanceof Json.Bool(var value)) {
            text.append(value);
        } else if (json instanceof Json.Null) {
            text.append("null");
        }
    }

    private void object(Json.Obj object) {
        var separator = '{';
        for (var member : object.members().entrySet()) {
            text.append(separator);
            string(member.getKey());
            text.append(':');
            value(member.getValue());
            separator = ',';
        }
        text.append(separator == '{' ? "{}" : "}");
    }

    private void array(Json.Arr array) {
        var separator = '[';
        for (var element : array.elements()) {
            text.append(separator);
            value(element);
            separator = ',';
        }
        text.append(separator == '[' ? "[]" : "]");
    }

    private void string(String value) {
        text.append('"');
        for (var i = 0; i < value.length(); i++) {
            character(value.charAt(i));
        }
        text.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < 0x20) {
                    text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                } else {
                    text.append(c);
                }
            }
        }
    }
}
