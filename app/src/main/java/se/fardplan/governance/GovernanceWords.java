package se.fardplan.governance;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.fardplan.Texts;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** Bodies and decisions in the reader's words, for one page (styrningens ord). */
final class GovernanceWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Texts.SWEDISH);

    private final Texts texts;
    private final Organisation organisation;
    private final Map<String, Body> bodies;

    GovernanceWords(Texts texts, Organisation organisation, Governance governance) {
        this.texts = texts;
        this.organisation = organisation;
        this.bodies = governance.bodies().stream().collect(Collectors.toMap(Body::code, Function.identity()));
    }

    /** A decision as a list shows it. */
    record Row(
            String day,
            String iso,
            String heading,
            String href,
            String by,
            @Nullable String byHref,
            String paragraph,
            String number,
            String form,
            String outcome) {

        /** Paragraph and number, as one writes a reference; empty where neither is known. */
        String reference() {
            return (paragraph + " " + number).strip();
        }
    }

    Row row(Decision decision) {
        Body body = decision.body() == null ? null : bodies.get(decision.body());
        return new Row(
                day(decision.day()),
                decision.day().toString(),
                decision.heading(),
                decision.address(),
                by(decision),
                body == null ? null : body.address(),
                decision.paragraph() == null ? "" : "§ " + decision.paragraph(),
                decision.registrationNumber() == null ? "" : decision.registrationNumber(),
                texts.of("decision.form." + decision.form()),
                texts.of("decision.outcome." + decision.outcome()));
    }

    /** Who decided: a board of a principal's, a principal, a body, or that the source does not say. */
    String by(Decision decision) {
        Body body = decision.body() == null ? null : bodies.get(decision.body());
        String principal = principal(decision.principal());
        if (body == null) {
            return decision.body() == null ? texts.of("decision.body.unknown") : decision.body();
        }
        if (decision.board() != null) {
            return principal.isEmpty() ? decision.board() : texts.of("decision.board", decision.board(), principal);
        }
        return body.kind() == Body.Kind.PRINCIPALS && !principal.isEmpty() ? principal : body.name();
    }

    String principal(@Nullable String code) {
        return code == null
                ? ""
                : organisation.findPrincipal(code).map(Principal::name).orElse(code);
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }
}
