/** Where a workspace wants to be told by signed webhooks. */
@NullMarked
package dev.parvis.functions.api.endpoints;

import org.jspecify.annotations.NullMarked;
