/**
 * What the cloud is, on one machine: servers that speak the protocols the AWS SDK speaks, in one process, on loopback.
 *
 * <p>{@link dev.parvis.emulators.template.Template} reads the deployed system's own {@code template.yaml}; what a
 * server needs to know (the table's indexes, the rules on the bus) comes from there and nowhere else. Nothing here
 * knows what Parvis is about: an emulator that knew the domain would agree with its mistakes.
 */
@NullMarked
package dev.parvis.emulators;

import org.jspecify.annotations.NullMarked;
