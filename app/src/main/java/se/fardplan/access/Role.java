package se.fardplan.access;

/** A role on the steering plane (roll). It is held for one organisation, or for the whole county. */
public enum Role {
    /** Systemadministratör: configuration, never content. */
    SYSADMIN,
    /** Länsadministratör: people and units of the whole county. */
    COUNTY_ADMIN,
    /** Huvudmannens administratör: people and units of one organisation. */
    ORGANISATION_ADMIN,
    /** Regional processledare vid RSS. */
    REGIONAL_LEAD,
    /** Utvecklingsledare vid RSS eller vid avdelningen för god och nära vård. */
    DEVELOPMENT_LEAD,
    /** Kommunikatör, gemensam för RSS och regionen. */
    COMMUNICATOR,
    /** Chef för en avdelning i den regionala förvaltningen som stödjer omställningen. */
    DEPARTMENT_HEAD,
    /** Lokal processledare. */
    LOCAL_LEAD,
    /** Enhetschef. */
    UNIT_MANAGER,
    /** Chef i Länschefsnätverket. */
    HEAD,
    /** Förtroendevald. */
    POLITICIAN,
    /** Registrator eller arkivarie. */
    REGISTRAR;

    /** True when its holder may let someone else hold it for a time; an administrator's role is given by administrators alone. */
    public boolean mayBeStoodInFor() {
        return this != SYSADMIN && this != COUNTY_ADMIN && this != ORGANISATION_ADMIN;
    }

    /** True when the role only has a meaning within one organisation. */
    boolean isForOneOrganisation() {
        return this == ORGANISATION_ADMIN || this == LOCAL_LEAD || this == UNIT_MANAGER;
    }
}
