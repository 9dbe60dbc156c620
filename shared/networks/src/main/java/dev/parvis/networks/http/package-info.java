/**
 * What connectors share: a call to a network's server ends in a {@link dev.parvis.networks.http.Reply}, whose kinds are the
 * only ones a capability can act on. A network says in its {@link dev.parvis.networks.http.Dialect} how its errors read;
 * what it means that nothing left, or that something may have, is decided once, here.
 */
@NullMarked
package dev.parvis.networks.http;

import org.jspecify.annotations.NullMarked;
