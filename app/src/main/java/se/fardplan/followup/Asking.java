package se.fardplan.followup;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.organisation.County;
import se.fardplan.organisation.Organisation;
import se.fardplan.plans.Activity;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;

/** What a round asks about: the plans in force in its year, and their activities (det som följs upp). */
@Component
class Asking {

    private final Plans plans;
    private final RoundStore rounds;
    private final Organisation organisation;

    Asking(Plans plans, RoundStore rounds, Organisation organisation) {
        this.plans = plans;
        this.rounds = rounds;
        this.organisation = organisation;
    }

    /**
     * By plan, the plan itself first: what there is, and what has been answered though it is no more. What a closed round
     * asked stays as it was.
     */
    List<Asked> of(Round round) {
        List<Asked> kept = rounds.listAsked(round.id());
        if (round.state() == Round.State.CLOSED) {
            return kept;
        }
        Map<UUID, Asked> asked = new LinkedHashMap<>();
        in(round.year()).forEach(one -> asked.put(one.id(), one));
        kept.forEach(one -> asked.putIfAbsent(one.id(), one));
        Collator swedish = Collator.getInstance(Texts.SWEDISH);
        return asked.values().stream()
                .sorted(Comparator.comparing(Asked::plan, swedish)
                        .thenComparing(Asked::kind, Comparator.reverseOrder())
                        .thenComparing(Asked::title, swedish))
                .toList();
    }

    private Stream<Asked> in(int year) {
        List<Plans.Published> published = plans.listPublished();
        String region = organisation.findCounty().map(County::regionCode).orElse("");
        Stream<Asked> whole = plans.listPublic().stream()
                .filter(plan -> plan.state().isInForce() && goesOnIn(plan, year))
                .map(plan -> of(plan, published, region));
        Stream<Asked> parts = published.stream()
                .filter(one -> one.plan().state().isInForce() && one.goesOnIn(year))
                .map(Asking::of);
        return Stream.concat(whole, parts);
    }

    private static Asked of(Plan plan, List<Plans.Published> published, String region) {
        boolean countys = plan.shape().isCountys();
        List<String> bound = plan.bound().stream().map(Plan.Party::principal).toList();
        List<String> municipalities =
                bound.stream().filter(code -> !code.equals(region)).toList();
        return new Asked(
                plan.id(),
                Asked.Kind.PLAN,
                plan.title(),
                plan.href(),
                plan.title(),
                countys ? List.of() : municipalities.isEmpty() ? bound : municipalities,
                null,
                countys,
                published.stream()
                        .filter(one -> one.plan().id().equals(plan.id()))
                        .flatMap(one -> one.activity().subGoals().stream())
                        .distinct()
                        .toList());
    }

    private static Asked of(Plans.Published published) {
        Activity activity = published.activity();
        return new Asked(
                activity.id(),
                Asked.Kind.ACTIVITY,
                activity.title(),
                activity.href(),
                published.plan().title(),
                List.of(activity.owner()),
                activity.unit(),
                published.plan().shape().isCountys(),
                activity.subGoals());
    }

    private static boolean goesOnIn(Plan plan, int year) {
        return !plan.from().isAfter(LocalDate.of(year, 12, 31)) && !plan.until().isBefore(LocalDate.of(year, 1, 1));
    }
}
