package dev.parvis.emulators.ses;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.parvis.emulators.wire.AwsError;

/**
 * A request to send a mail, checked as SES checks it.
 *
 * @param request the body of {@code POST /v2/email/outbound-emails}
 */
record SendEmail(Fields request) {
    static final int MAX_MESSAGE_BYTES = 40 * 1024 * 1024;
    private static final int MAX_RECIPIENTS = 50;
    private static final int MAX_HEADERS = 15;
    private static final int MAX_TAGS = 50;
    private static final Pattern HEADER_NAME = Pattern.compile("[!-9;-@A-~]{1,126}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[ -~]{0,870}");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final Pattern TAG_VALUE = Pattern.compile("[A-Za-z0-9_.@-]{1,256}");
    /** Headers that SES sets from the request's other members. */
    private static final Set<String> RESERVED = Set.of(
            "from",
            "to",
            "cc",
            "bcc",
            "subject",
            "reply-to",
            "date",
            "message-id",
            "return-path",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "sender");

    /** The mail asked for; an {@link AwsError} when SES would not take it. */
    Mail mail(String id, Instant at) {
        var content = request.in("Content");
        var kinds = Stream.of("Simple", "Raw", "Template").filter(content::has).toList();
        if (kinds.size() != 1) {
            throw AwsError.badRequest("Content must have exactly one of Simple, Raw or Template.");
        }
        var mail =
                switch (kinds.getFirst()) {
                    case "Simple" -> simple(content.in("Simple"), id, at);
                    case "Raw" -> raw(content.in("Raw"), id, at);
                    default -> throw AwsError.badRequest("Templates are not emulated.");
                };
        checkEnvelope(mail);
        return mail;
    }

    private Mail simple(Fields simple, String id, Instant at) {
        var subject = data(simple, "Subject");
        var body = simple.in("Body");
        var text = data(body, "Text");
        var html = data(body, "Html");
        if (!simple.has("Subject")) {
            throw AwsError.badRequest("Subject is required.");
        }
        if (!body.has("Text") && !body.has("Html")) {
            throw AwsError.badRequest("Body must have Text or Html.");
        }
        if (simple.has("Attachments")) {
            throw AwsError.badRequest("Attachments are not emulated.");
        }
        Addresses.refuseControls(subject, "Subject contains control characters.");
        checkSize(bytes(subject) + bytes(text) + bytes(html));
        var to = request.in("Destination");
        return new Mail(
                id,
                at,
                request.text("FromEmailAddress"),
                to.texts("ToAddresses"),
                to.texts("CcAddresses"),
                to.texts("BccAddresses"),
                request.texts("ReplyToAddresses"),
                subject,
                text,
                html,
                headers(simple),
                tags(),
                request.text("ConfigurationSetName"),
                "");
    }

    private Mail raw(Fields raw, String id, Instant at) {
        var message = new String(decoded(raw.text("Data")), StandardCharsets.ISO_8859_1);
        checkSize(message.length());
        var mime = Mime.read(message);
        var destination = request.in("Destination");
        var isAddressed = !destination.object().isEmpty();
        var from = request.text("FromEmailAddress");
        return new Mail(
                id,
                at,
                from.isEmpty() ? mime.headers().getOrDefault("From", "") : from,
                isAddressed ? destination.texts("ToAddresses") : addresses(mime, "To"),
                isAddressed ? destination.texts("CcAddresses") : addresses(mime, "Cc"),
                isAddressed ? destination.texts("BccAddresses") : addresses(mime, "Bcc"),
                addresses(mime, "Reply-To"),
                mime.header("Subject"),
                mime.text(),
                mime.html(),
                mime.headers(),
                tags(),
                request.text("ConfigurationSetName"),
                message);
    }

    private static void checkEnvelope(Mail mail) {
        if (mail.from().isEmpty()) {
            throw AwsError.badRequest("Missing required header 'From'.");
        }
        if (mail.recipients().isEmpty()) {
            throw AwsError.badRequest("Missing required header 'To'.");
        }
        if (mail.recipients().size() > MAX_RECIPIENTS) {
            throw AwsError.badRequest("Recipient count exceeds " + MAX_RECIPIENTS + ".");
        }
        Addresses.check(mail.from());
        mail.recipients().forEach(Addresses::check);
        mail.replyTo().forEach(Addresses::check);
    }

    private static Map<String, String> headers(Fields simple) {
        var headers = new LinkedHashMap<String, String>();
        for (var header : simple.all("Headers")) {
            var name = header.text("Name");
            var value = header.text("Value");
            if (!HEADER_NAME.matcher(name).matches()
                    || !HEADER_VALUE.matcher(value).matches()) {
                throw AwsError.badRequest(
                        "Header " + name.replaceAll("[^!-~]", "?") + " has an illegal name or value.");
            }
            if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
                throw AwsError.badRequest("Header " + name + " must be set by its own member.");
            }
            headers.put(name, value);
        }
        if (headers.size() > MAX_HEADERS) {
            throw AwsError.badRequest("Header count exceeds " + MAX_HEADERS + ".");
        }
        return headers;
    }

    private Map<String, String> tags() {
        var tags = new LinkedHashMap<String, String>();
        for (var tag : request.all("EmailTags")) {
            var name = tag.text("Name");
            var value = tag.text("Value");
            if (!TAG.matcher(name).matches() || !TAG_VALUE.matcher(value).matches()) {
                throw AwsError.badRequest(
                        "A tag can only contain alphanumeric ASCII characters, '_', '-', '.' and '@'.");
            }
            tags.put(name, value);
        }
        if (tags.size() > MAX_TAGS) {
            throw AwsError.badRequest("Tag count exceeds " + MAX_TAGS + ".");
        }
        return tags;
    }

    private static List<String> addresses(Mime mime, String header) {
        return Addresses.list(mime.headers().getOrDefault(header, ""));
    }

    private static String data(Fields parent, String name) {
        return parent.in(name).text("Data");
    }

    private static byte[] decoded(String data) {
        try {
            return Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException e) {
            throw AwsError.badRequest("Raw data is not base64.");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void checkSize(int bytes) {
        if (bytes > MAX_MESSAGE_BYTES) {
            throw AwsError.badRequest(
                    "Message length is more than " + MAX_MESSAGE_BYTES + " bytes long: '" + bytes + "'.");
        }
    }
}
