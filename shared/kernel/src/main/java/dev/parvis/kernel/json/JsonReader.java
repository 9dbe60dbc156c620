package dev.parvis.kernel.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import dev.parvis.kernel.text.Utf8;

/** Reads a tree with Jackson's streaming parser. Bytes are decoded here, because that parser guesses UTF-16 and UTF-32. */
final class JsonReader {
    static final int MAX_DEPTH = 64;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(400)
                    .maxNameLength(10_000)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .build();

    private JsonReader() {}

    static Json read(byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes) {
            throw new MalformedJson("larger than " + maxBytes + " bytes", 1, 1);
        }
        return read(decode(bytes));
    }

    static Json read(String text, int maxBytes) {
        if (text.length() > maxBytes) {
            throw new MalformedJson("larger than " + maxBytes + " bytes", 1, 1);
        }
        return read(text);
    }

    private static Json read(String text) {
        try (var parser = FACTORY.createParser(text)) {
            var token = parser.nextToken();
            if (token == null) {
                throw new MalformedJson("empty where a JSON value is expected", 1, 1);
            }
            var value = value(parser, token);
            if (parser.nextToken() != null) {
                throw malformed("something follows the JSON value", parser);
            }
            return value;
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new MalformedJson(reason(e), at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr());
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory failed", e);
        }
    }

    private static String decode(byte[] bytes) {
        var skip = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        var buffer = skip ? ByteBuffer.wrap(bytes, 3, bytes.length - 3) : ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            var line = 1;
            var lineStart = 0;
            for (var i = 0; i < buffer.position(); i++) {
                if (bytes[i] == '\n') {
                    line++;
                    lineStart = i + 1;
                }
            }
            throw new MalformedJson("not valid UTF-8", line, buffer.position() - lineStart + 1);
        }
    }

    private static Json value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new Json.Str(Utf8.wellFormed(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getDecimalValue());
            case VALUE_TRUE -> new Json.Bool(true);
            case VALUE_FALSE -> new Json.Bool(false);
            case VALUE_NULL -> Json.nil();
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw malformed("a value is expected", parser);
        };
    }

    private static Json object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Json>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = Utf8.wellFormed(parser.currentName());
            if (members.containsKey(name)) {
                throw malformed("a member name stands twice in one object", parser);
            }
            members.put(name, value(parser, parser.nextToken()));
        }
        return new Json.Obj(members);
    }

    private static Json array(JsonParser parser) throws IOException {
        var elements = new ArrayList<Json>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return new Json.Arr(elements);
    }

    private static MalformedJson malformed(String message, JsonParser parser) {
        var at = parser.currentTokenLocation();
        return new MalformedJson(message, at.getLineNr(), at.getColumnNr());
    }

    /** Jackson quotes the input in its messages; ours must not. */
    private static String reason(JsonProcessingException e) {
        var message = e.getOriginalMessage();
        if (message == null) {
            return "not valid JSON";
        }
        if (message.contains("nesting depth")) {
            return "nested deeper than " + MAX_DEPTH + " levels";
        }
        if (message.contains("end-of-input")) {
            return "ends before the JSON value does";
        }
        return message.contains("length") && message.contains("exceeds")
                ? "a number or name longer than we accept"
                : "not valid JSON";
    }
}
