package dev.parvis.kernel.config;

/** The AWS services whose endpoint the environment may override. */
public enum AwsService {
    DYNAMODB(Key.AWS_ENDPOINT_URL_DYNAMODB),
    S3(Key.AWS_ENDPOINT_URL_S3),
    SESV2(Key.AWS_ENDPOINT_URL_SESV2),
    EVENTBRIDGE(Key.AWS_ENDPOINT_URL_EVENTBRIDGE),
    SSM(Key.AWS_ENDPOINT_URL_SSM),
    KMS(Key.AWS_ENDPOINT_URL_KMS);

    private final Key key;

    AwsService(Key key) {
        this.key = key;
    }

    Key key() {
        return key;
    }
}
