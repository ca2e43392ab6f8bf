package se.fardplan.assignments;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Entry;
import se.fardplan.organisation.Problems;
import se.fardplan.organisation.Source;

/** What this room reads from a county package (assignments.yaml). */
record AssignmentContent(List<Given> assignments) {

    private static final String FILE = "assignments.yaml";
    private static final Pattern CODE = Pattern.compile("[A-ZÅÄÖ0-9]+(-[A-ZÅÄÖ0-9]+)*");

    /** An assignment with what it demands and is to deliver. */
    record Given(Assignment assignment, List<Demand> demands, List<Delivery> deliveries) {

        /** The same for the same words. */
        String content() {
            return Integer.toHexString(toString().hashCode());
        }
    }

    static AssignmentContent read(CountyPackage county, Problems problems) {
        if (!county.has(FILE)) {
            return new AssignmentContent(List.of());
        }
        Set<String> bodies = county.glance("organisations.yaml", problems, root -> {
            Set<String> codes = new HashSet<>();
            root.entries("bodies").forEach(entry -> codes.add(entry.textOr("code", "")));
            return codes;
        });
        return county.read(
                FILE,
                problems,
                root -> new AssignmentContent(root.entries("assignments").stream()
                        .map(entry -> new Reader(bodies, entry).read())
                        .toList()));
    }

    private static final class Reader {

        private final Set<String> bodies;
        private final Entry root;
        private final String code;
        private final List<Passage> passages = new ArrayList<>();

        Reader(Set<String> bodies, Entry root) {
            this.bodies = bodies;
            this.root = root;
            this.code = code(root);
        }

        Given read() {
            each("background", entry -> words(entry, Passage.Kind.BACKGROUND));
            each("goals", entry -> words(entry, Passage.Kind.GOAL));
            each("history", this::happened);
            each("focus", this::focus);
            each("taskPeriods", this::period);
            each("initiatives", entry -> words(entry, Passage.Kind.INITIATIVE));
            each("quarters", entry -> items(entry, Passage.Kind.QUARTER, entry.text("quarter")));
            each("roles", this::role);
            each("mandates", entry -> items(entry, Passage.Kind.MANDATE, part(entry)));
            each("abbreviations", entry -> words(entry, Passage.Kind.ABBREVIATION));
            each("remarks", entry -> words(entry, Passage.Kind.REMARK));
            Assignment assignment = new Assignment(
                    code,
                    root.text("name"),
                    root.text("purpose"),
                    root.textOrNull("basis"),
                    root.sources(),
                    passages,
                    null,
                    null,
                    0);
            List<Demand> demands =
                    root.entries("demands").stream().map(this::demand).toList();
            List<Delivery> deliveries =
                    root.entries("deliveries").stream().map(this::delivery).toList();
            Set<String> known = new HashSet<>();
            for (Delivery delivery : deliveries) {
                if (delivery.dependsOn() != null && !known.contains(delivery.dependsOn())) {
                    root.problem(
                            "deliveries",
                            "leveransen ”%s” väntar på ”%s”, som inte står före den."
                                    .formatted(delivery.code(), delivery.dependsOn()));
                }
                known.add(delivery.code());
            }
            return new Given(assignment, demands, deliveries);
        }

        private void each(String key, Function<Entry, Passage> read) {
            root.entries(key).stream().map(read).forEach(passages::add);
        }

        private Passage words(Entry entry, Passage.Kind kind) {
            return passage(kind, entry, entry.textOrNull("code"), entry.textOrNull("title"), entry.text("text"));
        }

        private Passage items(Entry entry, Passage.Kind kind, String named) {
            return passage(kind, entry, named, null, null);
        }

        private Passage happened(Entry entry) {
            if (!entry.has("from")) {
                entry.problem("from", "”from” saknas. Skriv dagen som 2025-02-13.");
            }
            return passage(Passage.Kind.HISTORY, entry, null, entry.text("title"), entry.text("text"));
        }

        private Passage focus(Entry entry) {
            return passage(
                    Passage.Kind.FOCUS, entry, entry.textOrNull("code"), entry.text("title"), entry.textOrNull("text"));
        }

        private Passage period(Entry entry) {
            return passage(Passage.Kind.TASK_PERIOD, entry, null, null, entry.text("text"));
        }

        private Passage role(Entry entry) {
            Passage role = items(entry, Passage.Kind.ROLE, part(entry));
            if (role.bodies().isEmpty()) {
                entry.problem("bodies", "rollen har ingen grupp. Skriv gruppens kod.");
            }
            return role;
        }

        private static String part(Entry entry) {
            return entry.word("role", Assignment.Part.class).name();
        }

        private Passage passage(
                Passage.Kind kind, Entry entry, @Nullable String code, @Nullable String title, @Nullable String text) {
            List<String> named = entry.texts("bodies");
            named.forEach(body -> known(entry, "bodies", body));
            List<Source> sources = entry.has("sources") ? entry.sources() : List.of();
            return new Passage(
                    kind,
                    code,
                    title,
                    text,
                    entry.textOrNull("note"),
                    entry.dateOrNull("from"),
                    entry.dateOrNull("until"),
                    named,
                    entry.texts("items"),
                    sources,
                    null);
        }

        private Demand demand(Entry entry) {
            return new Demand(
                    code,
                    code(entry),
                    entry.word("kind", Demand.Kind.class),
                    entry.text("text"),
                    Demand.State.OPEN,
                    "",
                    null,
                    null,
                    null,
                    0);
        }

        private Delivery delivery(Entry entry) {
            String receiver = entry.text("receiver");
            known(entry, "receiver", receiver);
            return new Delivery(
                    code,
                    code(entry),
                    entry.word("kind", Delivery.Kind.class),
                    receiver,
                    entry.text("text"),
                    entry.textOrNull("note"),
                    entry.textOrNull("dependsOn"),
                    entry.dateOrNull("day"),
                    false,
                    null,
                    null,
                    0);
        }

        private void known(Entry entry, String key, String body) {
            if (!body.isEmpty() && !bodies.contains(body)) {
                entry.problem(key, "gruppen ”%s” finns inte i organisations.yaml.".formatted(body));
            }
        }

        private static String code(Entry entry) {
            String code = entry.text("code");
            if (!code.isEmpty() && !CODE.matcher(code).matches()) {
                entry.problem("code", "”%s” kan inte stå i en adress. Skriv den som AP1.".formatted(code));
            }
            return code;
        }
    }
}
