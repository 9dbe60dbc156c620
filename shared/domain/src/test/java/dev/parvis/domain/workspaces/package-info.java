@NullMarked
package dev.parvis.domain.workspaces;

import org.jspecify.annotations.NullMarked;
