package se.fardplan.followup;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.fardplan.followup.Answer.Part;
import se.fardplan.followup.Answer.Told;

/**
 * Someone else's form that the county fills in (extern blankett), and what of an answer fills each row of it.
 *
 * @param code its name in addresses
 * @param receiver who asks
 * @param note what to know when filling it in; may be empty
 */
record ExternalForm(String code, String title, String receiver, String note, List<Row> rows) {

    ExternalForm {
        rows = List.copyOf(rows);
    }

    /** What fills a row (källa i svaret). */
    enum Source {
        DONE,
        RESULT,
        LESSONS,
        SUCCESS,
        CHALLENGE,
        AGAIN,
        GOES_ON,
        /** The judgement of the sub-goals. */
        PROGRESS;

        Optional<Part> part() {
            return this == PROGRESS ? Optional.empty() : Optional.of(Part.valueOf(name()));
        }
    }

    /** How care is organised, or how people think and act (perspektiv). */
    enum View {
        STRUCTURE,
        CULTURE
    }

    /**
     * A question of the form.
     *
     * @param question in the county's own words
     * @param sources what fills it; none where it is filled in by hand
     * @param view only answers with this view count; null for all
     * @param subGoal only answers about this sub-goal count; null for all
     */
    record Row(
            int number,
            String question,
            List<Source> sources,
            @Nullable View view,
            @Nullable String subGoal) {

        Row {
            sources = List.copyOf(sources);
        }

        boolean byHand() {
            return sources.isEmpty();
        }

        /** True for what the row asks about at all. */
        boolean isAbout(Asked asked) {
            return !byHand() && (subGoal == null || asked.subGoals().contains(subGoal));
        }

        boolean counts(Asked asked, Told told) {
            return isAbout(asked) && (view == null || (view == View.STRUCTURE ? told.structure() : told.culture()));
        }
    }
}
