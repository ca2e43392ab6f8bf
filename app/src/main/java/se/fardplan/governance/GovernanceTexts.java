package se.fardplan.governance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.access.Scope;
import se.fardplan.desk.SearchSource;
import se.fardplan.desk.SearchText;
import se.fardplan.organisation.Alias;
import se.fardplan.organisation.Organisation;

/** Bodies by all their names, and what they have decided (styrningens texter). */
@Component
class GovernanceTexts implements SearchSource {

    private final BodyStore bodies;
    private final DecisionStore decisions;
    private final Organisation organisation;

    GovernanceTexts(BodyStore bodies, DecisionStore decisions, Organisation organisation) {
        this.bodies = bodies;
        this.decisions = decisions;
        this.organisation = organisation;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("body", "decision");
    }

    @Override
    public int version() {
        return 1;
    }

    /** A body that is named in the county and described nowhere leads to the list of names. */
    @Override
    public List<SearchText> texts() {
        List<BodyDetails> described = bodies.listDetails();
        Map<String, Body> byCode =
                described.stream().map(BodyDetails::body).collect(Collectors.toMap(Body::code, Function.identity()));
        Stream<SearchText> named = organisation.listAliases().stream()
                .filter(alias -> alias.kind() == Alias.Kind.BODY && !byCode.containsKey(alias.code()))
                .collect(Collectors.groupingBy(Alias::officialName))
                .values()
                .stream()
                .map(GovernanceTexts::text);
        return Stream.of(
                        described.stream().map(GovernanceTexts::text),
                        named,
                        decisions.list().stream().map(decision -> text(decision, name(byCode, decision))))
                .flatMap(texts -> texts)
                .toList();
    }

    private static String name(Map<String, Body> byCode, Decision decision) {
        Body body = decision.body() == null ? null : byCode.get(decision.body());
        return body == null ? "" : body.name();
    }

    private static SearchText text(BodyDetails details) {
        Body body = details.body();
        return new SearchText(
                "body",
                body.address(),
                body.name(),
                SearchText.of(body.code(), String.join(", ", body.otherNames()), String.join(". ", details.mandates())),
                Scope.anyone());
    }

    private static SearchText text(List<Alias> names) {
        Alias first = names.getFirst();
        return new SearchText(
                "body",
                "/namn?q=" + URLEncoder.encode(first.name(), StandardCharsets.UTF_8),
                first.officialName(),
                names.stream().map(Alias::name).distinct().collect(Collectors.joining(", ")),
                Scope.anyone());
    }

    static SearchText text(Decision decision, String body) {
        return new SearchText(
                "decision",
                decision.address(),
                decision.heading(),
                SearchText.of(
                        body,
                        decision.board(),
                        decision.day().toString(),
                        decision.paragraph() == null ? null : "§ " + decision.paragraph(),
                        decision.registrationNumber()),
                Scope.anyone());
    }
}
