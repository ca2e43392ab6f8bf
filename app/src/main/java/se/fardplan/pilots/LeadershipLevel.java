package se.fardplan.pilots;

/** A level of the leadership that principals hold together (systemledningens nivå). */
enum LeadershipLevel {
    LOCAL,
    PART_COUNTY,
    REGIONAL,
    OVERALL
}
