package se.fardplan.reports;

/** Chart drawings made ready for the one renderer of PDF and Word (Batik). */
final class ReportSvg {

    private ReportSvg() {}

    /** The drawing set {@code width} wide, as high as it then becomes in whole px: the PDF's renderer takes no others. */
    static String scaled(ReportBlock.Drawing drawing, int width) {
        long height = Math.round((double) drawing.height() * width / drawing.width());
        return drawing.svg()
                .replaceFirst(" width=\"[\\d.]+\"", " width=\"%d\"".formatted(width))
                .replaceFirst(" height=\"[\\d.]+\"", " height=\"%d\"".formatted(height));
    }

    /**
     * The drawing with each weight of a family as a family of its own: Batik does not choose among the weights of one.
     *
     * <p>Charts name family and weight right after each other with only the size between.
     */
    static String faced(String svg) {
        return svg.replaceAll(
                "font-family=\"'?(Source (?:Sans 3|Serif 4))'?\" (font-size=\"[^\"]*\" )?font-weight=\"600\"",
                "font-family=\"$1 SemiBold\" $2");
    }
}
