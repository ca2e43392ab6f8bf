package se.fardplan.organisation;

/** What sort of unit or actor it is (enhetstyp); its word is the message {@code unit.kind.<name>}. */
public enum UnitKind {
    ADMINISTRATION,
    DEPARTMENT,
    SUPPORT,
    CARE_CENTRE,
    HOSPITAL_UNIT,
    HOME_NURSING,
    HOME_CARE,
    RESIDENTIAL_CARE,
    DISABILITY_SUPPORT,
    REHABILITATION,
    SCHOOL,
    YOUTH_CLINIC,
    OCCUPATIONAL_HEALTH,
    CIVIL_SOCIETY,
    STATE_AUTHORITY,
    PRIVATE_PROVIDER,
    OTHER
}
