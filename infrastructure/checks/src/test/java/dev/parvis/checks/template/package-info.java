/**
 * The template held to the code and to the plan: what it names exists in the built zips, what it sets is read, each function has
 * what it needs and nothing else, and what is kept cannot be lost by a deployment.
 */
@NullMarked
package dev.parvis.checks.template;

import org.jspecify.annotations.NullMarked;
