package dev.parvis.kernel.json;

/** Bytes that are not the JSON we accept. The message says what is wrong and never repeats the input. */
public final class MalformedJson extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    public MalformedJson(String message, int line, int column) {
        super(message + " (line " + line + ", column " + column + ")");
        this.line = line;
        this.column = column;
    }

    public int line() {
        return line;
    }

    public int column() {
        return column;
    }
}
