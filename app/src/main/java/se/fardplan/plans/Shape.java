package se.fardplan.plans;

/** What kind of plan it is (plantyp). */
public enum Shape {
    /** The county's own plan of action (regional handlingsplan). */
    REGIONAL,
    /** One municipality or several, with the region's primary care there (lokal plan). */
    LOCAL,
    /** A trial that learns as it goes (pilotplan). */
    PILOT,
    /** Who is told what, when (kommunikationsplan). */
    COMMUNICATION;

    /** True for a plan of the whole county, written by its support and agreed to by every principal. */
    public boolean isCountys() {
        return this == REGIONAL || this == COMMUNICATION;
    }
}
