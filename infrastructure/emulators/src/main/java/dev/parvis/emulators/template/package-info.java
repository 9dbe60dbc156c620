/**
 * The deployed system as its own {@code template.yaml} says it: parameters, functions with their triggers, the table,
 * the rules. Whoever runs or tests the suite asks here rather than repeating it, so that a function missing from the
 * template, or miswired in it, fails on a laptop and not in an account.
 *
 * <p>The file is read with a safe constructor: CloudFormation's short forms become {@link
 * dev.parvis.emulators.template.Intrinsic} nodes, any other tag is refused, and nothing is ever instantiated by name.
 */
@NullMarked
package dev.parvis.emulators.template;

import org.jspecify.annotations.NullMarked;
