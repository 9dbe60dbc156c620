/**
 * Files in the one S3 bucket: create-once writes, bounded reads, uploads and downloads by presigned URL.
 */
@NullMarked
package dev.parvis.files;

import org.jspecify.annotations.NullMarked;
