package dev.parvis.checks.permissions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parvis.checks.Checkout;
import dev.parvis.emulators.template.Template;
import dev.parvis.local.suite.Suite;

/** The roles of {@code template.yaml}, with the ARNs that the suite's own things would have in the cloud. */
public final class Roles {
    private static final String BUS = "parvis";

    private static final Template TEMPLATE = Template.load(Checkout.root().resolve("template.yaml"))
            .with(Map.ofEntries(
                    Map.entry("AWS::Region", "eu-west-3"),
                    Map.entry("AWS::AccountId", "000000000000"),
                    Map.entry("AWS::Partition", "aws"),
                    Map.entry("Owner", "owner@parvis.example"),
                    Map.entry("MailFrom", "parvis@parvis.example"),
                    Map.entry("MailDomain", "parvis.example"),
                    Map.entry("MailConfiguration", "parvis-mail"),
                    Map.entry("Table.Arn", "arn:aws:dynamodb:" + Needs.ACCOUNT + ":table/" + Suite.TABLE),
                    Map.entry("Bucket.Arn", "arn:aws:s3:::" + Suite.BUCKET),
                    Map.entry("Bus.Arn", "arn:aws:events:" + Needs.ACCOUNT + ":event-bus/" + BUS)));

    private Roles() {}

    /** By the function's short name. */
    public static Map<String, Role> all() {
        var roles = new LinkedHashMap<String, Role>();
        TEMPLATE.functions().forEach(function -> {
            String stem = function.id().replaceFirst("Function$", "");
            roles.put(stem.toLowerCase(Locale.ROOT), role(stem));
        });
        return roles;
    }

    private static Role role(String stem) {
        var statements = new ArrayList<Map<String, Object>>();
        for (Object policy : (List<?>) TEMPLATE.properties(stem + "Role").get("Policies")) {
            var document = (Map<?, ?>) ((Map<?, ?>) policy).get("PolicyDocument");
            for (Object statement : (List<?>) document.get("Statement")) {
                var named = new LinkedHashMap<String, Object>();
                ((Map<?, ?>) statement).forEach((key, value) -> named.put(String.valueOf(key), value));
                statements.add(named);
            }
        }
        return new Role(statements);
    }
}
