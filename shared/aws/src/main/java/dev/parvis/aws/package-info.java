/**
 * How our code reaches AWS: region, endpoints, credentials, one HTTP client and time-outs, all from the environment that
 * {@link dev.parvis.kernel.config.Config} read, and nothing from profile files or instance metadata, whose search costs
 * a cold start its time.
 */
@NullMarked
package dev.parvis.aws;

import org.jspecify.annotations.NullMarked;
