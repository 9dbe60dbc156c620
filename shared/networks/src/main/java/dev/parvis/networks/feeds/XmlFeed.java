package dev.parvis.networks.feeds;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.jspecify.annotations.Nullable;

/**
 * Reads RSS (0.9x, 1.0, 2.0) and Atom, element by element. Names are taken with the prefixes that the specifications
 * use, bound or not, since feeds in the wild forget to bind them. A DOCTYPE is refused before anything of it is read.
 */
final class XmlFeed {
    private static final int MOST_TEXT = 200_000;
    private static final Map<String, String> ATOM_PREFIXES = Map.of("atom:feed", "atom:", "a:feed", "a:");

    private final XMLStreamReader xml;
    private final int most;
    private final List<Entry> entries = new ArrayList<>();
    private String atomPrefix = "";
    private boolean isAtom;
    private int tooMany;

    /** What was read; {@code tooMany} entries stood beyond the most that are taken. */
    record Read(List<Entry> entries, int tooMany) {}

    private XmlFeed(XMLStreamReader xml, int most) {
        this.xml = xml;
        this.most = most;
    }

    static Read read(String text, int most) throws NotAFeed {
        try {
            var xml = Lazy.FACTORY.createXMLStreamReader(new StringReader(MendedXml.of(text)));
            var feed = new XmlFeed(xml, most);
            feed.root();
            feed.entries();
            return new Read(List.copyOf(feed.entries), feed.tooMany);
        } catch (XMLStreamException broken) {
            var at = broken.getLocation();
            var where = at == null ? "" : " (line " + at.getLineNumber() + ", column " + at.getColumnNumber() + ")";
            throw new NotAFeed("it is not well-formed XML" + where);
        }
    }

    private void root() throws XMLStreamException, NotAFeed {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD -> throw new NotAFeed("it holds a DOCTYPE, which is never read");
                case XMLStreamConstants.START_ELEMENT -> {
                    known(xml.getLocalName());
                    return;
                }
                default -> {}
            }
        }
        throw new NotAFeed("it is empty");
    }

    private void known(String name) throws NotAFeed {
        switch (name) {
            case "rss", "rdf:RDF", "RDF" -> isAtom = false;
            case "feed" -> isAtom = true;
            default -> {
                isAtom = ATOM_PREFIXES.containsKey(name);
                atomPrefix = ATOM_PREFIXES.getOrDefault(name, "");
                if (!isAtom) {
                    throw new NotAFeed(
                            name.equalsIgnoreCase("html")
                                    ? "it is a web page, not a feed"
                                    : "it is XML, but not a feed");
                }
            }
        }
    }

    private void entries() throws XMLStreamException {
        var wanted = isAtom ? atomPrefix + "entry" : "item";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals(wanted)) {
                if (entries.size() >= most) {
                    tooMany++;
                    skip();
                } else {
                    entries.add(entry());
                }
            }
        }
    }

    private Entry entry() throws XMLStreamException {
        var draft = new Entry.Draft();
        attribute("rdf", "about").ifPresent(about -> draft.id(about, true));
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                var name = xml.getLocalName();
                if (isAtom && name.startsWith(atomPrefix)) {
                    atom(name.substring(atomPrefix.length()), draft);
                } else if (isAtom) {
                    skip();
                } else {
                    rss(name, draft);
                }
            }
        }
        return draft.finish();
    }

    private void rss(String name, Entry.Draft draft) throws XMLStreamException {
        switch (name) {
            case "guid" -> {
                var mayBeLink = !attribute("", "isPermaLink").orElse("true").equalsIgnoreCase("false");
                draft.id(text(false), mayBeLink);
            }
            case "title" -> draft.title(text(true));
            case "link" -> draft.link(text(false));
            case "description" -> draft.summary(text(true));
            case "content:encoded" -> draft.content(text(true));
            case "dc:creator" -> draft.author(text(false));
            case "author" -> draft.author(mailless(text(false)));
            case "pubDate" -> draft.published(text(false));
            case "dc:date" -> draft.updated(text(false));
            default -> skip();
        }
    }

    /** RSS authors are {@code mail (Name)}: the address is nobody's business. */
    private static String mailless(String author) {
        var open = author.indexOf('(');
        var close = author.lastIndexOf(')');
        if (open >= 0 && close > open) {
            return author.substring(open + 1, close);
        }
        return author.indexOf('@') >= 0 ? "" : author;
    }

    private void atom(String name, Entry.Draft draft) throws XMLStreamException {
        switch (name) {
            case "id" -> draft.id(text(false), true);
            case "title" -> draft.title(construct());
            case "content" -> draft.content(construct());
            case "summary" -> draft.summary(construct());
            case "published", "issued" -> draft.published(text(false));
            case "updated", "modified" -> draft.updated(text(false));
            case "author" -> author(draft);
            case "link" -> {
                if (attribute("", "rel").orElse("alternate").equals("alternate")) {
                    attribute("", "href").ifPresent(draft::link);
                }
                skip();
            }
            default -> skip();
        }
    }

    /** RFC 4287 §3.1: plain text unless its type says that it is markup. */
    private String construct() throws XMLStreamException {
        var type = attribute("", "type").orElse("text").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "html", "xhtml", "text/html", "application/xhtml+xml" -> text(true);
            default -> escaped(text(false));
        };
    }

    private void author(Entry.Draft draft) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals(atomPrefix + "name")) {
                    draft.author(text(false));
                } else {
                    skip();
                }
            }
        }
    }

    /** The element's text to its end; {@code markup} keeps elements within as the tags they were. */
    private String text(boolean markup) throws XMLStreamException {
        var text = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    append(text, markup ? "<" + xml.getLocalName() + ">" : " ");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    append(text, markup && depth > 0 ? "</" + xml.getLocalName() + ">" : "");
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    append(text, depth > 1 && markup ? escaped(xml.getText()) : xml.getText());
                default -> {}
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String more) {
        text.append(more, 0, Math.min(more.length(), Math.max(0, MOST_TEXT - text.length())));
    }

    private void skip() throws XMLStreamException {
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private Optional<String> attribute(String prefix, String name) {
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            @Nullable String there = xml.getAttributePrefix(i);
            if (name.equals(xml.getAttributeLocalName(i)) && prefix.equals(there == null ? "" : there)) {
                return Optional.of(xml.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The JDK's own factory, whatever lies on the class path; made at first use. */
    private static final class Lazy {
        static final XMLInputFactory FACTORY = factory();

        private static XMLInputFactory factory() {
            var factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, false);
            return factory;
        }
    }
}
