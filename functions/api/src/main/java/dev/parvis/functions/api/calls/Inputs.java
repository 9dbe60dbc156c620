package dev.parvis.functions.api.calls;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.secret.Email;

/** Reads what several routes are given. What cannot be read is refused by its field's pointer. */
public final class Inputs {
    /** The most bytes of a body. Files go to S3, not through here. */
    static final int MOST_BYTES = 1 << 20;

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 9998;

    private Inputs() {}

    /** The body's fields, if it is not too large to be one of ours. */
    public static Fields fields(Request request) {
        if (request.body().length > MOST_BYTES) {
            throw Problem.of(Problem.Code.PAYLOAD_TOO_LARGE, "A body has at most " + MOST_BYTES + " bytes.")
                    .exception();
        }
        return Fields.of(request.json());
    }

    /** The brand that the field {@code brand} names: of the caller's workspace, or refused as if it did not exist. */
    public static Optional<Brand> brand(Fields fields, Brands brands, Caller caller) {
        var given = fields.requiredLine("brand", 1, 64);
        var brand =
                Ids.parsed(given, BrandId::new).filter(caller::sees).flatMap(id -> brands.find(caller.workspace(), id));
        if (brand.isEmpty() && !given.isEmpty()) {
            fields.refuse("brand", "not_found", "must be a brand of this workspace");
        }
        return brand;
    }

    /** An IANA zone; offsets such as +02:00 are refused, because they do not know of daylight saving time. */
    public static Optional<ZoneId> zone(Fields fields, String name) {
        return fields.optionalLine(name, 1, 64).flatMap(text -> {
            try {
                var zone = ZoneId.of(text);
                if (!(zone instanceof ZoneOffset) && (text.contains("/") || text.equals("UTC"))) {
                    return Optional.of(zone);
                }
            } catch (DateTimeException unknown) {
                // Said below, as for an offset.
            }
            fields.refuse(name, "unknown_zone", "must be an IANA time zone such as Europe/Paris");
            return Optional.empty();
        });
    }

    /** Addresses for mails, each checked, no two alike. */
    public static List<String> addresses(Fields fields, String name, int max) {
        var addresses = fields.texts(name, max, 254);
        var wrong = addresses.stream().filter(text -> !isAddress(text)).findFirst();
        wrong.ifPresent(_ -> fields.refuse(name, "not_an_address", "must hold e-mail addresses only"));
        return wrong.isPresent() ? List.of() : addresses.stream().distinct().toList();
    }

    /** One address for mails; empty when it is refused. */
    public static String address(Fields fields, String name) {
        var text = fields.requiredLine(name, 1, 254);
        if (!text.isEmpty() && !isAddress(text)) {
            fields.refuse(name, "not_an_address", "must be an e-mail address");
        }
        return text;
    }

    /** One address for mails, or nothing between the quotes; empty when it is refused. */
    public static Optional<String> addressOrNone(Fields fields, String name) {
        var text = fields.optionalLine(name, 0, 254);
        if (text.filter(given -> !given.isEmpty() && !isAddress(given)).isPresent()) {
            fields.refuse(name, "not_an_address", "must be an e-mail address, or empty");
        }
        return text;
    }

    private static boolean isAddress(String text) {
        try {
            new Email(text);
            return true;
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    public static Optional<LocalDate> date(Fields fields, String name) {
        return fields.optionalLine(name, 10, 10).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException notADate) {
                fields.refuse(name, "not_a_date", "must be a date such as 2026-11-30");
                return Optional.empty();
            }
        });
    }

    /** A month of the query, such as 2026-11, of years whose instants have four digits. */
    public static YearMonth month(Request request, YearMonth otherwise) {
        return request.query("month")
                .map(text -> parsedMonth(text)
                        .filter(month -> month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR)
                        .orElseThrow(() -> Problem.of(Problem.Code.INVALID_REQUEST, "month is such as 2026-11.")
                                .exception()))
                .orElse(otherwise);
    }

    private static Optional<YearMonth> parsedMonth(String text) {
        try {
            return Optional.of(YearMonth.parse(text));
        } catch (DateTimeParseException notAMonth) {
            return Optional.empty();
        }
    }

    /** A parameter of the query that must be there. */
    public static String query(Request request, String name) {
        return request.query(name)
                .orElseThrow(() -> Problem.of(Problem.Code.INVALID_REQUEST, "The query must hold " + name + ".")
                        .exception());
    }

    /** Everything that was wrong, at once. */
    public static void check(Fields fields) {
        Problem.refuseIfAny(fields.done());
    }
}
