package se.fardplan;

/** The number of the last change anyone has made (senaste ändring), in this process or another. */
public interface LastChange {

    /** Grows by every committed change; 0 before the first. */
    long number();
}
