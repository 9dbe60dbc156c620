/**
 * Our connectors against servers written by others: the contract that our fakes pass, on the real Bluesky network and on a real
 * Mastodon-API server. Fakes answer what we believe; these answer what is so.
 *
 * <p>{@code infrastructure/realnet} installs and starts the servers and says where they are; {@code mvn verify -Preal} runs these
 * tests and no others. Without the servers they fail: a test that passes on nothing says nothing.
 */
@NullMarked
package dev.parvis.checks.real;

import org.jspecify.annotations.NullMarked;
