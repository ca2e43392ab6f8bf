package se.fardplan.followup;

/** What was asked together with what was sent about it (inkommet svar). */
public record Reported(Round round, Asked asked, Answer answer) {

    /** Where it stands. */
    public String href() {
        return href(round, asked);
    }

    static String href(Round round, Asked asked) {
        return round.href() + "/svar/" + asked.id();
    }
}
