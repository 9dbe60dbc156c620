/**
 * A series says the same thing again and again: a rule of RFC 5545, the wall clock and the zone it holds in, and what is
 * said from which day on. Its posts are made two weeks ahead, each under an id that its series and its wall clock make,
 * so that making them twice, or dying in between, makes nothing twice; from then on they are posts like any other, and
 * what a person changes on one of them stays. The series' row is work of the agenda, claimed once a day: every change of
 * the series is settled with the posts that are there already, and raises the fence, so that nobody settles what was.
 */
@NullMarked
package dev.parvis.domain.series;

import org.jspecify.annotations.NullMarked;
