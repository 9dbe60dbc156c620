/**
 * Videos looked at before a network is asked to take them. A file is judged by its content, never by its name: MP4 and
 * QuickTime are read box by box (ISO/IEC 14496-12), WebM is known by its first bytes. Nothing is transcoded: what is too
 * large, too long or of another type is said to be so while there is time.
 */
@NullMarked
package dev.parvis.networks.videos;

import org.jspecify.annotations.NullMarked;
