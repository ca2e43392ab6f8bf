package se.fardplan.pilots;

/** A way in which a pilot is carried out, with activities of its own (strategi). */
record Strategy(String code, String name) {}
