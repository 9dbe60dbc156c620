/**
 * What makes a zip other bytes on another machine is in none of them: the day of the build, the folder of the checkout, the
 * builder's umask. {@code .ci/parts/reproducible} builds all again elsewhere and compares; this says sooner what it was.
 */
@NullMarked
package dev.parvis.checks.zips;

import org.jspecify.annotations.NullMarked;
