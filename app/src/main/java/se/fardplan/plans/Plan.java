package se.fardplan.plans;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan (plan): what its parties agree to do, and for how long.
 *
 * @param context the conditions it starts from, in the parties' own words; may be empty
 * @param until the last day
 * @param parties the principals that agree to it, in their order; at least one
 * @param others actors beside the principals, who take part but do not sign
 * @param version grows by each change, so that two who change at once are told
 */
public record Plan(
        UUID id,
        Shape shape,
        String title,
        String context,
        LocalDate from,
        LocalDate until,
        PlanState state,
        List<Party> parties,
        List<String> others,
        long version) {

    /**
     * A principal that the plan binds (part).
     *
     * @param principal its code
     * @param agreed the day it agreed; null until then, and once it has withdrawn
     * @param withdrew the day it withdrew its word; null when it has not
     */
    public record Party(
            String principal,
            @Nullable LocalDate agreed,
            @Nullable LocalDate withdrew) {

        Party agreeing(LocalDate day) {
            return new Party(principal, day, null);
        }

        Party withdrawing(LocalDate day) {
            return new Party(principal, null, day);
        }
    }

    public Plan {
        parties = List.copyOf(parties);
        others = List.copyOf(others);
    }

    /** Where its page is. */
    public String href() {
        return "/planera/planer/" + id;
    }

    public boolean binds(@Nullable String principal) {
        return findParty(principal).isPresent();
    }

    Optional<Party> findParty(@Nullable String principal) {
        return parties.stream()
                .filter(party -> party.principal().equals(principal))
                .findFirst();
    }

    /** True once every party has agreed and none has taken back its word. */
    public boolean allAgree() {
        return parties.stream().allMatch(party -> party.agreed() != null);
    }

    /** The plan when what it says is no longer what its parties said yes to. */
    Plan askedAnew() {
        List<Party> after = parties.stream()
                .map(party -> new Party(party.principal(), null, party.withdrew()))
                .toList();
        return new Plan(id, shape, title, context, from, until, state, after, others, version);
    }

    Plan in(PlanState next) {
        return new Plan(id, shape, title, context, from, until, next, parties, others, version);
    }

    Plan with(Party changed) {
        List<Party> after = parties.stream()
                .map(party -> party.principal().equals(changed.principal()) ? changed : party)
                .toList();
        return new Plan(id, shape, title, context, from, until, state, after, others, version);
    }
}
