package se.fardplan.reports;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** Which characters the report's fonts can draw (tecken): any other would print as a mark in the PDF. */
final class ReportGlyphs {

    private static final List<CmapLookup> FONTS = List.of(
            font("SourceSans3_400Regular.ttf"),
            font("SourceSans3_600SemiBold.ttf"),
            font("SourceSans3_700Bold.ttf"),
            font("SourceSerif4_600SemiBold.ttf"));

    private ReportGlyphs() {}

    /** The characters of {@code text} that some font of the report lacks, each once, with a space between. */
    static String missing(String text) {
        return text.codePoints()
                .distinct()
                .filter(character -> character != '\n' && character != '\r' && character != '\t')
                .filter(character -> FONTS.stream().anyMatch(font -> font.getGlyphId(character) == 0))
                .mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }

    private static CmapLookup font(String file) {
        try {
            return new TTFParser()
                    .parse(new RandomAccessReadBuffer(ReportHtml.bytes("/fonts/" + file)))
                    .getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new IllegalStateException("the font " + file + " cannot be read", e);
        }
    }
}
