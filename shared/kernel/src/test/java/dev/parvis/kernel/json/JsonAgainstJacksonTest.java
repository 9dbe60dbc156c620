package dev.parvis.kernel.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Random;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import org.junit.jupiter.api.Test;

import dev.parvis.kernel.text.Utf8;

import static org.assertj.core.api.Assertions.assertThat;

/** Our reader and Jackson's must take and refuse the same texts, and read the same tree. */
class JsonAgainstJacksonTest {
    private static final JsonFactory JACKSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String[] SEEDS = {
        "{\"a\":[1,\"x\",{\"b\":null}],\"c\":1.5e3,\"d\":-0.25E-7}",
        "[true,false,null,\"\\u00e9\\n\\\"\\\\\\/\\b\\f\\r\\t\",0,-1,10]",
        " \t\r\n{ \"k\" : [ ] , \"l\" : { } } ",
        "\"text \\ud83d\\ude00\"",
        "-12.34e+56"
    };
    private static final String LETTERS =
            "{}[]:,\"\\/truefalsnu0123456789.eE+- \t\n\rbx\u0000\u001fé\ud83d\ude00\ufeff'_#";

    @Test
    void changed_texts_are_judged_alike() throws IOException {
        var random = new Random(20261121);
        var taken = 0;
        for (var i = 0; i < 100_000; i++) {
            var text = changed(SEEDS[random.nextInt(SEEDS.length)], random);

            var judged = jackson(text);

            assertThat(ours(text)).as(text).isEqualTo(judged);
            taken += judged.isEmpty() ? 0 : 1;
        }
        assertThat(taken).isBetween(5_000, 95_000);
    }

    private static String changed(String seed, Random random) {
        var text = new StringBuilder(seed);
        for (var n = random.nextInt(3); n >= 0; n--) {
            var at = random.nextInt(text.length());
            var letter = LETTERS.charAt(random.nextInt(LETTERS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, letter);
                case 1 -> text.insert(at, letter);
                default -> text.deleteCharAt(at);
            }
            text.append(text.isEmpty() ? "0" : "");
        }
        return text.toString();
    }

    private static String ours(String text) {
        try {
            return Json.parse(text).toString();
        } catch (MalformedJson e) {
            return "";
        }
    }

    private static String jackson(String text) throws IOException {
        // Jackson does not know the mark in a text; ours passes over it as in bytes.
        try (var parser = JACKSON.createParser(text.startsWith("\ufeff") ? text.substring(1) : text)) {
            var token = parser.nextToken();
            if (token == null) {
                return "";
            }
            var value = tree(parser, token);
            return parser.nextToken() == null ? value.toString() : "";
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return "";
        }
    }

    private static Json tree(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> {
                var members = new LinkedHashMap<String, Json>();
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    members.put(Utf8.wellFormed(parser.currentName()), tree(parser, parser.nextToken()));
                }
                yield new Json.Obj(members);
            }
            case START_ARRAY -> {
                var elements = new ArrayList<Json>();
                for (var t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
                    elements.add(tree(parser, t));
                }
                yield new Json.Arr(elements);
            }
            case VALUE_STRING -> new Json.Str(Utf8.wellFormed(parser.getText()));
            case VALUE_TRUE, VALUE_FALSE -> new Json.Bool(parser.getBooleanValue());
            case VALUE_NULL -> Json.nil();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Json.Num(parser.getDecimalValue());
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException(token.name());
        };
    }
}
