/** The publish function's own process, from its zip, killed in its call to a network, step by step and at random. */
package dev.parvis.checks.killed;
