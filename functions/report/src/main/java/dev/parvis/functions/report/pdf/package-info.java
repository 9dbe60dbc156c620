/** Sets a report as a PDF, straight on PDFBox. */
@NullMarked
package dev.parvis.functions.report.pdf;

import org.jspecify.annotations.NullMarked;
