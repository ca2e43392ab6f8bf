package se.fardplan.charts;

/** What kind of value a point has, each drawn with its own shape and word (punktens märke). */
public enum Mark {
    /** A value without reservation. */
    PLAIN(true),
    /** A value that may still change (preliminär): open diamond. */
    PRELIMINARY(true),
    /** A value its source marks as uncertain (osäker): dashed ring. */
    UNCERTAIN(true),
    /** A value typed in, not its source's own (inmatat för hand): square ring around a point. */
    TYPED(true),
    /** Too few behind the value to show it (visas ej): hatched square. */
    SUPPRESSED(false),
    /** The source says that the value is lacking (saknas): cross. */
    MISSING(false),
    /** Not published yet (ej publicerat): empty dotted square. */
    NOT_PUBLISHED(false),
    /** Nobody asked that year (ej undersökt): small dot. */
    NOT_SURVEYED(false),
    /** The question does not concern the place (ej aktuellt): slashed ring. */
    NOT_APPLICABLE(false),
    /** Withdrawn by its source (borttaget): struck bar. */
    REMOVED(false);

    private final boolean valued;

    Mark(boolean valued) {
        this.valued = valued;
    }

    /** True where a value comes with the mark. */
    public boolean valued() {
        return valued;
    }
}
