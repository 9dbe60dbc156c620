/**
 * The table: DynamoDB Local, AWS's own emulator, in this process. It is started without its command line, on a Jetty of
 * ours: its own binds every address of the machine, reports failure to bind on standard error only, keeps non-daemon
 * threads and sends telemetry.
 *
 * <p>What it does not do (measured): items past their time to live stay; throughput limits, point-in-time recovery and
 * deletion protection are not kept; indexes are never behind the table.
 */
@NullMarked
package dev.parvis.emulators.dynamodb;

import org.jspecify.annotations.NullMarked;
