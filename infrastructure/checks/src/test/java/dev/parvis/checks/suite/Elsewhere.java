package dev.parvis.checks.suite;

import java.net.URI;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.parvis.emulators.Backend;
import dev.parvis.emulators.dynamodb.EmulatedTable;
import dev.parvis.emulators.s3.EmulatedBucket;
import dev.parvis.emulators.template.Template;
import dev.parvis.emulators.wire.AwsJson;
import dev.parvis.kernel.json.Json;
import dev.parvis.local.suite.Settings;
import dev.parvis.local.suite.Suite;

import static org.assertj.core.api.Assertions.assertThat;

/** A back end of others: a table, a bucket, a bus with a queue behind it and a master key, all under names of this run's own. */
final class Elsewhere implements Ground {
    /** Where the emulators' own requests are signed for; LocalStack keeps each region's things apart. */
    private static final String REGION = AwsJson.REGION;

    private static final String ACCOUNT = "000000000000";

    private final URI endpoint;
    private final EmulatedTable table;
    private final EmulatedBucket bucket;
    private final String name = "parvis-suite-" + Backend.run();
    private final String queue;
    private final Set<String> told = new HashSet<>();

    private Elsewhere(URI endpoint) {
        this.endpoint = endpoint;
        Template template = Template.find();
        this.table = EmulatedTable.at(endpoint, template);
        this.bucket = EmulatedBucket.at(endpoint);
        call("events", "AWSEvents", "1.1", "CreateEventBus", Map.of("Name", name));
        this.queue = call("sqs", "AmazonSQS", "1.0", "CreateQueue", Map.of("QueueName", name))
                .at("QueueUrl")
                .textOr("");
        rule();
        String key = Base64.getEncoder().encodeToString(new byte[32]);
        call(
                "ssm",
                "AmazonSSM",
                "1.1",
                "PutParameter",
                Map.of("Name", "/" + name, "Value", key, "Type", "SecureString"));
    }

    static Elsewhere at(URI endpoint) {
        return new Elsewhere(endpoint);
    }

    @Override
    public Settings on(Settings settings) {
        String url = endpoint.toString();
        return settings.with("AWS_REGION", REGION)
                .with("AWS_DEFAULT_REGION", REGION)
                .with("AWS_ENDPOINT_URL_DYNAMODB", url)
                .with("AWS_ENDPOINT_URL_S3", url)
                .with("AWS_ENDPOINT_URL_EVENTBRIDGE", url)
                .with("AWS_ENDPOINT_URL_SSM", url)
                .with("PARVIS_TABLE", table.name())
                .with("PARVIS_BUCKET", bucket.name())
                .with("PARVIS_BUS", name)
                .with("PARVIS_MASTER_KEY", "ssm:/" + name);
    }

    @Override
    public Set<String> told(Suite suite) {
        Json received = call(
                "sqs",
                "AmazonSQS",
                "1.0",
                "ReceiveMessage",
                Map.of("QueueUrl", queue, "MaxNumberOfMessages", 10, "WaitTimeSeconds", 1));
        received.at("Messages")
                .items()
                .forEach(message -> told.add(Json.parse(message.at("Body").textOr("{}"))
                        .at("detail-type")
                        .textOr("")));
        return Set.copyOf(told);
    }

    @Override
    public void close() {
        table.close();
    }

    /** Whatever is on the bus goes to the queue. */
    private void rule() {
        call(
                "events",
                "AWSEvents",
                "1.1",
                "PutRule",
                Map.of("Name", name, "EventBusName", name, "EventPattern", "{\"source\":[\"parvis\"]}"));
        String arn = "arn:aws:sqs:" + REGION + ":" + ACCOUNT + ":" + name;
        call(
                "events",
                "AWSEvents",
                "1.1",
                "PutTargets",
                Map.of("Rule", name, "EventBusName", name, "Targets", List.of(Map.of("Id", "queue", "Arn", arn))));
    }

    private Json call(String service, String target, String version, String operation, Map<String, ?> request) {
        AwsJson.Answer answer = new AwsJson(endpoint, service, target, version).call(operation, request);
        assertThat(answer.isOk()).as(operation + ": " + answer.text()).isTrue();
        return Json.parse(answer.text());
    }
}
