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
    /** See who works where and with which roles. */
    READ_PEOPLE,
    /** Invite people, give and take roles. */
    MANAGE_PEOPLE,
    /** Add, change, merge and close units. */
    MANAGE_UNITS,
    /** Say each year whether a role is still right. */
    REVIEW_GRANTS,
    /** Receive the regional plan for one's unit and say so. */
    RECEIVE_PLAN,
    /** Record what a body has decided. */
    RECORD_DECISION,
    /** Write the plans and activities of one's own organisation. */
    WRITE_PLAN,
    /** Read the drafts of one's own organisation's plans. */
    READ_PLAN_DRAFTS,
    /** Say yes to a plan for one's own organisation. */
    AGREE_PLAN,
    /** Write the county's plan. */
    WRITE_COUNTY_PLAN,
    /** Write some plan: one's own organisation's, or the county's. */
    WRITE_SOME_PLAN,
    /** Begin, end and remind of a round of follow-up, and show good results to everyone. */
    LEAD_ROUND,
    /** Answer in a round for one's own organisation or unit. */
    ANSWER_ROUND,
    /** Lead an assignment: account for it, meet its demands, keep its papers. */
    LEAD_ASSIGNMENT,
    /** Give the word of the county's heads in an assignment: receive accounts, waive demands, answer for its owner. */
    STEER_ASSIGNMENT,
    /** Give the word of a political body: receive its accounts and close the assignment. */
    RECEIVE_FINAL_ACCOUNT,
    /** See how the installation fares, and what to do about it. */
    SEE_OPERATIONS,
    /** See one's own pages once logged in. */
    BE_LOGGED_IN;

    /** True for what is each organisation's own business: a role held for the whole county does not give it. */
    boolean isForOwnOrganisation() {
        return this == WRITE_PLAN || this == READ_PLAN_DRAFTS || this == AGREE_PLAN || this == ANSWER_ROUND;
    }
}
