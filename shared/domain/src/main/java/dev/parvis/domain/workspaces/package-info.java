/**
 * A workspace is the tenant: what a freelancer or a team owns. Its id is the first part of every key, and no code path
 * builds a key from a workspace that the caller was not verified for.
 */
@NullMarked
package dev.parvis.domain.workspaces;

import org.jspecify.annotations.NullMarked;
