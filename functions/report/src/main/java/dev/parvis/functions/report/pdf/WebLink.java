package dev.parvis.functions.report.pdf;

import java.net.URI;
import java.net.URISyntaxException;

import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;

/** A place on a page that opens a web page when the reader asks for it. Nothing else is ever opened: no file, no script. */
final class WebLink {
    private static final int LONGEST = 2000;

    private WebLink() {}

    static boolean isSafe(String url) {
        if (url.isEmpty() || url.length() > LONGEST) {
            return false;
        }
        try {
            URI uri = new URI(url);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static PDAnnotationLink over(float x, float top, float width, float height, String url) {
        PDAnnotationLink annotation = new PDAnnotationLink();
        annotation.setRectangle(new PDRectangle(x, Paper.HEIGHT - top - height, width, height));
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        annotation.setBorderStyle(none);
        PDActionURI action = new PDActionURI();
        action.setURI(URI.create(url).toASCIIString());
        annotation.setAction(action);
        annotation.setContents(url);
        annotation.setPrinted(true);
        return annotation;
    }
}
