package dev.parvis.functions.report.pdf;

import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/** What a screen reader walks through: the types of the structure tree in order, and alternative texts. */
final class Outline {
    private Outline() {}

    static List<String> of(PDDocument document) {
        List<String> entries = new ArrayList<>();
        walk(document.getDocumentCatalog().getStructureTreeRoot(), entries);
        return entries;
    }

    private static void walk(PDStructureNode node, List<String> entries) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                entries.add(element.getStructureType());
                if (element.getAlternateDescription() != null) {
                    entries.add("alt: " + element.getAlternateDescription());
                }
                walk(element, entries);
            }
        }
    }
}
