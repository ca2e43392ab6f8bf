package se.fardplan.indicators;

/** Whom a value is about (kön), by Kolada's letter. */
public enum Sex {
    /** All (totalt). */
    T,
    /** Women (kvinnor). */
    K,
    /** Men (män). */
    M
}
