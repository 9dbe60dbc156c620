/**
 * Our folder store, in a package of this name because S3Proxy tells what a store can do, such as honouring
 * {@code If-None-Match} on a write, by whether ".nio2blob." stands in its class's name.
 */
@NullMarked
package dev.parvis.emulators.s3.nio2blob;

import org.jspecify.annotations.NullMarked;
