package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One parsed font file: which characters it has and how wide they are, in ems. */
final class Typeface {
    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final float unitsPerEm;

    private Typeface(TrueTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    static Typeface load(FontFile file) {
        try (var in = Typeface.class.getResourceAsStream(file.resource())) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the font " + file.resource());
            }
            byte[] bytes = in.readAllBytes();
            if (file == FontFile.HAN) {
                HanCharacters.withoutRadicals(bytes);
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
            // Ligatures change widths that the line breaker has already measured.
            font.setEnableGsub(false);
            return new Typeface(font);
        } catch (IOException e) {
            throw new UncheckedIOException("read the font " + file.resource(), e);
        }
    }

    boolean has(int codePoint) {
        return characters.getGlyphId(codePoint) > 0;
    }

    float advance(int codePoint) {
        try {
            return font.getAdvanceWidth(characters.getGlyphId(codePoint)) / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException("measure U+" + Integer.toHexString(codePoint), e);
        }
    }

    TrueTypeFont font() {
        return font;
    }
}
