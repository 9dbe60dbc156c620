package dev.parvis.bench.cost;

/**
 * List prices of eu-west-3 in USD, before the free tier, and what is free each month. From AWS's price list API as of
 * 2026-09 unless said otherwise; see https://aws.amazon.com/lambda/pricing, /dynamodb/pricing/on-demand, /eventbridge/pricing,
 * /cloudwatch/pricing.
 */
final class Prices {

    static final double LAMBDA_GB_SECOND = 0.0000133334;
    static final double LAMBDA_REQUEST = 0.20e-6;
    static final double TABLE_WRITE_UNIT = 0.7423e-6;
    static final double TABLE_READ_UNIT = 0.1487e-6;
    static final double SCHEDULER_CALL = 1.20e-6;

    /** Rounded from common knowledge, not from the price list. */
    static final double LOG_GB = 0.60;

    /** A month for each metric that an alarm watches: an alarm on an expression is billed for every metric in it. */
    static final double ALARM_METRIC = 0.10;

    /** A month for each name under each set of dimensions. */
    static final double CUSTOM_METRIC = 0.30;

    /** Rounded from common knowledge, not from the price list. */
    static final double HTTP_API_REQUEST = 1.17e-6;

    static final double EVENT = 1.00e-6;

    static final double FREE_GB_SECONDS = 400_000;
    static final double FREE_LAMBDA_REQUESTS = 1_000_000;
    static final double FREE_SCHEDULER_CALLS = 14_000_000;
    static final double FREE_LOG_GB = 5;
    static final double FREE_ALARM_METRICS = 10;
    static final double FREE_CUSTOM_METRICS = 10;

    private Prices() {}
}
