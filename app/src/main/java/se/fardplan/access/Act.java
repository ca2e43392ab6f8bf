package se.fardplan.access;

/** Something a user may or may not do (handling). Who may do what stands in {@link Policy} alone. */
public enum Act {
    /** Read drafts of the annual report and what is not yet published. */
    READ_DRAFTS,
    /** Write an analysis in the annual report. */
    WRITE_ANALYSIS,
    /** Freeze a year's report. */
    FREEZE_REPORT,
    /** Enter a key figure's value by hand. */
    ENTER_VALUE,
    /** Give a key figure that needs verification its Kolada id. */
    VERIFY_KEY_FIGURE,
    /** Import figures from Kolada. */
    IMPORT_FIGURES,
    /** Make accounts and grant roles. */
    MANAGE_USERS,
    /** Read the audit log. */
    READ_AUDIT,
    /** See one's own pages once logged in. */
    BE_LOGGED_IN
}
