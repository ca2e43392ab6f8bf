package se.fardplan.governance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.Crumb;
import se.fardplan.organisation.Source;

/** What the pages of decisions show (beslutens sidor). */
final class DecisionPages {

    private DecisionPages() {}

    /**
     * Every decision, the latest first.
     *
     * @param latest the latest one's day in words; empty while there is none
     */
    record ListPage(
            String county,
            String latest,
            List<GovernanceWords.Row> decisions,
            List<BodyPages.Done> occasions,
            boolean mayRecord) {}

    /** A fact of a decision. */
    record Fact(String word, String value, @Nullable String href) {}

    /** What someone did to it. */
    record Change(String at, String by, String what, String detail) {}

    /**
     * One decision.
     *
     * @param saved true right after it was recorded or corrected
     * @param route where the question goes next; empty where the body has no route
     * @param correction the address to correct it at; null for those who may not
     * @param changes empty for those who may not see them
     */
    record DecisionPage(
            Decision decision,
            List<Crumb> crumbs,
            boolean saved,
            List<Fact> facts,
            List<String> route,
            List<DecisionTrail.Mark> trail,
            List<Source> sources,
            @Nullable String correction,
            List<Change> changes) {}

    record Choice(String value, String word) {}

    /**
     * The form for a decision.
     *
     * @param action where it is sent
     * @param back where one goes without saving
     * @param error the sentence to mend it by; null when nothing is wrong
     * @param principals empty where no body decides for one principal at a time
     */
    record FormPage(
            String title,
            List<Crumb> crumbs,
            String action,
            String back,
            DecisionForm form,
            @Nullable String error,
            List<Choice> bodies,
            List<Choice> principals,
            List<Choice> forms,
            List<Choice> outcomes) {}
}
