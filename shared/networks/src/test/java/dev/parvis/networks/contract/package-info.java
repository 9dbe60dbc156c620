/**
 * What every server of a network must show us: run here against our fakes, and by {@code mvn verify -Preal} against servers
 * written by others.
 */
@NullMarked
package dev.parvis.networks.contract;

import org.jspecify.annotations.NullMarked;
