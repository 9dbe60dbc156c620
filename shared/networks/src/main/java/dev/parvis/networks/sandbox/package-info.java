/**
 * The sandbox network (its protocol is told in {@code dev.parvis.fakes.sandbox}): a whole social network that needs no
 * account anywhere, for the demo and for tests. Parvis has every capability on it, so that each way through the house can
 * be walked. Publishing is made safe by a client key that the network takes: sending twice posts once, and the key finds
 * the post again. Tokens live 15 minutes and are renewed with a refresh token; deliveries are signed by Standard Webhooks.
 * Over plain http it is reachable only where the local runner allows its exact address.
 */
@NullMarked
package dev.parvis.networks.sandbox;

import org.jspecify.annotations.NullMarked;
