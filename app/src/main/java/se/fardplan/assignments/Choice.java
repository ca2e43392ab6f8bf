package se.fardplan.assignments;

/** A choice in a form (val). */
record Choice(String value, String word, boolean chosen) {}
