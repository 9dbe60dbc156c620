package dev.parvis.domain.moderation;

import java.util.regex.Pattern;

import dev.parvis.domain.items.Author;

/**
 * What a rule replies. {@value #AUTHOR} stands for who is answered; there is no other placeholder, so that nothing else
 * that a stranger chose is ever said in a brand's name.
 */
public record Reply(String text) {
    public static final String AUTHOR = "{author}";
    /** In characters; each network says its own limit when it comes to it. */
    public static final int LONGEST = 2_000;

    /** A handle as networks write them; what is not one is not repeated. */
    private static final Pattern HANDLE =
            Pattern.compile("@?([A-Za-z0-9_][A-Za-z0-9_.-]{0,63}(@[A-Za-z0-9.-]{3,100})?)");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_.-]{0,30}}");

    /** Whether it asks for something that there is not, such as {@code {name}}. */
    public boolean asksForMore() {
        return PLACEHOLDER.matcher(text.replace(AUTHOR, "")).find();
    }

    /** With the author's handle in its place, or without the place and the blank before it. */
    public String to(Author author) {
        var handle = HANDLE.matcher(author.handle().strip());
        return handle.matches()
                ? text.replace(AUTHOR, "@" + handle.group(1))
                : text.replace(" " + AUTHOR, "").replace(AUTHOR, "").strip();
    }
}
