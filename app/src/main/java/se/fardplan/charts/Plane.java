package se.fardplan.charts;

/** Where years and values lie in a trend (diagramyta). */
record Plane(double left, double right, double top, double bottom, int firstYear, int lastYear, Scale scale) {

    private static final double INSET = 12;

    double x(double year) {
        double from = left + INSET;
        double to = right - INSET;
        return firstYear == lastYear
                ? (from + to) / 2 + (year - firstYear) * (to - from) / 2
                : from + (year - firstYear) / (lastYear - firstYear) * (to - from);
    }

    double y(double value) {
        return bottom - scale.share(value) * (bottom - top);
    }
}
