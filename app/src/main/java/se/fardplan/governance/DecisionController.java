package se.fardplan.governance;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Crumb;
import se.fardplan.HouseTime;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.governance.DecisionPages.Change;
import se.fardplan.governance.DecisionPages.Fact;
import se.fardplan.organisation.Organisation;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Filled;
import se.fardplan.sheets.TakeAway;

/** What has been decided, and each decision (beslut). */
@Controller
class DecisionController {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm");

    private final Governance governance;
    private final DecisionStore decisions;
    private final Organisation organisation;
    private final Access access;
    private final Texts texts;
    private final ObjectProvider<DecisionTrail> trails;

    DecisionController(
            Governance governance,
            DecisionStore decisions,
            Organisation organisation,
            Access access,
            Texts texts,
            ObjectProvider<DecisionTrail> trails) {
        this.governance = governance;
        this.decisions = decisions;
        this.organisation = organisation;
        this.access = access;
        this.texts = texts;
        this.trails = trails;
    }

    @Open
    @GetMapping("/strategin/beslut")
    String list(@Nullable CurrentUser user, Model model) {
        GovernanceWords words = words();
        List<GovernanceWords.Row> rows =
                governance.listDecisions().stream().map(words::row).toList();
        model.addAttribute(
                "page",
                new DecisionPages.ListPage(
                        organisation.county().name(),
                        rows.isEmpty() ? "" : rows.getFirst().day(),
                        rows,
                        decisions.listOccasions().stream().map(this::done).toList(),
                        user != null
                                && access.maySomewhere(user, Act.RECORD_DECISION)
                                && governance.bodies().stream().anyMatch(body -> governance.mayRecord(user, body))));
        return "governance/decisions";
    }

    private BodyPages.Done done(Occasion occasion) {
        Body body = governance.body(occasion.body()).orElse(null);
        return new BodyPages.Done(
                GovernanceWords.day(occasion.day()),
                occasion.day().toString(),
                occasion.text(),
                body == null ? null : body.address(),
                texts.of(
                        "occasion.by",
                        texts.of("occasion.kind." + occasion.kind()),
                        body == null ? occasion.body() : body.name()));
    }

    @Open
    @GetMapping("/strategin/beslut.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String ending) {
        GovernanceWords words = words();
        Sheet sheet = Sheet.of(
                texts.of("decisions.title"),
                governance.listDecisions(),
                this::source,
                List.of(
                        Filled.text(texts.of("decision.day"), Decision::day),
                        Filled.text(texts.of("decision.heading"), Decision::heading),
                        Filled.text(texts.of("decision.by"), words::by),
                        Filled.text(texts.of("decision.paragraph"), Decision::paragraph),
                        Filled.text(texts.of("decision.number"), Decision::registrationNumber),
                        Filled.text(
                                texts.of("decision.form"), decision -> texts.of("decision.form." + decision.form())),
                        Filled.text(
                                texts.of("decision.outcome"),
                                decision -> texts.of("decision.outcome." + decision.outcome())),
                        Filled.text(texts.of("decision.route"), decision -> String.join(" → ", decision.escalation())),
                        Filled.text(texts.of("decision.note"), Decision::note)));
        return TakeAway.table(sheet, "beslut", ending);
    }

    private String source(Decision decision) {
        return decision.isFromPackage()
                ? decision.sources().stream()
                        .map(source -> texts.of("sources.line", source.title(), source.place()))
                        .collect(Collectors.joining("; "))
                : texts.of("decision.source.here");
    }

    @Open
    @GetMapping("/strategin/beslut/{id:[0-9a-f-]{36}}")
    String page(
            @PathVariable String id,
            @RequestParam(name = "sparat", required = false) @Nullable String saved,
            @Nullable CurrentUser user,
            Model model) {
        Decision decision = find(governance, id);
        boolean mayCorrect = user != null && governance.mayCorrect(user, decision);
        model.addAttribute(
                "page",
                new DecisionPages.DecisionPage(
                        decision,
                        crumbs(texts),
                        saved != null && mayCorrect,
                        facts(decision),
                        decision.escalation(),
                        trails.orderedStream()
                                .flatMap(trail -> trail.marks(decision.id(), user).stream())
                                .toList(),
                        decision.sources(),
                        mayCorrect ? decision.address() + "/rattelse" : null,
                        mayCorrect ? changes(decision) : List.of()));
        return "governance/decision";
    }

    static Decision find(Governance governance, String id) {
        UUID wanted;
        try {
            wanted = UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw new NotFound("decision " + id);
        }
        return governance.decisions(List.of(wanted)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("decision " + id));
    }

    static List<Crumb> crumbs(Texts texts) {
        return List.of(
                new Crumb(texts.of("bodies.title"), "/strategin/grupper"),
                new Crumb(texts.of("decisions.title"), "/strategin/beslut"));
    }

    private List<Fact> facts(Decision decision) {
        GovernanceWords.Row row = words().row(decision);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(texts.of("decision.by"), row.by(), row.byHref()));
        facts.add(new Fact(texts.of("decision.day"), row.day(), null));
        facts.add(new Fact(texts.of("decision.form"), row.form(), null));
        facts.add(new Fact(texts.of("decision.outcome"), row.outcome(), null));
        facts.add(new Fact(texts.of("decision.paragraph"), known(row.paragraph()), null));
        facts.add(new Fact(texts.of("decision.number"), known(row.number()), null));
        return facts;
    }

    private String known(String text) {
        return text.isEmpty() ? texts.of("decision.unknown") : text;
    }

    private List<Change> changes(Decision decision) {
        return access.listTraces(Governance.subject(decision.id())).stream()
                .map(trace -> new Change(
                        MOMENT.format(trace.at().atZone(HouseTime.SWEDEN)),
                        trace.by(),
                        texts.of("log.act." + trace.act()),
                        trace.detail()))
                .toList();
    }

    private GovernanceWords words() {
        return new GovernanceWords(texts, organisation, governance);
    }
}
