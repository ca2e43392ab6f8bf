package se.fardplan.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;

/**
 * What someone wants a plan to say (planutkast).
 *
 * <p>Refusals: {@code PLA-020} no title, {@code PLA-021} a day is missing or the last comes before the first, {@code PLA-022} no
 * municipality among the parties.
 *
 * @param parties the codes of the principals, in the order they are shown; for a local plan and a pilot the region is added
 */
public record PlanDraft(
        Shape shape,
        String title,
        String context,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        List<String> parties,
        List<String> others) {

    public PlanDraft {
        parties = List.copyOf(parties);
        others = List.copyOf(others);
    }

    Plan plan(UUID id, @Nullable String region) {
        LocalDate first = from;
        LocalDate last = until;
        if (title.isBlank()) {
            throw new Refusal("PLA-020");
        }
        if (first == null || last == null || last.isBefore(first)) {
            throw new Refusal("PLA-021");
        }
        List<String> signing = signing(region);
        return new Plan(
                id,
                shape,
                title.strip(),
                context.strip(),
                first,
                last,
                PlanState.DRAFT,
                signing.stream().map(Plan.Party::asked).toList(),
                others,
                null,
                null,
                0);
    }

    /** The plan so changed: its state stays, and each party is asked anew. */
    Plan changing(Plan before, @Nullable String region) {
        Plan asNew = plan(before.id(), region);
        return new Plan(
                        before.id(),
                        before.shape(),
                        asNew.title(),
                        asNew.context(),
                        asNew.from(),
                        asNew.until(),
                        before.state(),
                        Stream.concat(
                                        asNew.parties().stream()
                                                .map(party -> before.binds(party.principal())
                                                        ? before.findParty(party.principal())
                                                                .orElseThrow()
                                                        : party),
                                        before.parties().stream()
                                                .filter(party -> party.left() != null
                                                        && asNew.findParty(party.principal())
                                                                .isEmpty()))
                                .toList(),
                        asNew.others(),
                        before.shared(),
                        before.submitted(),
                        before.version())
                .askedAnew();
    }

    private List<String> signing(@Nullable String region) {
        List<String> signing = new ArrayList<>(parties.stream()
                .filter(principal -> !principal.equals(region))
                .distinct()
                .toList());
        if (signing.isEmpty()) {
            throw new Refusal("PLA-022");
        }
        return Stream.concat(signing.stream(), Stream.ofNullable(region)).toList();
    }
}
