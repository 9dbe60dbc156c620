package dev.parvis.functions.report.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDObjectReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/**
 * The tree that a screen reader walks: what is a heading, a table cell, a figure with its alternative text. Every piece
 * of content on a page is either marked with an element of this tree or an artifact (ISO 32000-1, 14.7 and 14.8).
 */
final class Structure {
    private static final int WORDS_KEPT = 1000;

    /** Hebrew is the first script, in the order of Unicode, that is set otherwise than it is read. */
    private static final int FIRST_ALTERED = 0x0590;

    private final PDStructureTreeRoot root = new PDStructureTreeRoot();
    private final PDStructureElement top;
    /** By key, as the parent tree wants them: a page's elements in the order of its marks, or a link's element. */
    private final List<COSBase> parents = new ArrayList<>();

    private final Map<PDPage, COSArray> marked = new HashMap<>();

    Structure(PDDocument document) {
        document.getDocumentCatalog().setStructureTreeRoot(root);
        top = new PDStructureElement("Document", root);
        root.appendKid(top);
    }

    PDStructureElement top() {
        return top;
    }

    PDStructureElement child(PDStructureElement parent, String type) {
        PDStructureElement element = new PDStructureElement(type, parent);
        parent.appendKid(element);
        return element;
    }

    /** Keeps the words for a reader where the page holds shaped letters in visual order, or a box for a character. */
    void say(PDStructureElement element, String text) {
        String words = CleanText.words(text.substring(0, Math.min(text.length(), WORDS_KEPT)));
        if (words.codePoints().anyMatch(point -> point >= FIRST_ALTERED && (point < 0x1E00 || point > 0x2BFF))) {
            element.setActualText(words);
        }
    }

    /** A column's header cell. */
    PDStructureElement columnHeader(PDStructureElement row) {
        PDStructureElement header = child(row, "TH");
        PDTableAttributeObject scope = new PDTableAttributeObject();
        scope.setScope(PDTableAttributeObject.SCOPE_COLUMN);
        header.addAttribute(scope);
        return header;
    }

    /** The next number of marked content on a page, which belongs to the element. */
    int mark(PDPage page, PDStructureElement element) {
        COSArray marks = marked.computeIfAbsent(page, this::register);
        int number = marks.size();
        marks.add(element.getCOSObject());
        PDMarkedContentReference reference = new PDMarkedContentReference();
        reference.setMCID(number);
        reference.setPage(page);
        element.appendKid(reference);
        return number;
    }

    private COSArray register(PDPage page) {
        COSArray marks = new COSArray();
        page.setStructParents(parents.size());
        page.getCOSObject().setItem(COSName.getPDFName("Tabs"), COSName.S);
        parents.add(marks);
        return marks;
    }

    /** Ties a link on a page to the element whose text it lies over. */
    void link(PDPage page, PDStructureElement element, PDAnnotationLink annotation) {
        annotation.setStructParent(parents.size());
        parents.add(element.getCOSObject());
        PDObjectReference reference = new PDObjectReference();
        reference.setReferencedObject(annotation);
        reference.getCOSObject().setItem(COSName.PG, page);
        element.appendKid(reference);
    }

    /** Writes the way back from the pages' content to the elements; call it once, after the last mark. */
    void finish() {
        COSArray numbers = new COSArray();
        for (int key = 0; key < parents.size(); key++) {
            numbers.add(COSInteger.get(key));
            numbers.add(parents.get(key));
        }
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, numbers);
        root.setParentTree(new PDNumberTreeNode(tree, PDParentTreeValue.class));
        root.setParentTreeNextKey(parents.size());
    }
}
