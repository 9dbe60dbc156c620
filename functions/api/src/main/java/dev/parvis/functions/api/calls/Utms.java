package dev.parvis.functions.api.calls;

import java.util.Optional;

import dev.parvis.domain.brands.UtmTemplate;
import dev.parvis.kernel.json.Fields;
import dev.parvis.kernel.json.Json;

/** What links are tagged with, of a brand and of a post. */
public final class Utms {
    private static final int LONGEST = 100;

    private Utms() {}

    /** The field {@code utm}; what is left out in it is not added to links. */
    public static Optional<UtmTemplate> template(Fields fields) {
        return fields.optionalObject("utm")
                .map(utm -> new UtmTemplate(value(utm, "source"), value(utm, "medium"), value(utm, "campaign")));
    }

    /** A brace that opens no placeholder is a typing error, and would be seen in every link. */
    private static String value(Fields utm, String name) {
        var value = utm.optionalLine(name, 0, LONGEST).orElse("");
        var rest = value.replace(UtmTemplate.NETWORK, "")
                .replace(UtmTemplate.CAMPAIGN, "")
                .replace(UtmTemplate.POST, "");
        if (rest.contains("{") || rest.contains("}")) {
            utm.refuse(name, "malformed", "may hold {network}, {campaign} and {post}, and no other braces");
        }
        return value;
    }

    public static Json json(UtmTemplate utm) {
        return Json.obj("source", utm.source(), "medium", utm.medium(), "campaign", utm.campaign());
    }
}
