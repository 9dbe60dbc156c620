/**
 * Read and write units per piece of work, in DynamoDB's own count, of the functions as they are built: a proxy in front of
 * DynamoDB Local asks for the consumed capacity with every request and keeps a ledger. Two things DynamoDB leaves out of
 * its count are added: a failed condition costs the size of the row it failed on, and a read that finds nothing half a unit.
 *
 * <p>Functions run one at a time, so that what stands in the ledger after a run is what that run consumed; the row's key
 * says what it was for. Creation, the audit trail, notices to people and the look at the agenda itself are listed apart.
 */
@NullMarked
package dev.parvis.bench.units;

import org.jspecify.annotations.NullMarked;
