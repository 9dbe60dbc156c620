/** Reports: ordered, listed, opened by a short-lived URL, and the page that a mailed link leads to. */
@NullMarked
package dev.parvis.functions.api.reports;

import org.jspecify.annotations.NullMarked;
