@NullMarked
package dev.parvis.domain.approvals;

import org.jspecify.annotations.NullMarked;
