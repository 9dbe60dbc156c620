/**
 * {@code mvn -Pbench}: measures what is deployed, the built zips, and prints a table for each question: how long a function
 * takes to wake ({@code coldstart}), what it reads and writes ({@code units}), what the suite on one machine holds ({@code
 * memory}), how late a post is ({@code punctuality}), and what the house costs while it sleeps ({@code cost}). The same
 * figures are left as JSON beside the tables, in {@code target/bench.json}.
 *
 * <p>Budgets that do not depend on the machine, units and memory, end the program with status 1 when they are broken. Times
 * depend on who else is using the machine: they are printed with their goal, as medians of interleaved runs, and break
 * nothing.
 *
 * <p>{@code -Dbench.only=coldstart,units} runs some parts, {@code -Dbench.runs=3} takes fewer samples. Two parts are tests of
 * other modules, in the same build: {@code chaos} in functions/publish and {@code killed} in infrastructure/checks.
 */
@NullMarked
package dev.parvis.bench;

import org.jspecify.annotations.NullMarked;
