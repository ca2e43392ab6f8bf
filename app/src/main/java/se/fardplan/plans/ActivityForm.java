package se.fardplan.plans;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * What the form for an activity holds, as it was written (aktivitetsformulär).
 *
 * @param huvudman the owner's code
 * @param enhet the unit's code; blank for the whole organisation
 * @param borjar a {@link PartialDate} in words; blank while the day is not set
 * @param lage a state's name
 * @param marke a mark's name; blank for none
 */
record ActivityForm(
        @Nullable String namn,
        @Nullable String ingress,
        @Nullable String huvudman,
        @Nullable String enhet,
        @Nullable String vilka,
        @Nullable String borjar,
        @Nullable String slutar,
        @Nullable String hur,
        @Nullable String avVem,
        @Nullable String foljsUpp,
        @Nullable List<String> delmal,
        @Nullable List<String> nyckeltal,
        @Nullable String lage,
        @Nullable String marke,
        @Nullable String varfor,
        @Nullable Long version) {

    static ActivityForm blank(String owner) {
        return new ActivityForm(
                "",
                "",
                owner,
                "",
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                Activity.State.PLANNED.name(),
                "",
                "",
                0L);
    }

    static ActivityForm of(Activity activity) {
        Activity.Answers answers = activity.answers();
        return new ActivityForm(
                activity.title(),
                activity.lead(),
                activity.owner(),
                activity.unit(),
                answers.who(),
                words(answers.from()),
                words(answers.until()),
                answers.how(),
                answers.byWhom(),
                answers.followUp(),
                activity.subGoals(),
                activity.keyFigures(),
                activity.state().name(),
                activity.mark() == null ? "" : activity.mark().name(),
                activity.reason(),
                activity.version());
    }

    /** Refuses with {@code PLA-036} what is no date. */
    ActivityDraft draft() {
        return new ActivityDraft(
                text(huvudman),
                text(enhet).isEmpty() ? null : text(enhet),
                text(namn),
                text(ingress),
                new Activity.Answers(text(vilka), date(borjar), date(slutar), text(hur), text(avVem), text(foljsUpp)),
                delmal == null ? List.of() : delmal,
                nyckeltal == null ? List.of() : nyckeltal,
                Arrays.stream(Activity.State.values())
                        .filter(state -> state.name().equals(lage))
                        .findFirst()
                        .orElse(Activity.State.PLANNED),
                Arrays.stream(Activity.Mark.values())
                        .filter(mark -> mark.name().equals(marke))
                        .findFirst()
                        .orElse(null),
                text(varfor));
    }

    long seen() {
        return version == null ? -1 : version;
    }

    boolean has(@Nullable List<String> chosen, String code) {
        return chosen != null && chosen.contains(code);
    }

    private static @Nullable PartialDate date(@Nullable String written) {
        String text = text(written);
        return text.isEmpty() ? null : PartialDate.read(text).orElseThrow(() -> new Refusal("PLA-036", text));
    }

    private static String words(@Nullable PartialDate date) {
        return date == null ? "" : date.words();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }
}
