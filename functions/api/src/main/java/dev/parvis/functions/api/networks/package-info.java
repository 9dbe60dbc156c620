/** What each network can do, and what connecting to it asks for. */
@NullMarked
package dev.parvis.functions.api.networks;

import org.jspecify.annotations.NullMarked;
