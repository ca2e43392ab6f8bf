package se.fardplan.charts;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How wide a text is (textbredd), from the fonts' real advance widths; read once, at the first chart. */
final class TextWidths {

    private static final String TABLE = "advance-widths.txt";
    /** What the renderers may differ by: kerning, rounding, the variable font on pages. */
    private static final double ALLOWANCE = 1.01;

    private static final TextWidths[] FACES = read();

    /** Thousandths of an em by code point; zero where the font has no such character. */
    private final short[] advances = new short[0x2300];

    private TextWidths() {}

    /** The text's width in pixels, a hundredth more than its advances. */
    static double of(String text, Face face, double fontSize) {
        short[] advances = FACES[face.ordinal()].advances;
        int sum = text.codePoints()
                .map(c -> c < advances.length && advances[c] > 0 ? advances[c] : missing(c))
                .sum();
        return sum * fontSize / 1000 * ALLOWANCE;
    }

    /** A soft hyphen takes no room; what the font lacks is drawn by another font, as wide as a capital M. */
    private static int missing(int codePoint) {
        return codePoint == 0xad || Character.getType(codePoint) == Character.NON_SPACING_MARK ? 0 : 900;
    }

    private static TextWidths[] read() {
        TextWidths[] faces = new TextWidths[Face.values().length];
        Arrays.setAll(faces, i -> new TextWidths());
        try (InputStream in = TextWidths.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("The text widths are not on the class path: " + TABLE);
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(parts -> faces[Face.valueOf(parts[0]).ordinal()].take(parts));
        } catch (IOException e) {
            throw new UncheckedIOException("The text widths could not be read: " + TABLE, e);
        }
        return faces;
    }

    private void take(String[] parts) {
        int first = Integer.parseInt(parts[1], 16);
        for (int i = 2; i < parts.length; i++) {
            advances[first + i - 2] = Short.parseShort(parts[i]);
        }
        advances[0xad] = 0;
    }

    /** The faces that charts use. */
    enum Face {
        REGULAR("'Source Sans 3'", 400),
        SEMIBOLD("'Source Sans 3'", 600),
        BOLD("'Source Sans 3'", 700),
        SERIF("'Source Serif 4'", 600);

        final String family;
        final int weight;

        Face(String family, int weight) {
            this.family = family;
            this.weight = weight;
        }
    }
}
