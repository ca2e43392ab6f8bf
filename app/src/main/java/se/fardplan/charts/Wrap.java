package se.fardplan.charts;

import java.util.ArrayList;
import java.util.List;
import se.fardplan.charts.Canvas.Pen;

/** Splits a text into lines that fit (radbrytning): at spaces, hyphens and soft hyphens, last between letters. */
final class Wrap {

    private static final String VOWELS = "aeiouyåäöéAEIOUYÅÄÖÉ";

    private Wrap() {}

    /** The lines, at least one; each no wider than {@code width} where {@code width} holds three letters. */
    static List<String> lines(String text, Pen pen, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : pieces(text, pen, width)) {
            String joined = line + piece;
            if (!line.isEmpty() && pen.widthOf(shown(joined)) > width) {
                lines.add(shown(line));
                line = piece.stripLeading();
            } else {
                line = joined;
            }
        }
        lines.add(shown(line));
        return lines;
    }

    /** A soft hyphen shows only where the line ends in it. */
    private static String shown(String line) {
        String stripped = line.strip();
        boolean hyphen = stripped.endsWith("\u00ad");
        return stripped.replace("\u00ad", "") + (hyphen ? "-" : "");
    }

    /** What may stand alone on a line; words too wide for any line are cut. */
    private static List<String> pieces(String text, Pen pen, double width) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' && !piece.isEmpty()) {
                cut(pieces, piece.toString(), pen, width);
                piece.setLength(0);
            }
            piece.append(c);
            if (c == '-' || c == '\u00ad' || c == '–' || c == '/') {
                cut(pieces, piece.toString(), pen, width);
                piece.setLength(0);
            }
        }
        cut(pieces, piece.toString(), pen, width);
        return pieces;
    }

    private static void cut(List<String> pieces, String piece, Pen pen, double width) {
        String rest = piece;
        while (pen.widthOf(shown(rest)) > width && shown(rest).length() > 3) {
            int at = cutPlace(rest, pen, width);
            pieces.add(rest.substring(0, at) + "\u00ad");
            rest = rest.substring(at);
        }
        pieces.add(rest);
    }

    /** As late as fits, before a consonant that a vowel follows (a syllable's start), with two letters on each side. */
    private static int cutPlace(String word, Pen pen, double width) {
        int longest = 1;
        while (longest + 1 < word.length() && pen.widthOf(shown(word.substring(0, longest + 1)) + "-") <= width) {
            longest++;
        }
        if (Character.isLowSurrogate(word.charAt(longest))) {
            longest = Math.max(2, longest - 1);
        }
        for (int at = Math.min(longest, word.length() - 2); at > 2; at--) {
            boolean consonant = Character.isLetter(word.charAt(at)) && VOWELS.indexOf(word.charAt(at)) < 0;
            if (consonant && VOWELS.indexOf(word.charAt(at + 1)) >= 0) {
                return at;
            }
        }
        return longest;
    }
}
