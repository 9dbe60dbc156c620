/** The publish function's own process, from its zip, killed in its call to a network, step by step and at random; on fakes and on real servers. */
package dev.parvis.checks.killed;
