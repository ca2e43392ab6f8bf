package se.fardplan.plans;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.Scope;
import se.fardplan.desk.Desk;
import se.fardplan.desk.Line;

/** What a plan leaves on whose desk (planens rader på Att göra): a word to give, a step to take, a last day that comes. */
@Component
class PlanLines {

    private final Desk desk;
    private final PlanWords words;
    private final Texts texts;

    PlanLines(Desk desk, PlanWords words, Texts texts) {
        this.desk = desk;
        this.words = words;
        this.texts = texts;
    }

    /** Puts on the desks what the plan waits for now, and takes off what it waited for before. */
    void tell(Plan plan) {
        for (Plan.Party party : plan.parties()) {
            boolean asked = party.left() == null && party.agreed() == null && isUnderWay(plan);
            put(asked, agree(plan, party.principal()));
        }
        put(plan.state() == PlanState.AGREED, line("adopt", Line.Kind.TODO, plan, null, writers(plan)));
        boolean local = plan.shape() == Shape.LOCAL;
        put(
                local && plan.state() == PlanState.ADOPTED && plan.submitted() == null,
                line("submit", Line.Kind.TODO, plan, null, writers(plan)));
        put(plan.state().isInForce(), line("ends", Line.Kind.COMING, plan, plan.until(), writers(plan)));
    }

    /** Lets the county's support know that the plan has been handed in. */
    void tellOfSubmission(Plan plan) {
        desk.put(line("submitted", Line.Kind.NEWS, plan, plan.submitted(), Scope.act(Act.WRITE_COUNTY_PLAN, null)));
    }

    /** Asks one that is no longer a party for nothing. */
    void forget(Plan plan, String principal) {
        desk.done(agree(plan, principal).key());
    }

    /** A draft asks nobody until its parties have shown it to someone else or one of them has said yes. */
    private static boolean isUnderWay(Plan plan) {
        boolean begun = plan.bound().stream().map(Plan.Party::agreed).anyMatch(Objects::nonNull);
        return plan.state() == PlanState.UNDER_REVIEW
                || plan.state() == PlanState.DRAFT && (begun || plan.shared() != null);
    }

    private static Scope writers(Plan plan) {
        return plan.shape().isCountys()
                ? Scope.act(Act.WRITE_COUNTY_PLAN, null)
                : plan.bound().stream()
                        .map(party -> Scope.act(Act.WRITE_PLAN, party.principal()))
                        .reduce(Scope::or)
                        .orElseThrow();
    }

    private Line agree(Plan plan, String principal) {
        Scope scope = Scope.act(Act.AGREE_PLAN, principal);
        return line("agree:" + principal, texts.of("plan.line.agree", plan.title()), Line.Kind.TODO, plan, null, scope);
    }

    private Line line(String what, Line.Kind kind, Plan plan, @Nullable LocalDate day, Scope scope) {
        return line(what, texts.of("plan.line." + what, plan.title()), kind, plan, day, scope);
    }

    private Line line(String what, String sentence, Line.Kind kind, Plan plan, @Nullable LocalDate day, Scope scope) {
        return new Line("plan." + what + ":" + plan.id(), kind, sentence, words.parties(plan), plan.href(), day, scope);
    }

    private void put(boolean waits, Line line) {
        if (waits) {
            desk.put(line);
        } else {
            desk.done(line.key());
        }
    }
}
