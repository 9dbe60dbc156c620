/**
 * One JSON object per line on standard output, and metrics in CloudWatch's embedded format.
 */
@NullMarked
package dev.parvis.kernel.log;

import org.jspecify.annotations.NullMarked;
