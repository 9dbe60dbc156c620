/**
 * A brand's sheet: what whoever speaks for the brand has to know. How it sounds and to whom, the house rules of its
 * community, what it speaks about and to what end, what it is called on each network, its hashtags, and how often each
 * channel speaks. It is for the team alone: no client and no network ever sees it.
 */
@NullMarked
package dev.parvis.domain.sheets;

import org.jspecify.annotations.NullMarked;
