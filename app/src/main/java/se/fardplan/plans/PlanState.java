package se.fardplan.plans;

/** How far a plan has come (planens läge). */
public enum PlanState {
    /** Being written; only its parties read it. */
    DRAFT,
    /** Every party has agreed; nobody has decided yet. */
    AGREED,
    /** Decided, in force, and for everyone to read. */
    ADOPTED,
    /** In force and being gone through. */
    UNDER_REVIEW,
    /** Over; kept to be read. */
    ENDED;

    public boolean isPublic() {
        return this == ADOPTED || this == UNDER_REVIEW || this == ENDED;
    }

    /** True while it binds its parties. */
    public boolean isInForce() {
        return this == ADOPTED || this == UNDER_REVIEW;
    }

    /** True while what the plan's activities lack may still keep it from being adopted. */
    boolean isBeforeAdoption() {
        return this != ADOPTED && this != ENDED;
    }

    /** True while the plan's words and activities may be changed. */
    public boolean isOpen() {
        return this == DRAFT || this == UNDER_REVIEW;
    }
}
