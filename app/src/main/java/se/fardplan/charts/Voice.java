package se.fardplan.charts;

/** Whose values these are, which decides line, colour and point (stämma). */
public enum Voice {
    /** The subject, as a rule the county (länet): 4 px solid, filled point, bold name. */
    OWN,
    /** What it is compared with, as a rule the nation (riket): dashed, ring. */
    REFERENCE,
    /** Any other (övriga): thin line, small point. */
    OTHER,
    /** Women (kvinnor): solid, filled point. */
    WOMEN,
    /** Men (män): long dashes, empty square. */
    MEN
}
