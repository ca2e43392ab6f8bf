package se.fardplan.reports;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.HouseTime;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.plans.Plan;
import se.fardplan.plans.PlanCoverage;
import se.fardplan.sheets.Cell;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Filled;
import se.fardplan.strategy.Strategies;
import se.fardplan.strategy.SubGoal;

/** The county in one table (länsmosaik): every principal's activities for every sub-goal, and which plan it has. */
@Component
class CountyMosaic {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Texts.SWEDISH);
    private static final String COUNTY = "";
    private static final String ALL = "*";

    private final PlanCoverage coverage;
    private final Organisation organisation;
    private final Strategies strategies;
    private final Texts texts;

    /**
     * The county in one year.
     *
     * @param active how many municipalities have an activity
     * @param rows the municipalities by name, then the region
     * @param county the same for the county as a whole, where what several do together counts once
     */
    record Page(
            int year,
            int thisYear,
            int active,
            int municipalities,
            List<SubGoal> subGoals,
            List<Row> rows,
            Row county) {

        Page {
            subGoals = List.copyOf(subGoals);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A principal in one year.
     *
     * @param code blank for the county
     * @param plans what plan it has; empty for the county and its region
     * @param counts one for each sub-goal, in their order
     * @param changed when something was last changed; null where nothing goes on, or it is not known
     * @param old true when that is more than a year ago
     */
    record Row(
            String code,
            String name,
            List<Planned> plans,
            List<Integer> counts,
            int all,
            @Nullable String changed,
            boolean old) {

        Row {
            plans = List.copyOf(plans);
            counts = List.copyOf(counts);
        }

        String href() {
            return "/planera/lanet/" + code;
        }
    }

    /** What plan there is, in words. @param href null where there is none, or its text is its parties' own */
    record Planned(String words, @Nullable String href) {}

    CountyMosaic(PlanCoverage coverage, Organisation organisation, Strategies strategies, Texts texts) {
        this.coverage = coverage;
        this.organisation = organisation;
        this.strategies = strategies;
        this.texts = texts;
    }

    /** @param user null for an open visitor, who knows of decided plans alone */
    Page show(int year, @Nullable CurrentUser user) {
        List<SubGoal> goals = strategies.listSubGoals();
        Map<String, PlanCoverage.Cell> cells = new HashMap<>();
        coverage.count(year)
                .forEach(cell -> cells.put(
                        key(
                                Objects.requireNonNullElse(cell.principal(), COUNTY),
                                Objects.requireNonNullElse(cell.subGoal(), ALL)),
                        cell));
        List<PlanCoverage.Known> plans = coverage.listLocal(user, year);
        List<Principal> principals = organisation.listPrincipals(LocalDate.now(HouseTime.SWEDEN));
        Map<String, String> municipalityNames = principals.stream()
                .filter(principal -> principal.kind() == Principal.Kind.MUNICIPALITY)
                .collect(Collectors.toMap(Principal::code, Principal::name));
        List<Row> rows = principals.stream()
                .map(principal -> row(
                        principal.code(),
                        principal.name(),
                        principal.kind() == Principal.Kind.MUNICIPALITY
                                ? planned(principal, plans, municipalityNames, user)
                                : List.of(),
                        goals,
                        cells))
                .toList();
        List<Row> municipalities = rows.stream()
                .filter(row -> municipalityNames.containsKey(row.code()))
                .toList();
        return new Page(
                year,
                coverage.year(),
                (int) municipalities.stream().filter(row -> row.all() > 0).count(),
                municipalities.size(),
                goals,
                rows,
                row(COUNTY, texts.of("mosaic.county"), List.of(), goals, cells));
    }

    private Row row(
            String code, String name, List<Planned> plans, List<SubGoal> goals, Map<String, PlanCoverage.Cell> cells) {
        PlanCoverage.Cell all = cells.get(key(code, ALL));
        LocalDate changed = all == null ? null : all.changed();
        return new Row(
                code,
                name,
                plans,
                goals.stream()
                        .map(goal -> cells.get(key(code, goal.code())))
                        .map(cell -> cell == null ? 0 : cell.activities())
                        .toList(),
                all == null ? 0 : all.activities(),
                changed == null ? null : DAY.format(changed),
                changed != null
                        && Period.between(changed, LocalDate.now(HouseTime.SWEDEN))
                                        .toTotalMonths()
                                >= 12);
    }

    /** No plan, a draft, agreed, decided, and with whom. */
    private List<Planned> planned(
            Principal municipality,
            List<PlanCoverage.Known> plans,
            Map<String, String> names,
            @Nullable CurrentUser user) {
        List<Planned> own = plans.stream()
                .filter(known -> known.plan().binds(municipality.code()))
                .map(known -> new Planned(
                        words(known.plan(), municipality, names),
                        known.readable() ? known.plan().href() : null))
                .toList();
        return own.isEmpty()
                ? List.of(new Planned(texts.of(user == null ? "mosaic.plan.none.open" : "mosaic.plan.none"), null))
                : own;
    }

    private String words(Plan plan, Principal municipality, Map<String, String> names) {
        String with = plan.bound().stream()
                .map(Plan.Party::principal)
                .filter(code -> !code.equals(municipality.code()))
                .flatMap(code -> Stream.ofNullable(names.get(code)))
                .collect(Collectors.joining(", "));
        LocalDate submitted = plan.submitted();
        String alone = texts.of("plan.state." + plan.state());
        String state = submitted == null || plan.state().isPublic()
                ? alone
                : texts.of("plan.state.submitted", alone, DAY.format(submitted));
        return with.isEmpty() ? state : texts.of("mosaic.plan.joint", state, with);
    }

    Sheet sheet(Page page) {
        Stream<Filled<Row>> first = Stream.of(
                Filled.text(texts.of("mosaic.principal"), Row::name),
                Filled.text(
                        texts.of("mosaic.plan"),
                        row -> row.plans().stream().map(Planned::words).collect(Collectors.joining(", "))));
        Stream<Filled<Row>> goals = page.subGoals().stream()
                .map(goal -> Filled.number(
                        goal.name(), row -> count(row, page.subGoals().indexOf(goal))));
        Stream<Filled<Row>> last = Stream.of(
                Filled.number(texts.of("mosaic.all"), row -> new Cell.Whole(row.all())),
                Filled.text(texts.of("mosaic.changed"), Row::changed));
        return Sheet.of(
                texts.of("mosaic.sheet", page.year()),
                Stream.concat(page.rows().stream(), Stream.of(page.county())).toList(),
                row -> texts.of("plans.source"),
                Stream.of(first, goals, last).flatMap(columns -> columns).toList());
    }

    private static Cell count(Row row, int goal) {
        return new Cell.Whole(row.counts().get(goal));
    }

    private static String key(String principal, String goal) {
        return principal + "/" + goal;
    }
}
