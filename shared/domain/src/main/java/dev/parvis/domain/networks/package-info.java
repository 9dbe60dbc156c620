/**
 * What a social network can be asked, as capabilities. The engine asks for a capability and never for a network by name.
 */
@NullMarked
package dev.parvis.domain.networks;

import org.jspecify.annotations.NullMarked;
