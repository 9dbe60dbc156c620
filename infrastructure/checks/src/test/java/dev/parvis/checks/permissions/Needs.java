package dev.parvis.checks.permissions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.parvis.emulators.template.TableSpec;
import dev.parvis.kernel.json.Json;

/**
 * Puts requests in IAM's words, after the service authorization reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
final class Needs {
    static final String ACCOUNT = "eu-west-3:000000000000";

    private final TableSpec table;

    Needs(TableSpec table) {
        this.table = table;
    }

    /** What the request's role must allow; never nothing. */
    List<Permission> of(Heard heard) {
        return switch (heard.service()) {
            case "dynamodb" -> table(heard.operation(), heard.json());
            case "s3" -> file(heard);
            case "events" -> events(heard.json());
            case "ses" -> mail(heard.json());
            case "ssm" ->
                List.of(Permission.of(
                        "ssm:" + heard.operation(),
                        "arn:aws:ssm:" + ACCOUNT + ":parameter" + text(heard.json(), "Name")));
            default -> throw new AssertionError("an unknown service: " + heard);
        };
    }

    private List<Permission> table(String operation, Json request) {
        return switch (operation) {
            case "GetItem", "UpdateItem", "DeleteItem" -> List.of(onTable(operation, request, request.at("Key")));
            case "PutItem" -> List.of(onTable(operation, request, request.at("Item")));
            case "Query" -> List.of(query(request));
            case "BatchGetItem" -> batch(request);
            case "TransactWriteItems" ->
                request.at("TransactItems").items().stream()
                        .map(this::inTransaction)
                        .toList();
            default -> throw new AssertionError("an unknown operation on the table: " + operation);
        };
    }

    private Permission onTable(String action, Json request, Json key) {
        String partition = text(key, table.keys().partition(), "S");
        return new Permission("dynamodb:" + action, arn(text(request, "TableName")), Set.of(partition));
    }

    /** Each part needs the permission of the single write that it stands for. */
    private Permission inTransaction(Json part) {
        Map<String, String> actions = Map.of(
                "Put",
                "PutItem",
                "Update",
                "UpdateItem",
                "Delete",
                "DeleteItem",
                "ConditionCheck",
                "ConditionCheckItem");
        var only = part.fields().entrySet().iterator().next();
        Json key = only.getKey().equals("Put")
                ? only.getValue().at("Item")
                : only.getValue().at("Key");
        return onTable(actions.get(only.getKey()), only.getValue(), key);
    }

    private List<Permission> batch(Json request) {
        var all = new ArrayList<Permission>();
        request.at("RequestItems").fields().forEach((name, wanted) -> {
            var partitions = new ArrayList<String>();
            wanted.at("Keys")
                    .items()
                    .forEach(key -> partitions.add(text(key, table.keys().partition(), "S")));
            all.add(new Permission("dynamodb:BatchGetItem", arn(name), Set.copyOf(partitions)));
        });
        return all;
    }

    private Permission query(Json request) {
        String index = request.at("IndexName").textOr("");
        String partition = index.isEmpty()
                ? table.keys().partition()
                : table.indexes().stream()
                        .filter(declared -> declared.name().equals(index))
                        .findFirst()
                        .orElseThrow()
                        .keys()
                        .partition();
        String arn = arn(text(request, "TableName")) + (index.isEmpty() ? "" : "/index/" + index);
        return new Permission("dynamodb:Query", arn, Set.of(valueOf(partition, request)));
    }

    /** What a query's condition compares the partition key with. */
    private static String valueOf(String partition, Json request) {
        String placeholder = request.at("ExpressionAttributeNames").fields().entrySet().stream()
                .filter(name -> name.getValue().textOr("").equals(partition))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(partition);
        Matcher equals = Pattern.compile(Pattern.quote(placeholder) + "\\s*=\\s*(:\\w+)")
                .matcher(text(request, "KeyConditionExpression"));
        if (!equals.find()) {
            throw new AssertionError("a query without its partition: " + request);
        }
        return text(request, "ExpressionAttributeValues", equals.group(1), "S");
    }

    /** Who may not list a bucket is told 403 where nothing lies; and what was not there needs that permission too. */
    private static List<Permission> file(Heard heard) {
        String[] path = heard.path().substring(1).split("/", 2);
        String bucket = "arn:aws:s3:::" + path[0];
        String file = bucket + "/" + (path.length > 1 ? path[1] : "");
        if (heard.query("versions").isPresent()) {
            // Listed in order to be deleted; a bucket of this machine may have none.
            String listed = bucket + "/" + heard.query("prefix").orElse("");
            return List.of(
                    Permission.of("s3:ListBucketVersions", bucket), Permission.of("s3:DeleteObjectVersion", listed));
        }
        if (heard.query("list-type").isPresent()) {
            return List.of(Permission.of("s3:ListBucket", bucket));
        }
        Function<String, String> versioned =
                action -> heard.query("versionId").isPresent() ? action + "Version" : action;
        return switch (heard.method()) {
            case "PUT" -> List.of(Permission.of("s3:PutObject", file));
            case "DELETE" -> List.of(Permission.of(versioned.apply("s3:DeleteObject"), file));
            case "GET", "HEAD" ->
                Stream.concat(
                                Stream.of(Permission.of(versioned.apply("s3:GetObject"), file)),
                                heard.status() == 404
                                        ? Stream.of(Permission.of("s3:ListBucket", bucket))
                                        : Stream.empty())
                        .toList();
            default -> throw new AssertionError("an unknown request to S3: " + heard);
        };
    }

    private static List<Permission> events(Json request) {
        return request.at("Entries").items().stream()
                .map(entry -> Permission.of(
                        "events:PutEvents", "arn:aws:events:" + ACCOUNT + ":event-bus/" + text(entry, "EventBusName")))
                .toList();
    }

    private static List<Permission> mail(Json request) {
        String from = text(request, "FromEmailAddress");
        return List.of(
                Permission.of(
                        "ses:SendEmail",
                        "arn:aws:ses:" + ACCOUNT + ":identity/"
                                + from.substring(from.indexOf('@') + 1).replace(">", "")),
                Permission.of(
                        "ses:SendEmail",
                        "arn:aws:ses:" + ACCOUNT + ":configuration-set/" + text(request, "ConfigurationSetName")));
    }

    private static String arn(String table) {
        return "arn:aws:dynamodb:" + ACCOUNT + ":table/" + table;
    }

    private static String text(Json node, Object... path) {
        return node.at(path).text().orElseThrow(() -> new AssertionError("no " + List.of(path) + " in " + node));
    }
}
