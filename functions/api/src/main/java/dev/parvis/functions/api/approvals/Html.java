package dev.parvis.functions.api.approvals;

/** Text as HTML: what people typed can be neither a tag nor the end of an attribute. */
public final class Html {
    private Html() {}

    public static String escaped(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isShown(c) ? c : '\uFFFD');
            }
        }
        return out.toString();
    }

    /** Control characters other than white space say nothing on a page. */
    private static boolean isShown(char c) {
        return c >= ' ' && c != 0x7f || c == '\n' || c == '\r' || c == '\t';
    }
}
