package se.fardplan.charts;

/** Where years and values lie in a trend (diagramyta); a single year lies at the right end. */
record Plane(double left, double right, double top, double bottom, int firstYear, int lastYear, Scale scale) {

    private static final double INSET = 12;

    double x(double year) {
        double from = left + INSET;
        double to = right - INSET;
        return firstYear == lastYear
                ? to + (year - firstYear) * (to - from)
                : from + (year - firstYear) / (lastYear - firstYear) * (to - from);
    }

    double y(double value) {
        return bottom - scale.share(value) * (bottom - top);
    }
}
