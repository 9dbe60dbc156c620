@NullMarked
package dev.parvis.networks.originals;

import org.jspecify.annotations.NullMarked;
