@NullMarked
package dev.parvis.domain.reports;

import org.jspecify.annotations.NullMarked;
