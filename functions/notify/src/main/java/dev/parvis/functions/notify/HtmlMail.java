package dev.parvis.functions.notify;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.workspaces.Language;

import static dev.parvis.functions.notify.MailTexts.escaped;

/**
 * The frame of every mail's HTML. It names its colours, paper included: a mail program with dark windows that leaves the paper
 * to us would show dark words on dark.
 */
final class HtmlMail {
    private HtmlMail() {}

    /** A paragraph each, close together. */
    static String lines(Stream<String> lines) {
        return lines.map(line -> "<p style=\"margin:.6em 0\">" + escaped(line) + "</p>")
                .collect(Collectors.joining());
    }

    /** @param body is HTML already; the title is not */
    static String of(Language language, String title, String body) {
        return "<!doctype html><html lang=\"" + language.locale().getLanguage()
                + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                + escaped(title)
                + "</title></head><body style=\"margin:0;background:#fff\"><div style=\"font:16px/1.5 Arial,Helvetica,sans-serif;"
                + "color:#1b1b1f;background:#fff;max-width:36em;padding:16px;overflow-wrap:anywhere\">"
                + body + "</div></body></html>";
    }
}
