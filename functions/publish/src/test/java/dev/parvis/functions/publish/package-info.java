/**
 * The engine against ports in memory and a network that can be told how to fail, one story at a time; and, in
 * {@link dev.parvis.functions.publish.ChaosTest}, on a virtual clock through thousands of stories that a seed makes up.
 *
 * <p>There a {@link dev.parvis.functions.publish.Trial} is a few targets on simulated accounts, a wake-up in each minute, and
 * {@link dev.parvis.functions.publish.Mischief}; a {@link dev.parvis.functions.publish.Timeline} lets one task run at a
 * time, and a {@link dev.parvis.functions.publish.Verdict} counts what stands on the network against what the table and the
 * audit trail say. A {@link dev.parvis.functions.publish.Mutant} is an engine that must be found out. What the network is
 * held to is what it declares: it may act on a request and list the post as late as its quiet time says, no later, and no
 * process stands still for longer than that between deciding to send and sending.
 */
package dev.parvis.functions.publish;
