/**
 * A person as a network, for all networks that have no interface, or none yet: what people call it, the account there and
 * who is asked are answers of the channel. Nothing of it is secret; the addresses are sealed all the same, as credentials are,
 * and go with the channel.
 */
@NullMarked
package dev.parvis.networks.assisted;

import org.jspecify.annotations.NullMarked;
