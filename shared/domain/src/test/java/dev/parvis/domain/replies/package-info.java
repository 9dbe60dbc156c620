/** Replies' stores in memory, and the contract that they share with the table. */
@org.jspecify.annotations.NullMarked
package dev.parvis.domain.replies;
