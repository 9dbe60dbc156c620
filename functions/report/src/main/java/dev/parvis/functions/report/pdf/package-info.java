/**
 * Sets a report as a PDF that a client would like to receive: a sober head, tiles of key figures, charts, tables, and at
 * the end where each figure came from. Straight on PDFBox, with a small line breaker of our own, because that was
 * measured against openhtmltopdf 1.1.65 on the same rows (120 posts, 40 mentions, three font files; JDK 25, SerialGC,
 * C1; CPU time of the rendering thread, three runs each, 2026-11-21; {@code PdfMeasurement} in the tests repeats ours):
 *
 * <pre>
 *                                           first       warm    peak RSS -Xmx160m / -Xmx256m   jars
 * openhtmltopdf, untagged, tables alone     705–789 ms  180 ms  216 MB / 309 MB                5.3 MB
 * this, tagged, with tiles and charts       490–544 ms   65 ms  190 MB / 207 MB                3.8 MB
 * </pre>
 *
 * openhtmltopdf would also need ICU (14 MB) for Arabic. The zip grows by 11.1 MB: PDFBox 3.8 MB and the five font files
 * 7.2 MB, most of it Chinese; {@code pom.xml} takes only those files out of 42 MB of artifacts.
 *
 * <p>Fonts: Open Sans first; Noto Emoji (in one colour, version 1.05: the 772 characters of Unicode 7, OFL) for emoji; DejaVu
 * Sans for Arabic, Hebrew and symbols; Noto Sans SC for Chinese and Japanese, read only when a text needs it. No Maven artifact
 * with a later emoji font was found, so the emoji of 2016 and after, and scripts such as Hangul or Thai, print as their
 * framed code point and are listed
 * in {@link dev.parvis.functions.report.pdf.Rendered}. No standard PDF font is used: asking for one makes PDFBox scan the
 * machine's fonts. Nothing is drawn by AWT, so the function needs no font configuration.
 *
 * <p>What is written here came from networks: {@link dev.parvis.functions.report.pdf.CleanText} decides what of it is
 * text, every cell is bounded in lines, every table in rows, and no address is opened by us or without the reader.
 * Headings, cells, figures and links are tagged for screen readers; veraPDF finds nothing against PDF/UA-1 in the sample
 * reports, and a test keeps it so. What a machine cannot judge, such as whether a chart's sentence helps, it does not.
 */
@NullMarked
package dev.parvis.functions.report.pdf;

import org.jspecify.annotations.NullMarked;
