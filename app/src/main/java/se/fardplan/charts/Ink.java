package se.fardplan.charts;

/** The charts' colours (färger); contrasts and roles stand in docs/design.md. */
final class Ink {

    static final String INK = "#1b2630";
    static final String INK_2 = "#48545f";
    static final String SILJAN = "#134b6e";
    /** Light to dark, for maps: dark means high. */
    static final String[] SCALE = {"#e6eef3", "#c3d7e4", "#8fb4cb", SILJAN};

    static final String BAND = "#dce8ef";
    static final String PALE_SILJAN = "#c3d7e4";
    static final String BETTER = "#1d6b45";
    static final String WORSE = "#8f450a";
    static final String HELP_LINE = "#7f868c";
    static final String HAIRLINE = "#d9d5ca";
    static final String WHITE = "#ffffff";

    private Ink() {}
}
