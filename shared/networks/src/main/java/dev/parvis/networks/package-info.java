/** The social networks, one package each, and the one list of them. */
@NullMarked
package dev.parvis.networks;

import org.jspecify.annotations.NullMarked;
