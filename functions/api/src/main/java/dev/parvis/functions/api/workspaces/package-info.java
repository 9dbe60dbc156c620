/** Workspaces and their members, and who the caller is. */
@NullMarked
package dev.parvis.functions.api.workspaces;

import org.jspecify.annotations.NullMarked;
