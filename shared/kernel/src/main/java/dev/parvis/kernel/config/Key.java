package dev.parvis.kernel.config;

/** Every environment variable that {@link Config} reads, and who sets it. A test holds template.yaml to this list. */
public enum Key {
    PARVIS_TABLE(Origin.TEMPLATE),
    PARVIS_BUCKET(Origin.TEMPLATE),
    PARVIS_BUS(Origin.TEMPLATE),
    PARVIS_PUBLIC_URL(Origin.TEMPLATE),
    PARVIS_MAIL_FROM(Origin.TEMPLATE),
    PARVIS_MAIL_CONFIGURATION_SET(Origin.TEMPLATE),
    PARVIS_MASTER_KEY(Origin.TEMPLATE),
    PARVIS_OWNER(Origin.TEMPLATE),
    PARVIS_LEASE_SECONDS(Origin.TEMPLATE),
    PARVIS_HORIZON_SECONDS(Origin.TEMPLATE),
    PARVIS_POLL_SECONDS(Origin.TEMPLATE),
    PARVIS_QUIET_SECONDS(Origin.TEMPLATE),
    PARVIS_LOOPBACK_ALLOWED(Origin.LOCAL),
    AWS_REGION(Origin.LAMBDA),
    AWS_ACCESS_KEY_ID(Origin.LAMBDA),
    AWS_SECRET_ACCESS_KEY(Origin.LAMBDA),
    AWS_SESSION_TOKEN(Origin.LAMBDA),
    AWS_CONTAINER_CREDENTIALS_FULL_URI(Origin.LAMBDA),
    AWS_ENDPOINT_URL(Origin.LOCAL),
    AWS_ENDPOINT_URL_DYNAMODB(Origin.LOCAL),
    AWS_ENDPOINT_URL_S3(Origin.LOCAL),
    AWS_ENDPOINT_URL_SESV2(Origin.LOCAL),
    AWS_ENDPOINT_URL_EVENTBRIDGE(Origin.LOCAL),
    AWS_ENDPOINT_URL_SSM(Origin.LOCAL),
    AWS_ENDPOINT_URL_KMS(Origin.LOCAL);

    /** Who sets a key. Keys of {@code LOCAL} must never stand in the template. */
    public enum Origin {
        TEMPLATE,
        LAMBDA,
        LOCAL
    }

    private final Origin origin;

    Key(Origin origin) {
        this.origin = origin;
    }

    public Origin origin() {
        return origin;
    }
}
