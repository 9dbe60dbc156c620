package dev.parvis.kernel.json;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import dev.parvis.kernel.text.Utf8;

/**
 * Reads a tree, strictly as RFC 8259 has it. Written here because the usual streaming parser costs a cold start some
 * 35 ms and 66 classes before the first byte is read, guesses UTF-16, and quotes the input in its messages; a test holds
 * this one to it.
 */
final class JsonReader {
    static final int MAX_DEPTH = 64;
    static final int MAX_NUMBER = 400;
    private static final char END = '\uFFFF';

    private final String text;
    private final boolean unaltered;
    private int at;
    private int depth;

    private JsonReader(String text, boolean unaltered) {
        this.text = text;
        this.unaltered = unaltered;
    }

    static Json read(byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes) {
            throw new MalformedJson("larger than " + maxBytes + " bytes", 1, 1);
        }
        return new JsonReader(decode(bytes), false).document();
    }

    static Json readUnaltered(byte[] bytes, int maxBytes) {
        if (bytes.length > maxBytes) {
            throw new MalformedJson("larger than " + maxBytes + " bytes", 1, 1);
        }
        return new JsonReader(decode(bytes), true).document();
    }

    static Json read(String text, int maxBytes) {
        if (text.length() > maxBytes) {
            throw new MalformedJson("larger than " + maxBytes + " bytes", 1, 1);
        }
        return new JsonReader(text, false).document();
    }

    private static String decode(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
        } catch (CharacterCodingException e) {
            var good = new String(bytes, 0, buffer.position(), StandardCharsets.UTF_8);
            throw new JsonReader(good, false).malformed("not valid UTF-8", good.length());
        }
    }

    private Json document() {
        at = text.startsWith("\uFEFF") ? 1 : 0;
        if (peek() == END) {
            throw malformed("empty where a JSON value is expected", at);
        }
        var value = value();
        if (peek() != END) {
            throw malformed("something follows the JSON value", at);
        }
        return value;
    }

    private Json value() {
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> new Json.Str(string());
            case 't' -> word("true", new Json.Bool(true));
            case 'f' -> word("false", new Json.Bool(false));
            case 'n' -> word("null", Json.nil());
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> new Json.Num(number());
            case END -> throw malformed("ends before the JSON value does", at);
            default -> throw malformed("a value is expected", at);
        };
    }

    private Json object() {
        enter();
        var members = new LinkedHashMap<String, Json>();
        for (var more = !closes('}'); more; more = continues('}')) {
            var start = expect('"', "a member name in quotes is expected");
            var name = string();
            expect(':', "a colon is expected after a member name");
            at++;
            if (members.putIfAbsent(name, value()) != null) {
                throw malformed("a member name stands twice in one object", start);
            }
        }
        depth--;
        return new Json.Obj(members);
    }

    private Json array() {
        enter();
        List<Json> elements = new ArrayList<>();
        for (var more = !closes(']'); more; more = continues(']')) {
            elements.add(value());
        }
        depth--;
        return new Json.Arr(elements);
    }

    private void enter() {
        at++;
        if (++depth > MAX_DEPTH) {
            throw malformed("nested deeper than " + MAX_DEPTH + " levels", at - 1);
        }
    }

    private boolean closes(char bracket) {
        if (peek() != bracket) {
            return false;
        }
        at++;
        return true;
    }

    /** After an element: whether a comma leads on to another, or the bracket ends it. */
    private boolean continues(char bracket) {
        if (closes(bracket)) {
            return false;
        }
        expect(',', "a comma or " + bracket + " is expected");
        at++;
        return true;
    }

    private int expect(char c, String complaint) {
        var next = peek();
        if (next != c) {
            throw malformed(next == END ? "ends before the JSON value does" : complaint, at);
        }
        return at;
    }

    private Json word(String word, Json value) {
        if (!text.startsWith(word, at)) {
            throw malformed("a value is expected", at);
        }
        at += word.length();
        return value;
    }

    private String string() {
        var start = ++at;
        for (; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"') {
                return wellFormed(text.substring(start, at++));
            }
            if (c == '\\') {
                return escaped(start);
            }
            if (c < 0x20) {
                throw malformed("a control character in a text must be escaped", at);
            }
        }
        throw malformed("ends before the JSON value does", at);
    }

    /** Half of a surrogate pair has no UTF-8 form: it is replaced by U+FFFD, or refused. */
    private String wellFormed(String value) {
        var repaired = Utf8.wellFormed(value);
        if (unaltered && !repaired.equals(value)) {
            throw malformed("half of a surrogate pair in a text", at - 1);
        }
        return repaired;
    }

    /** The rest of a text from its first escape on. */
    private String escaped(int start) {
        var value = new StringBuilder(text.substring(start, at));
        for (; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c == '"') {
                at++;
                return wellFormed(value.toString());
            }
            if (c < 0x20) {
                throw malformed("a control character in a text must be escaped", at);
            }
            value.append(c == '\\' ? escape() : c);
        }
        throw malformed("ends before the JSON value does", at);
    }

    private char escape() {
        at++;
        return switch (at < text.length() ? text.charAt(at) : 0) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw malformed("an escape that JSON does not have", Math.min(at, text.length()));
        };
    }

    private char unicode() {
        var code = 0;
        for (var i = 0; i < 4; i++) {
            at++;
            var c = at < text.length() ? text.charAt(at) : 0;
            var digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw malformed("four hexadecimal digits are expected", Math.min(at, text.length()));
            }
            code = code * 16 + digit;
        }
        return (char) code;
    }

    private BigDecimal number() {
        var start = at;
        at += text.charAt(at) == '-' ? 1 : 0;
        var leadingZero = at < text.length() && text.charAt(at) == '0';
        if (digits() > 1 && leadingZero) {
            throw malformed("a number must not begin with 0", start);
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            at += at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? 1 : 0;
            digits();
        }
        if (at - start > MAX_NUMBER) {
            throw malformed("a number of more than " + MAX_NUMBER + " characters", start);
        }
        try {
            return new BigDecimal(text.substring(start, at));
        } catch (NumberFormatException e) {
            throw malformed("a number whose exponent is too large", start);
        }
    }

    private int digits() {
        var start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed("a digit is expected", at);
        }
        return at - start;
    }

    /** The next character that is no white space, without taking it; {@link #END} when there is none. */
    private char peek() {
        for (; at < text.length(); at++) {
            var c = text.charAt(at);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                return c == END ? '\uFFFE' : c;
            }
        }
        return END;
    }

    private MalformedJson malformed(String message, int where) {
        var line = 1;
        var column = 1;
        for (var i = 0; i < where; i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new MalformedJson(message, line, column);
    }
}
