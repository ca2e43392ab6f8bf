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
 * @param shared the day its text was shown to the county's support; null while its parties keep it to themselves
 * @param submitted the day it was last handed in to the county; null until then
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
        @Nullable LocalDate shared,
        @Nullable LocalDate submitted,
        long version) {

    /**
     * A principal that the plan binds (part).
     *
     * @param principal its code
     * @param agreed the day it agreed; null until then, and once it has withdrawn
     * @param withdrew the day it withdrew its word; null when it has not
     * @param left the day it left the plan, which goes on without it; null while it takes part
     */
    public record Party(
            String principal,
            @Nullable LocalDate agreed,
            @Nullable LocalDate withdrew,
            @Nullable LocalDate left) {

        static Party asked(String principal) {
            return new Party(principal, null, null, null);
        }

        Party agreeing(LocalDate day) {
            return new Party(principal, day, null, null);
        }

        Party withdrawing(LocalDate day) {
            return new Party(principal, null, day, null);
        }

        Party leaving(LocalDate day) {
            return new Party(principal, null, null, day);
        }

        private Party askedAnew() {
            return new Party(principal, null, withdrew, left);
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

    /** True for a party that has not left. */
    public boolean binds(@Nullable String principal) {
        return findParty(principal).filter(party -> party.left() == null).isPresent();
    }

    /** The parties that have not left, in their order. */
    public List<Party> bound() {
        return parties.stream().filter(party -> party.left() == null).toList();
    }

    Optional<Party> findParty(@Nullable String principal) {
        return parties.stream()
                .filter(party -> party.principal().equals(principal))
                .findFirst();
    }

    /** True once every party has agreed and none has taken back its word. */
    public boolean allAgree() {
        return bound().stream().allMatch(party -> party.agreed() != null);
    }

    /** The plan when what it says is no longer what its parties said yes to. */
    Plan askedAnew() {
        return with(parties.stream().map(Party::askedAnew).toList());
    }

    Plan in(PlanState next) {
        return new Plan(id, shape, title, context, from, until, next, parties, others, shared, submitted, version);
    }

    Plan with(Party changed) {
        return with(parties.stream()
                .map(party -> party.principal().equals(changed.principal()) ? changed : party)
                .toList());
    }

    Plan sharedOn(LocalDate day) {
        return new Plan(id, shape, title, context, from, until, state, parties, others, day, submitted, version);
    }

    Plan submittedOn(LocalDate day) {
        return new Plan(id, shape, title, context, from, until, state, parties, others, shared, day, version);
    }

    private Plan with(List<Party> after) {
        return new Plan(id, shape, title, context, from, until, state, after, others, shared, submitted, version);
    }
}
