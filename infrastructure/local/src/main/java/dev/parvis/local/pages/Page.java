package dev.parvis.local.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;

import dev.parvis.kernel.http.in.Response;

/** The frame of every page: language, style, policy. */
record Page(Language language, ZoneId zone) {

    /** Nothing but our own script and style; frames are our own mails. */
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    String word(Word word) {
        return word.in(language);
    }

    /** A page whose main part is exchanged every five seconds when it is live. */
    Response page(String title, Html main, boolean live) {
        var html = new Html()
                .raw("<!doctype html><html lang=\"" + language.tag() + "\"><head><meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>")
                .text(title)
                .raw("</title><link rel=\"stylesheet\" href=\"/local/style.css\">")
                .raw("<link rel=\"icon\" href=\"data:,\">")
                .raw(live ? "<script src=\"/local/refresh.js\" defer></script>" : "")
                .raw("</head><body><a class=\"skip\" href=\"#main\">")
                .text(word(Word.SKIP))
                .raw("</a><header><h1>")
                .text(title)
                .raw("</h1></header><main id=\"main\">")
                .add(main)
                .raw("</main></body></html>");
        return Response.text(200, "text/html; charset=utf-8", html.toString())
                .withHeader("content-security-policy", POLICY)
                .withHeader("x-content-type-options", "nosniff")
                .withHeader("referrer-policy", "no-referrer")
                .withHeader("cache-control", "no-store")
                .withHeader("vary", "accept-language");
    }

    /** A time, machine-readable and in the reader's words. */
    Html time(Instant instant) {
        String shown = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT, FormatStyle.MEDIUM)
                .withLocale(language.locale())
                .withZone(zone)
                .format(instant);
        return new Html().raw("<time datetime=\"" + instant + "\">").text(shown).raw("</time>");
    }

    /** The zone of the times, named as the reader does. */
    String zoneName() {
        return zone.getDisplayName(TextStyle.FULL, language.locale());
    }

    String number(long number) {
        return String.format(language.locale(), "%,d", number);
    }
}
