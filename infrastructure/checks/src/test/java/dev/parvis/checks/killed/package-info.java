/** The publish function's own process, from its zip, killed in the middle of its call to a network. */
package dev.parvis.checks.killed;
