/**
 * What holds the house together, in tests: the arrows between its modules, the template against the code, every sample event
 * through the real runtime client, the five ways on any back end, and real servers. Run after every module is packed, for
 * most of them need the built zips.
 */
@NullMarked
package dev.parvis.checks;

import org.jspecify.annotations.NullMarked;
