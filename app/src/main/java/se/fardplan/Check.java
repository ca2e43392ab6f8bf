package se.fardplan;

import java.util.List;

/**
 * Something of the installation that may go wrong (kontroll), told on the operations page: a bean of this kind is all it
 * takes. Looking is quick, changes nothing and tells no one's name.
 */
public interface Check {

    /** How it fares now; nothing where there is nothing to look at. */
    List<Finding> look();
}
