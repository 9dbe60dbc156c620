/** The function against a real table, real files and a real mailbox, and against ports that break at every call. */
@NullMarked
package dev.parvis.functions.report;

import org.jspecify.annotations.NullMarked;
