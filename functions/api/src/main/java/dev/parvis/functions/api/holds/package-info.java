/**
 * Crisis stops: put and released through the API, put from a phone by a link without signing in; what passes while one
 * stands, and what becomes of what it has held.
 */
@NullMarked
package dev.parvis.functions.api.holds;

import org.jspecify.annotations.NullMarked;
