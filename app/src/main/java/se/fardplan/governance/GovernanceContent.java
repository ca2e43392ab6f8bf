package se.fardplan.governance;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Entry;
import se.fardplan.organisation.Problems;

/** What this room reads from a county package (governance.yaml, and of organisations.yaml the names of bodies). */
record GovernanceContent(
        @Nullable Leadership leadership,
        List<Leadership.Structure> structures,
        List<BodyDetails> bodies,
        List<Decision> decisions,
        List<Occasion> occasions) {

    private static final String FILE = "governance.yaml";
    private static final Pattern CODE = Pattern.compile("[A-ZÅÄÖ][A-ZÅÄÖ0-9]*(-[A-ZÅÄÖ0-9]+)*");
    private static final GovernanceContent NONE =
            new GovernanceContent(null, List.of(), List.of(), List.of(), List.of());

    /** A body's names, as organisations.yaml has them. */
    private record Named(String name, List<String> others) {}

    static GovernanceContent read(CountyPackage county, Problems problems) {
        if (!county.has(FILE)) {
            return NONE;
        }
        Set<String> principals = new HashSet<>();
        Map<String, Named> names = county.glance("organisations.yaml", problems, root -> {
            root.entries("principals").forEach(entry -> principals.add(entry.textOr("code", "")));
            Map<String, Named> found = new LinkedHashMap<>();
            root.entries("bodies").forEach(entry -> found.put(entry.textOr("code", ""), named(entry)));
            return found;
        });
        return county.read(FILE, problems, root -> new Reader(county.key(), names, principals).read(root));
    }

    private static Named named(Entry entry) {
        return new Named(
                entry.textOr("name", ""),
                entry.entries("aliases").stream()
                        .map(alias -> alias.textOr("name", ""))
                        .toList());
    }

    private static final class Reader {

        private final String county;
        private final Map<String, Named> names;
        private final Set<String> principals;
        private final Map<String, BodyDetails> bodies = new LinkedHashMap<>();
        private final Map<String, UUID> keys = new HashMap<>();

        Reader(String county, Map<String, Named> names, Set<String> principals) {
            this.county = county;
            this.names = names;
            this.principals = principals;
        }

        GovernanceContent read(Entry root) {
            List<Entry> entries = root.entries("bodies");
            entries.forEach(entry -> {
                BodyDetails details = body(entry);
                if (bodies.put(details.body().code(), details) != null) {
                    entry.problem(
                            "code",
                            "gruppen ”%s” står två gånger. Låt den stå en gång."
                                    .formatted(details.body().code()));
                }
            });
            entries.forEach(this::checkLinks);
            if (!bodies.keySet().containsAll(names.keySet())) {
                root.problem(
                        "bodies",
                        "organisations.yaml har grupper som inte beskrivs här: %s. Lägg till dem."
                                .formatted(String.join(
                                        ", ",
                                        names.keySet().stream()
                                                .filter(code -> !bodies.containsKey(code))
                                                .toList())));
            }
            return new GovernanceContent(
                    leadership(root.entry("leadership")),
                    root.entries("structures").stream().map(this::structure).toList(),
                    List.copyOf(bodies.values()),
                    root.entries("decisions").stream().map(this::decision).toList(),
                    root.entries("occasions").stream().map(this::occasion).toList());
        }

        private BodyDetails body(Entry entry) {
            String code = entry.text("code");
            if (!code.isEmpty() && !CODE.matcher(code).matches()) {
                entry.problem("code", "”%s” kan inte stå i en adress. Skriv den som LCHNV-STYR.".formatted(code));
            }
            Named named = names.get(code);
            if (named == null && !code.isEmpty()) {
                entry.problem("code", "gruppen ”%s” finns inte i organisations.yaml.".formatted(code));
            }
            String principal = entry.textOrNull("principal");
            if (principal != null && !principals.contains(principal)) {
                entry.problem("principal", "huvudmannen ”%s” finns inte i organisations.yaml.".formatted(principal));
            }
            Body body = new Body(
                    code,
                    named == null ? code : named.name(),
                    named == null ? List.of() : named.others(),
                    entry.word("kind", Body.Kind.class),
                    entry.has("standing") ? entry.word("standing", Body.Standing.class) : Body.Standing.CURRENT,
                    entry.flag("systemLeadership"),
                    principal,
                    entry.textOrNull("parent"),
                    entry.texts("escalation"),
                    entry.dateOrNull("validTo"));
            return new BodyDetails(
                    body,
                    entry.textOrNull("belongsTo"),
                    entry.texts("composition"),
                    entry.flag("compositionInterpreted"),
                    entry.texts("ledBy"),
                    entry.texts("support"),
                    entry.texts("mandates"),
                    entry.flag("mandatesInterpreted"),
                    entry.textOrNull("meets"),
                    entry.textOrNull("meetsNote"),
                    entry.textOrNull("period"),
                    entry.textOrNull("note"),
                    entry.entries("seats").stream().map(Reader::seat).toList(),
                    entry.sources());
        }

        private static BodyDetails.Seat seat(Entry entry) {
            return new BodyDetails.Seat(
                    entry.textOrNull("seat"),
                    entry.textOrNull("organisation"),
                    entry.text("role"),
                    entry.numberOrNull("count"),
                    entry.flag("adjunct"),
                    entry.textOrNull("from"),
                    entry.textOrNull("until"));
        }

        /** A parent and a route may stand further down in the file. */
        private void checkLinks(Entry entry) {
            String parent = entry.textOrNull("parent");
            if (parent != null && !bodies.containsKey(parent)) {
                entry.problem("parent", "gruppen ”%s” finns inte.".formatted(parent));
            }
            if (parent != null && parent.equals(entry.textOrNull("code"))) {
                entry.problem("parent", "en grupp kan inte höra till sig själv.");
            }
            checkRoute(entry);
        }

        /** Words may stand where there is no body, but not what looks like a code. */
        private void checkRoute(Entry entry) {
            entry.texts("escalation").stream()
                    .filter(step -> CODE.matcher(step).matches() && !bodies.containsKey(step))
                    .forEach(step -> entry.problem("escalation", "gruppen ”%s” finns inte.".formatted(step)));
        }

        private static Leadership leadership(Entry entry) {
            return new Leadership(
                    entry.text("text"),
                    entry.texts("responsibleFor"),
                    entry.texts("mustNotSteer"),
                    entry.texts("shouldConsistOf"),
                    entry.texts("levels"),
                    entry.sources());
        }

        private Leadership.Structure structure(Entry entry) {
            Stream.of("chain", "advisory").forEach(key -> entry.texts(key).forEach(code -> known(entry, key, code)));
            checkRoute(entry);
            return new Leadership.Structure(
                    entry.text("title"),
                    entry.texts("chain"),
                    entry.texts("escalation"),
                    entry.texts("advisory"),
                    entry.sources());
        }

        private Decision decision(Entry entry) {
            String key = entry.text("key");
            UUID id = UUID.nameUUIDFromBytes((county + "/" + key).getBytes(StandardCharsets.UTF_8));
            if (keys.put(key, id) != null) {
                entry.problem("key", "beslutet ”%s” står två gånger.".formatted(key));
            }
            String code = entry.textOrNull("body");
            if (code == null && !entry.has("note")) {
                entry.problem("body", "”body” saknas. Skriv gruppens kod, eller i ”note” varför den är okänd.");
            }
            LocalDate day = day(entry);
            Decision.Form form = entry.word("form", Decision.Form.class);
            Body body = code == null ? null : known(entry, "body", code);
            if (body != null) {
                body.hindrance(form, day)
                        .ifPresent(hindrance -> entry.problem(
                                "body",
                                "gruppen ”%s” kan inte ha gjort det här: %s.".formatted(body.code(), why(hindrance))));
            }
            return new Decision(
                    id,
                    code,
                    body == null ? null : body.principal(),
                    null,
                    day,
                    entry.textOrNull("paragraph"),
                    entry.textOrNull("registrationNumber"),
                    form,
                    entry.word("outcome", Decision.Outcome.class),
                    entry.text("heading"),
                    entry.textOrNull("note"),
                    body == null ? List.of() : inWords(body.escalation()),
                    entry.sources(),
                    0,
                    null,
                    null);
        }

        private static String why(Body.Hindrance hindrance) {
            return switch (hindrance) {
                case ADVISORY -> "den är rådgivande och beslutar inte";
                case PROPOSED -> "den är bara föreslagen";
                case ENDED -> "den hade upphört";
            };
        }

        private List<String> inWords(List<String> route) {
            return route.stream()
                    .map(step ->
                            bodies.containsKey(step) ? bodies.get(step).body().name() : step)
                    .toList();
        }

        private Occasion occasion(Entry entry) {
            String code = entry.text("body");
            known(entry, "body", code);
            return new Occasion(
                    day(entry), code, entry.word("kind", Occasion.Kind.class), entry.text("text"), entry.sources());
        }

        private @Nullable Body known(Entry entry, String key, String code) {
            BodyDetails details = bodies.get(code);
            if (details == null && !code.isEmpty()) {
                entry.problem(key, "gruppen ”%s” finns inte.".formatted(code));
            }
            return details == null ? null : details.body();
        }

        /** A required day; the loader never uses the stand-in, since the missing one is a problem. */
        private static LocalDate day(Entry entry) {
            if (!entry.has("day")) {
                entry.problem("day", "”day” saknas. Skriv ett datum som 2022-07-01.");
            }
            return Objects.requireNonNullElse(entry.dateOrNull("day"), LocalDate.EPOCH);
        }
    }
}
