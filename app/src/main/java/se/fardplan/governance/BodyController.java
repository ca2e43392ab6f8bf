package se.fardplan.governance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.governance.BodyPages.Done;
import se.fardplan.governance.BodyPages.Drawn;
import se.fardplan.governance.BodyPages.Group;
import se.fardplan.governance.BodyPages.Item;
import se.fardplan.governance.BodyPages.Step;
import se.fardplan.organisation.Organisation;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.Sheet.Filled;
import se.fardplan.sheets.TakeAway;

/** The county's bodies, and each of them (grupper). */
@Controller
class BodyController {

    private final Governance governance;
    private final BodyStore bodies;
    private final DecisionStore decisions;
    private final Organisation organisation;
    private final Texts texts;

    BodyController(
            Governance governance, BodyStore bodies, DecisionStore decisions, Organisation organisation, Texts texts) {
        this.governance = governance;
        this.bodies = bodies;
        this.decisions = decisions;
        this.organisation = organisation;
        this.texts = texts;
    }

    @Open
    @GetMapping("/strategin/grupper")
    String list(@RequestParam(name = "sok", defaultValue = "") String asked, Model model) {
        GovernanceWords words = words();
        List<Decision> latest = governance.listDecisions();
        List<Item> found = bodies.listDetails().stream()
                .filter(details -> details.body().matches(asked))
                .map(details -> item(details, latest, words))
                .toList();
        boolean narrowed = !asked.isBlank();
        List<Item> leads = narrowed
                ? List.of()
                : found.stream().filter(item -> leadsToday(item.body())).toList();
        List<Item> others = found.stream().filter(item -> !leads.contains(item)).toList();
        model.addAttribute(
                "page",
                new BodyPages.ListPage(
                        organisation.county().name(),
                        asked.strip(),
                        bodies.findLeadership().orElse(null),
                        leads,
                        groups(others),
                        narrowed
                                ? List.of()
                                : bodies.listStructures().stream()
                                        .map(this::drawn)
                                        .toList(),
                        found.size()));
        return "governance/bodies";
    }

    @Open
    @GetMapping("/strategin/grupper.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(
            @PathVariable String ending, @RequestParam(name = "sok", defaultValue = "") String asked) {
        GovernanceWords words = words();
        List<BodyDetails> found = bodies.listDetails().stream()
                .filter(details -> details.body().matches(asked))
                .toList();
        Sheet sheet = Sheet.of(
                texts.of("bodies.title"),
                found,
                details -> details.sources().stream()
                        .map(source -> texts.of("sources.line", source.title(), source.place()))
                        .collect(Collectors.joining("; ")),
                List.of(
                        Filled.text(
                                texts.of("body.code"), details -> details.body().code()),
                        Filled.text(
                                texts.of("body.name"), details -> details.body().name()),
                        Filled.text(
                                texts.of("body.names"),
                                details -> String.join("; ", details.body().otherNames())),
                        Filled.text(
                                texts.of("body.kind"),
                                details ->
                                        texts.of("body.kind." + details.body().kind())),
                        Filled.text(
                                texts.of("body.standing"),
                                details -> texts.of(
                                        "body.standing." + details.body().standing())),
                        Filled.text(
                                texts.of("body.leads"),
                                details -> details.body().systemLeadership() ? texts.of("body.leads.yes") : null),
                        Filled.text(
                                texts.of("body.parent"),
                                details -> governance.nameOf(details.body().parent())),
                        Filled.text(
                                texts.of("body.principal"),
                                details -> words.principal(details.body().principal())),
                        Filled.text(texts.of("body.composition"), details -> String.join("; ", details.composition())),
                        Filled.text(texts.of("body.mandates"), details -> String.join("; ", details.mandates())),
                        Filled.text(texts.of("body.meets"), BodyDetails::meets),
                        Filled.text(texts.of("body.period"), BodyDetails::period)));
        return TakeAway.table(sheet, "grupper", ending);
    }

    /** Any of its names leads to a body; it has one address. */
    @Open
    @GetMapping("/strategin/grupper/{code}")
    String page(@PathVariable String code, @Nullable CurrentUser user, Model model) {
        Body body = governance.body(code).orElseThrow(() -> new NotFound("body " + code));
        if (!body.code().equals(code)) {
            return "redirect:" + UriUtils.encodePath(body.address(), "UTF-8");
        }
        BodyDetails bare = bodies.listDetails().stream()
                .filter(details -> details.body().code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("body " + code));
        GovernanceWords words = words();
        model.addAttribute(
                "page",
                new BodyPages.BodyPage(
                        bare.with(bodies.listSeats(code)),
                        List.of(new Crumb(texts.of("bodies.title"), "/strategin/grupper")),
                        texts.of("body.kind." + body.kind()),
                        standing(body, bare),
                        body.parent() == null ? null : step(body.parent()),
                        words.principal(body.principal()),
                        organisation.listAliases().stream()
                                .filter(alias -> alias.code().equals(code)
                                        && !alias.name().equals(body.name())
                                        && !alias.name().equals(code))
                                .toList(),
                        body.escalation().stream().map(this::step).toList(),
                        governance.bodies().stream()
                                .filter(other -> code.equals(other.parent()))
                                .map(other -> step(other.code()))
                                .toList(),
                        done(code, words),
                        user != null && governance.mayRecord(user, body)));
        return "governance/body";
    }

    private List<Group> groups(List<Item> items) {
        return Arrays.stream(Body.Kind.values())
                .map(kind -> new Group(
                        texts.of("bodies.kind." + kind),
                        items.stream()
                                .filter(item -> item.body().kind() == kind)
                                .toList()))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    private static boolean leadsToday(Body body) {
        return body.systemLeadership() && body.standing() == Body.Standing.CURRENT;
    }

    private Item item(BodyDetails details, List<Decision> latest, GovernanceWords words) {
        Body body = details.body();
        return new Item(
                body,
                names(body).collect(Collectors.joining(", ")),
                details.mandates().isEmpty() ? "" : details.mandates().getFirst(),
                texts.of("body.kind." + body.kind()),
                body.standing() == Body.Standing.CURRENT ? "" : texts.of("body.standing." + body.standing()),
                latest.stream()
                        .filter(decision -> body.code().equals(decision.body()))
                        .findFirst()
                        .map(words::row)
                        .orElse(null));
    }

    /** A code of several parts is the package's own; one of a single part is what people say. */
    private static Stream<String> names(Body body) {
        boolean said = !body.code().contains("-") && !body.code().equalsIgnoreCase(body.name());
        return Stream.concat(said ? Stream.of(body.code()) : Stream.of(), body.otherNames().stream());
    }

    private String standing(Body body, BodyDetails details) {
        return switch (body.standing()) {
            case CURRENT -> body.isAdvisory() ? texts.of("body.advisory") : "";
            case PROPOSED -> texts.of(body.isAdvisory() ? "body.proposed.advisory" : "body.proposed");
            case ENDED ->
                details.period() == null ? texts.of("body.ended") : texts.of("body.ended.period", details.period());
        };
    }

    private Drawn drawn(Leadership.Structure structure) {
        return new Drawn(
                structure,
                structure.chain().stream().map(this::step).toList(),
                structure.escalation().stream().map(this::step).toList(),
                structure.advisory().stream().map(this::step).toList());
    }

    /** A body's name and address by its code; words as they are. */
    private Step step(String codeOrWords) {
        return bodies.listDetails().stream()
                .filter(details -> details.body().code().equals(codeOrWords))
                .findFirst()
                .map(details -> new Step(
                        details.body().name(),
                        details.body().address(),
                        details.mandates().isEmpty() ? "" : details.mandates().getFirst()))
                .orElse(new Step(codeOrWords, null, ""));
    }

    /** What it decided and what else it did, the latest first. */
    private List<Done> done(String code, GovernanceWords words) {
        List<Done> done = new ArrayList<>();
        for (Decision decision : governance.listDecisions()) {
            if (code.equals(decision.body())) {
                GovernanceWords.Row row = words.row(decision);
                done.add(new Done(
                        row.day(),
                        row.iso(),
                        row.heading(),
                        row.href(),
                        Stream.of(row.form(), row.outcome(), row.paragraph(), row.number())
                                .filter(fact -> !fact.isEmpty())
                                .collect(Collectors.joining(" · "))));
            }
        }
        for (Occasion occasion : decisions.listOccasions()) {
            if (code.equals(occasion.body())) {
                done.add(new Done(
                        GovernanceWords.day(occasion.day()),
                        occasion.day().toString(),
                        occasion.text(),
                        null,
                        texts.of("occasion.kind." + occasion.kind())));
            }
        }
        done.sort(Comparator.comparing(Done::iso).reversed());
        return done;
    }

    private GovernanceWords words() {
        return new GovernanceWords(texts, organisation, governance);
    }
}
