package dev.parvis.aws;

import java.net.URI;
import java.time.Duration;

import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;

import dev.parvis.kernel.config.AwsService;
import dev.parvis.kernel.config.Config;

/**
 * Configures SDK clients: {@code aws.configure(DynamoDbClient.builder(), AwsService.DYNAMODB).build()}. Each client is
 * told all that the SDK would otherwise search for: region, endpoint, credentials, HTTP client, retry strategy, defaults
 * mode and an empty profile file. Two retries at most; 2 s to connect, 8 s between bytes, 20 s per call in all.
 */
public final class AwsEnvironment {
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(8);
    private static final Duration CALL = Duration.ofSeconds(20);
    private static final int ATTEMPTS = 3;

    private final Config config;
    private final Region region;
    private final AwsCredentialsProvider credentials;
    private final SdkHttpClient http;

    private AwsEnvironment(Config config) {
        this.config = config;
        this.region = Region.of(config.region());
        this.credentials = Credentials.from(config);
        this.http = UrlConnections.within(CONNECT, BETWEEN_BYTES);
    }

    /** Throws {@link dev.parvis.kernel.config.ConfigError} when the region or the credentials are missing. */
    public static AwsEnvironment from(Config config) {
        var aws = new AwsEnvironment(config);
        if (config.endpoint(AwsService.DYNAMODB).isEmpty()) {
            UrlConnections.prepareTls();
        }
        return aws;
    }

    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configure(
            B builder, AwsService service) {
        return configure(builder, service, CALL);
    }

    /** The same with another total time per call, retries included; for uploads. */
    public <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> B configure(
            B builder, AwsService service, Duration call) {
        builder.region(region)
                .credentialsProvider(credentials)
                .defaultsMode(DefaultsMode.STANDARD)
                .fipsEnabled(false)
                .dualstackEnabled(false)
                .overrideConfiguration(overrides(call))
                .httpClient(http);
        config.endpoint(service).ifPresent(builder::endpointOverride);
        return builder;
    }

    /** Systems Manager's parameters. */
    public JsonService parameters() {
        return service(AwsService.SSM, "ssm", "AmazonSSM", http);
    }

    public JsonService keys() {
        return service(AwsService.KMS, "kms", "TrentService", http);
    }

    /** EventBridge, within {@code patience} to connect and between bytes: for events that nobody waits for. */
    public JsonService events(Duration patience) {
        return service(AwsService.EVENTBRIDGE, "events", "AWSEvents", UrlConnections.within(patience, patience));
    }

    private JsonService service(AwsService service, String name, String target, SdkHttpClient client) {
        var uri = config.endpoint(service)
                .orElseGet(() -> URI.create("https://" + name + "." + region.id() + ".amazonaws.com"));
        return new JsonService(new JsonService.Endpoint(uri, name, target), region, credentials, client);
    }

    /** Whether the service's endpoint is overridden: then S3 must be addressed by path. */
    public boolean isOverridden(AwsService service) {
        return config.endpoint(service).isPresent();
    }

    public Region region() {
        return region;
    }

    public AwsCredentialsProvider credentials() {
        return credentials;
    }

    private static ClientOverrideConfiguration overrides(Duration call) {
        return ClientOverrideConfiguration.builder()
                .defaultProfileFile(ProfileFile.aggregator().build())
                .defaultProfileName("default")
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .build())
                .apiCallTimeout(call)
                .build();
    }
}
