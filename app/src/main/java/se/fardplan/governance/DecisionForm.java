package se.fardplan.governance;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * What the form for a decision holds, as it was written (beslutsformulär).
 *
 * @param grupp a body's code
 * @param huvudman a principal's code; blank where the body decides as a whole
 * @param version the decision's, as this user saw it; blank for a new one
 */
record DecisionForm(
        @Nullable String grupp,
        @Nullable String huvudman,
        @Nullable String namnd,
        @Nullable String dag,
        @Nullable String paragraf,
        @Nullable String diarienummer,
        @Nullable String form,
        @Nullable String utfall,
        @Nullable String rubrik,
        @Nullable String version) {

    static DecisionForm blank(String body, LocalDate today) {
        return new DecisionForm(
                body,
                "",
                "",
                today.toString(),
                "",
                "",
                Decision.Form.DECISION.name(),
                Decision.Outcome.APPROVED.name(),
                "",
                "");
    }

    static DecisionForm of(Decision decision) {
        return new DecisionForm(
                decision.body(),
                decision.principal(),
                decision.board(),
                decision.day().toString(),
                decision.paragraph(),
                decision.registrationNumber(),
                decision.form().name(),
                decision.outcome().name(),
                decision.heading(),
                Integer.toString(decision.version()));
    }

    /** @throws Refusal {@code GOV-012} no day, {@code GOV-013} a form or an outcome that is none */
    Decision.Entry entry() {
        return new Decision.Entry(
                text(grupp),
                text(huvudman).isEmpty() ? null : text(huvudman),
                namnd,
                day(),
                paragraf,
                diarienummer,
                word(Decision.Form.class, text(form)),
                word(Decision.Outcome.class, text(utfall)),
                text(rubrik));
    }

    /** True when it says anything of a principal. */
    boolean principals() {
        return !text(huvudman).isEmpty() || !text(namnd).isEmpty();
    }

    int versionNumber() {
        return text(version).matches("\\d{1,9}") ? Integer.parseInt(text(version)) : 0;
    }

    String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(text(dag));
        } catch (DateTimeParseException notADay) {
            throw new Refusal("GOV-012", text(dag));
        }
    }

    private static <E extends Enum<E>> E word(Class<E> kind, String text) {
        return Arrays.stream(kind.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refusal("GOV-013"));
    }
}
