package se.fardplan.writing;

/** How long a plan is on paper (sidräkning); the room that prints it answers. */
public interface PageCount {

    /** Lays the document out as it would be printed. */
    Length measure(PlanDocument document);

    /**
     * How long a printed plan is.
     *
     * @param pages beside the cover
     * @param linesOver lines past the pages that the template allows; 0 when it keeps within them
     */
    record Length(int pages, int linesOver) {}
}
