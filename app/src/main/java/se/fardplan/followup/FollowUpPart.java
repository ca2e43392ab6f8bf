package se.fardplan.followup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.followup.ExternalForm.Row;
import se.fardplan.followup.ExternalForm.Source;
import se.fardplan.followup.ExternalForm.View;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.CountyPart;
import se.fardplan.organisation.Entry;
import se.fardplan.organisation.Problems;

/** Reads which forms the county fills in for others (followup.yaml); a package without them is a county that fills in none. */
@Component
@Order(60)
class FollowUpPart implements CountyPart {

    private static final String FILE = "followup.yaml";

    private final FormStore forms;

    FollowUpPart(FormStore forms) {
        this.forms = forms;
    }

    @Override
    public void check(CountyPackage county, Problems problems) {
        read(county, problems);
    }

    @Override
    public void load(CountyPackage county) {
        forms.replace(read(county, new Problems()));
    }

    static List<ExternalForm> read(CountyPackage county, Problems problems) {
        if (!county.has(FILE)) {
            return List.of();
        }
        Set<String> goals = county.has("strategy.yaml")
                ? county.glance("strategy.yaml", root -> {
                    Set<String> codes = new HashSet<>();
                    root.entries("subGoals").forEach(goal -> codes.add(goal.textOr("code", "")));
                    return codes;
                })
                : Set.of();
        return county.read(FILE, problems, root -> {
            Set<String> seen = new HashSet<>();
            return root.entries("forms").stream()
                    .map(entry -> form(entry, seen, goals))
                    .toList();
        });
    }

    private static ExternalForm form(Entry entry, Set<String> seen, Set<String> goals) {
        String code = entry.text("code");
        if (!code.matches("[a-z0-9-]*")) {
            entry.problem(
                    "code",
                    "”%s” kan inte stå i en adress. Skriv små bokstäver, siffror och bindestreck.".formatted(code));
        }
        if (!seen.add(code)) {
            entry.problem("code", "blanketten ”%s” står två gånger. Låt den stå en gång.".formatted(code));
        }
        List<Entry> entries = entry.entries("rows");
        if (entries.isEmpty()) {
            entry.problem("rows", "blanketten ”%s” har inga rader.".formatted(code));
        }
        List<Row> rows = new ArrayList<>();
        for (Entry row : entries) {
            rows.add(row(row, rows.size() + 1, goals));
        }
        return new ExternalForm(code, entry.text("title"), entry.text("receiver"), entry.textOr("note", ""), rows);
    }

    private static Row row(Entry entry, int number, Set<String> goals) {
        List<Source> sources = new ArrayList<>();
        for (String name : entry.texts("from")) {
            Arrays.stream(Source.values())
                    .filter(source -> source.name().equals(name))
                    .findFirst()
                    .ifPresentOrElse(
                            sources::add,
                            () -> entry.problem(
                                    "from",
                                    "”%s” är ingen del av ett svar. Skriv någon av %s."
                                            .formatted(name, Arrays.toString(Source.values()))));
        }
        String goal = entry.textOrNull("subGoal");
        if (goal != null && !goals.contains(goal)) {
            entry.problem("subGoal", "delmålet ”%s” finns inte i strategy.yaml.".formatted(goal));
        }
        return new Row(
                number,
                entry.text("question"),
                sources,
                entry.has("view") ? entry.word("view", View.class) : null,
                goal);
    }
}
