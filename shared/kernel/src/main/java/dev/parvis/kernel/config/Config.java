package dev.parvis.kernel.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a function is told by its environment. {@link #fromEnv} checks the form of every key that is set and reports all
 * errors at once; a key that a function needs and does not have fails when it is asked for, by name. An empty value
 * counts as not set. {@code toString} shows names of keys, never values.
 */
public record Config(Map<Key, String> values) {
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration HORIZON = Duration.ofSeconds(150);
    private static final Duration POLL = Duration.ofMinutes(5);
    private static final Duration QUIET = Duration.ofMinutes(2);
    private static final long LONGEST_SECONDS = 86_400;

    public Config {
        values = Map.copyOf(values);
    }

    /** Reads the keys of {@link Key} and ignores all others. Throws {@link ConfigError} with a sentence per bad key. */
    public static Config fromEnv(Map<String, String> environment) {
        var values = new EnumMap<Key, String>(Key.class);
        for (var key : Key.values()) {
            var value = environment.get(key.name());
            if (value != null && !value.isBlank()) {
                values.put(key, value.strip());
            }
        }
        var config = new Config(values);
        var sentences = config.complaints();
        if (!sentences.isEmpty()) {
            throw new ConfigError(sentences);
        }
        return config;
    }

    public String table() {
        return required(Key.PARVIS_TABLE);
    }

    public String bucket() {
        return required(Key.PARVIS_BUCKET);
    }

    public String bus() {
        return required(Key.PARVIS_BUS);
    }

    /** Base URL of the HTTP API, without a slash at its end. */
    public URI publicUrl() {
        return httpUrl(Key.PARVIS_PUBLIC_URL, required(Key.PARVIS_PUBLIC_URL));
    }

    public String mailFrom() {
        return required(Key.PARVIS_MAIL_FROM);
    }

    public Optional<String> mailConfigurationSet() {
        return optional(Key.PARVIS_MAIL_CONFIGURATION_SET);
    }

    public MasterKeySource masterKey() {
        return masterKey(required(Key.PARVIS_MASTER_KEY));
    }

    /** E-mail address or subject of the person who may create workspaces. */
    public String owner() {
        return required(Key.PARVIS_OWNER);
    }

    /** How long a claim holds; 180 s unless told. */
    public Duration lease() {
        return seconds(Key.PARVIS_LEASE_SECONDS, LEASE);
    }

    /** How far ahead due work is claimed; 150 s unless told. */
    public Duration horizon() {
        return seconds(Key.PARVIS_HORIZON_SECONDS, HORIZON);
    }

    /** Time between two polls of a source; 300 s unless told. */
    public Duration poll() {
        return seconds(Key.PARVIS_POLL_SECONDS, POLL);
    }

    /** Shortest wait before an uncertain send is looked for; 120 s unless told. */
    public Duration quiet() {
        return seconds(Key.PARVIS_QUIET_SECONDS, QUIET);
    }

    /** Addresses of local servers that the outbound guard lets through, exactly as written; empty in the cloud. */
    public Set<HostPort> loopbackAllowed() {
        return hostPorts(optional(Key.PARVIS_LOOPBACK_ALLOWED).orElse(""));
    }

    public String region() {
        return required(Key.AWS_REGION);
    }

    /** The service's own override, else the common one, else empty: the service's public endpoint. */
    public Optional<URI> endpoint(AwsService service) {
        return endpoint(service.key()).or(() -> endpoint(Key.AWS_ENDPOINT_URL));
    }

    /** The value of a key, or a {@link ConfigError} that names it. */
    public String required(Key key) {
        return optional(key).orElseThrow(() -> new ConfigError(key + " is not set; this function needs it."));
    }

    public Optional<String> optional(Key key) {
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public String toString() {
        return "Config" + values.keySet().stream().sorted().toList();
    }

    private Optional<URI> endpoint(Key key) {
        return optional(key).map(value -> httpUrl(key, value));
    }

    private List<String> complaints() {
        var sentences = new ArrayList<String>();
        for (var key : values.keySet().stream().sorted().toList()) {
            try {
                check(key);
            } catch (ConfigError e) {
                sentences.add(e.getMessage());
            }
        }
        return sentences;
    }

    private void check(Key key) {
        switch (key) {
            case PARVIS_LEASE_SECONDS -> lease();
            case PARVIS_HORIZON_SECONDS -> horizon();
            case PARVIS_POLL_SECONDS -> poll();
            case PARVIS_QUIET_SECONDS -> quiet();
            case PARVIS_LOOPBACK_ALLOWED -> loopbackAllowed();
            case PARVIS_MASTER_KEY -> masterKey();
            case PARVIS_PUBLIC_URL -> publicUrl();
            case AWS_ENDPOINT_URL,
                    AWS_ENDPOINT_URL_DYNAMODB,
                    AWS_ENDPOINT_URL_S3,
                    AWS_ENDPOINT_URL_SESV2,
                    AWS_ENDPOINT_URL_EVENTBRIDGE,
                    AWS_ENDPOINT_URL_SSM,
                    AWS_ENDPOINT_URL_KMS -> endpoint(key);
            case PARVIS_TABLE,
                    PARVIS_BUCKET,
                    PARVIS_BUS,
                    PARVIS_MAIL_FROM,
                    PARVIS_MAIL_CONFIGURATION_SET,
                    PARVIS_OWNER,
                    AWS_REGION,
                    AWS_ACCESS_KEY_ID,
                    AWS_SECRET_ACCESS_KEY,
                    AWS_SESSION_TOKEN,
                    AWS_CONTAINER_CREDENTIALS_FULL_URI -> {}
        }
    }

    private Duration seconds(Key key, Duration otherwise) {
        var text = values.get(key);
        if (text == null) {
            return otherwise;
        }
        try {
            var seconds = Long.parseLong(text);
            if (seconds >= 1 && seconds <= LONGEST_SECONDS) {
                return Duration.ofSeconds(seconds);
            }
        } catch (NumberFormatException e) {
            // Said below, in the same words as for a number out of range.
        }
        throw new ConfigError(key + " must be a whole number of seconds between 1 and 86400, not \"" + text + "\".");
    }

    private static URI httpUrl(Key key, String text) {
        try {
            var uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            var scheme = uri.getScheme();
            if (("http".equals(scheme) || "https".equals(scheme))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new ConfigError(key + " must be an absolute http or https URL, not \"" + text + "\".");
    }

    private static MasterKeySource masterKey(String text) {
        return MasterKeySource.parse(text)
                .orElseThrow(
                        () -> new ConfigError("PARVIS_MASTER_KEY must be ssm:NAME, kms:ARN or file:/ABSOLUTE/PATH."));
    }

    private static Set<HostPort> hostPorts(String text) {
        var allowed = new LinkedHashSet<HostPort>();
        Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .forEach(entry -> allowed.add(HostPort.parse(entry)
                        .orElseThrow(() -> new ConfigError("PARVIS_LOOPBACK_ALLOWED must list exact host:port pairs"
                                + " separated by commas; \"" + entry + "\" is not one."))));
        return Set.copyOf(allowed);
    }
}
