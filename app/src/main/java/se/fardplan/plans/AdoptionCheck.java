package se.fardplan.plans;

import se.fardplan.Refusal;

/** What another room demands of a plan before it is put in force (villkor för beslut). */
public interface AdoptionCheck {

    /** @throws Refusal naming what must come first */
    void demand(Plan plan);
}
