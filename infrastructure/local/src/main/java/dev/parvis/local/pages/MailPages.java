package dev.parvis.local.pages;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.parvis.emulators.ses.Mail;
import dev.parvis.emulators.ses.Mailbox;
import dev.parvis.kernel.http.in.Response;

/** One mail: its head, its text with links that can be followed, its HTML in a frame that may do nothing but open a link. */
final class MailPages {

    /** A quotation mark ends what it quotes. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'“”«»…]{1,2000}");

    private final Mailbox mailbox;

    MailPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    Optional<Response> show(Page page, String id) {
        return mailbox.find(id).map(mail -> {
            var main = new Html().raw("<p>").link("/", page.word(Word.BACK)).raw("</p><dl>");
            head(main, page.word(Word.FROM), mail.from());
            head(main, page.word(Word.TO), String.join(", ", mail.recipients()));
            main.raw("<dt>")
                    .text(page.word(Word.WHEN))
                    .raw("</dt><dd>")
                    .add(page.time(mail.at()))
                    .raw("</dd></dl>");
            if (!mail.text().isEmpty()) {
                main.element("h2", page.word(Word.TEXT_PART))
                        .raw("<pre>")
                        .add(linked(mail.text()))
                        .raw("</pre>");
            }
            if (!mail.html().isEmpty()) {
                main.element("h2", page.word(Word.HTML_PART))
                        .raw("<iframe sandbox=\"allow-popups allow-popups-to-escape-sandbox\" title=\"")
                        .text(mail.subject())
                        .raw("\" src=\"/local/mail/" + Html.escape(mail.id()) + "/html\"></iframe>");
            }
            return page.page(mail.subject(), main, false);
        });
    }

    /** The HTML as it was sent, under a policy by which it loads nothing and runs nothing. */
    Optional<Response> html(String id) {
        return mailbox.find(id)
                .map(Mail::html)
                .map(html -> Response.text(200, "text/html; charset=utf-8", "<base target=\"_blank\">" + html))
                .map(response -> withPolicy(response));
    }

    private static Response withPolicy(Response response) {
        Response answer = response;
        for (var header : Map.of(
                        "content-security-policy",
                        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline';"
                                + " img-src data:; frame-ancestors 'self'",
                        "referrer-policy",
                        "no-referrer",
                        "x-content-type-options",
                        "nosniff")
                .entrySet()) {
            answer = answer.withHeader(header.getKey(), header.getValue());
        }
        return answer;
    }

    private static void head(Html main, String name, String value) {
        main.raw("<dt>").text(name).raw("</dt><dd>").text(value).raw("</dd>");
    }

    private static Html linked(String text) {
        var html = new Html();
        Matcher matcher = ADDRESS.matcher(text);
        int end = 0;
        while (matcher.find()) {
            html.text(text.substring(end, matcher.start())).link(matcher.group(), matcher.group());
            end = matcher.end();
        }
        return html.text(text.substring(end));
    }
}
