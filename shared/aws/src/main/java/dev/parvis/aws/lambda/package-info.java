/** How Lambda reaches our code: bytes in, one trigger, one line in the log, bytes out. */
@NullMarked
package dev.parvis.aws.lambda;

import org.jspecify.annotations.NullMarked;
