package se.fardplan.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.sheets.TakeAway;

/** The county's plans, and which municipality has one (planera). */
@Controller
class PlanListController {

    private final Plans plans;
    private final Spreading spreading;
    private final PlanWords words;
    private final Organisation organisation;
    private final Access access;
    private final PlanSheets sheets;
    private final Texts texts;

    /**
     * The county's plans.
     *
     * @param pilots those that everyone may read
     * @param covered how many municipalities a public local plan covers
     * @param municipalities each with what it has, by name
     */
    record Page(
            int covered,
            int all,
            List<Row> regional,
            List<Row> pilots,
            List<Place> municipalities,
            List<Row> drafts,
            boolean mayWriteLocal,
            boolean mayWriteCountys) {}

    /**
     * @param href null for a plan whose text is its parties' own
     * @param joint with whom, seen from one municipality; empty for a plan of its own
     */
    record Row(String title, @Nullable String href, String state, String parties, String joint, String period) {}

    /** @param pilot true for a pilot municipality */
    record Place(String name, boolean pilot, List<Row> plans) {}

    PlanListController(
            Plans plans,
            Spreading spreading,
            PlanWords words,
            Organisation organisation,
            Access access,
            PlanSheets sheets,
            Texts texts) {
        this.plans = plans;
        this.spreading = spreading;
        this.words = words;
        this.organisation = organisation;
        this.access = access;
        this.sheets = sheets;
        this.texts = texts;
    }

    @Open
    @GetMapping("/planera")
    String page(@Nullable CurrentUser user, Model model) {
        List<Plan> readable = plans.list(user);
        List<Plan> known = plans.listKnown(user);
        List<Principal> municipalities = municipalities();
        model.addAttribute(
                "page",
                new Page(
                        (int) municipalities.stream()
                                .filter(municipality -> ofMunicipality(readable, municipality).stream()
                                        .anyMatch(plan -> plan.state().isPublic()))
                                .count(),
                        municipalities.size(),
                        rows(
                                readable.stream()
                                        .filter(plan -> plan.shape().isCountys())
                                        .toList(),
                                List.of()),
                        rows(
                                readable.stream()
                                        .filter(plan -> plan.shape() == Shape.PILOT
                                                && plan.state().isPublic())
                                        .toList(),
                                List.of()),
                        places(municipalities, readable, known),
                        rows(
                                readable.stream()
                                        .filter(plan -> !plan.shape().isCountys()
                                                && !plan.state().isPublic())
                                        .toList(),
                                known),
                        user != null && access.maySomewhere(user, Act.WRITE_PLAN),
                        user != null && access.may(user, Act.WRITE_COUNTY_PLAN, null)));
        return "plans/plans";
    }

    @Open
    @GetMapping("/planera.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String ending, @Nullable CurrentUser user) {
        return TakeAway.table(
                sheets.plans(places(municipalities(), plans.list(user), plans.listKnown(user))), "planer", ending);
    }

    private List<Principal> municipalities() {
        return organisation.listPrincipals(PlanWords.today()).stream()
                .filter(principal -> principal.kind() == Principal.Kind.MUNICIPALITY)
                .toList();
    }

    private List<Place> places(List<Principal> municipalities, List<Plan> readable, List<Plan> known) {
        Set<String> pilots = spreading.listPiloting();
        return municipalities.stream()
                .map(municipality -> new Place(
                        municipality.name(),
                        pilots.contains(municipality.code()),
                        rows(
                                ofMunicipality(readable, municipality),
                                ofMunicipality(known, municipality),
                                municipality.code())))
                .toList();
    }

    private static List<Plan> ofMunicipality(List<Plan> plans, Principal municipality) {
        return plans.stream()
                .filter(plan -> plan.shape() == Shape.LOCAL && plan.binds(municipality.code()))
                .toList();
    }

    private List<Row> rows(List<Plan> readable, List<Plan> known) {
        return rows(readable, known, null);
    }

    private List<Row> rows(List<Plan> readable, List<Plan> known, @Nullable String seenFrom) {
        List<Row> rows = new ArrayList<>();
        readable.forEach(plan -> rows.add(row(plan, Optional.of(plan.href()), seenFrom)));
        known.forEach(plan -> rows.add(row(plan, Optional.empty(), seenFrom)));
        return rows;
    }

    private Row row(Plan plan, Optional<String> href, @Nullable String seenFrom) {
        return new Row(
                href.isPresent() ? plan.title() : texts.of("plan.own"),
                href.orElse(null),
                words.stateAndSubmission(plan),
                words.parties(plan),
                seenFrom == null ? "" : words.jointWith(plan, seenFrom),
                words.period(plan));
    }
}
