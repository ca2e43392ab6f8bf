package se.fardplan.pilots;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Entry;
import se.fardplan.organisation.Problems;
import se.fardplan.organisation.Source;

/** What this room reads from a county package (pilot.yaml). */
record PilotContent(List<Given> pilots) {

    private static final String FILE = "pilot.yaml";

    /** A pilot with all that its people begin with. */
    record Given(
            String code,
            Pilot pilot,
            String name,
            String owner,
            List<String> parties,
            YearMonth from,
            YearMonth until,
            List<String> preconditions,
            List<NeedLevel> needLevels,
            List<Step> steps,
            List<Strategy> strategies,
            List<Doing> activities) {}

    /** An activity, and where it stands in the pilot; its id is not yet known. */
    record Doing(
            String name, String text, List<String> responsible, YearMonth from, YearMonth until, Placement placement) {}

    static PilotContent read(CountyPackage county, Problems problems) {
        if (!county.has(FILE)) {
            return new PilotContent(List.of());
        }
        Set<String> principals = codes(county, problems, "principals");
        Set<String> bodies = codes(county, problems, "bodies");
        return county.read(
                FILE,
                problems,
                root -> new PilotContent(root.entries("pilots").stream()
                        .map(entry -> new Reader(principals, bodies, entry).read())
                        .toList()));
    }

    private static Set<String> codes(CountyPackage county, Problems problems, String list) {
        return county.glance("organisations.yaml", problems, root -> {
            Set<String> codes = new HashSet<>();
            root.entries(list).forEach(entry -> codes.add(entry.textOr("code", "")));
            return codes;
        });
    }

    private record Reader(Set<String> principals, Set<String> bodies, Entry root) {

        /** Where a month could not be read; the problem is noted. */
        private static final YearMonth NONE = YearMonth.of(2000, 1);

        Given read() {
            List<String> parties = root.texts("parties");
            String owner = root.text("owner");
            known(root, "parties", principals, parties);
            if (!parties.contains(owner)) {
                root.problem("owner", "”%s” är inte en av parterna.".formatted(owner));
            }
            List<NeedLevel> levels =
                    root.entries("needLevels").stream().map(Reader::level).toList();
            List<Step> steps = new ArrayList<>();
            root.entries("steps").forEach(entry -> steps.add(step(entry, Step.Kind.STEP, levels)));
            root.entries("tracks").forEach(entry -> steps.add(step(entry, Step.Kind.TRACK, levels)));
            List<Strategy> strategies = new ArrayList<>();
            List<Doing> activities = new ArrayList<>();
            for (Entry entry : root.entries("strategies")) {
                Strategy strategy = new Strategy(entry.text("code"), entry.text("name"));
                strategies.add(strategy);
                entry.entries("activities").forEach(doing -> activities.add(activity(doing, strategy, steps)));
            }
            String code = root.text("code");
            return new Given(
                    code,
                    pilot(code),
                    root.text("name"),
                    owner,
                    parties,
                    month(root, "from"),
                    month(root, "until"),
                    root.texts("preconditions"),
                    levels,
                    steps,
                    strategies,
                    activities);
        }

        private Pilot pilot(String code) {
            List<String> prestudy = root.texts("prestudyDecidedBy");
            known(root, "prestudyDecidedBy", bodies, prestudy);
            String steering = root.textOrNull("steeringGroup");
            if (steering != null) {
                known(root, "steeringGroup", bodies, List.of(steering));
            }
            return new Pilot(
                    UUID.randomUUID(),
                    code,
                    root.textOr("programme", ""),
                    root.textOr("ownerNote", ""),
                    root.textOr("overlap", ""),
                    root.textOr("learning", ""),
                    root.texts("support"),
                    root.texts("functions"),
                    prestudy,
                    root.textOr("decisionNote", ""),
                    steering,
                    root.sources(),
                    Pilot.State.PLANNED,
                    null,
                    null,
                    "",
                    0);
        }

        private static NeedLevel level(Entry entry) {
            return new NeedLevel(
                    entry.number("number"),
                    entry.number("rank"),
                    entry.text("name"),
                    entry.textOrNull("otherName"),
                    entry.sources());
        }

        private static Step step(Entry entry, Step.Kind kind, List<NeedLevel> levels) {
            YearMonth from = month(entry, "from");
            YearMonth until = month(entry, "until");
            if (until.isBefore(from) && !until.equals(NONE)) {
                entry.problem("until", "steget slutar innan det börjar.");
            }
            List<Integer> starts = entry.numbers("needLevels");
            if (!levels.stream().map(NeedLevel::number).toList().containsAll(starts)) {
                entry.problem("needLevels", "en av behovsnivåerna finns inte i needLevels.");
            }
            return new Step(
                    new UUID(0, 0),
                    entry.text("code"),
                    kind,
                    entry.text("name"),
                    entry.textOr("text", ""),
                    from,
                    until,
                    starts,
                    entry.has("operation") ? month(entry, "operation") : null,
                    entry.textOr("note", ""),
                    entry.sources(),
                    0);
        }

        private static Doing activity(Entry entry, Strategy strategy, List<Step> steps) {
            List<String> serves = entry.texts("steps");
            if (!steps.stream().map(Step::code).toList().containsAll(serves)) {
                entry.problem("steps", "ett av stegen finns inte i steps.");
            }
            List<Source> sources = entry.sources();
            return new Doing(
                    entry.text("name"),
                    entry.text("text"),
                    entry.texts("responsible"),
                    month(entry, "from"),
                    month(entry, "until"),
                    new Placement(
                            new UUID(0, 0),
                            strategy.code(),
                            entry.text("code"),
                            levels(entry),
                            serves,
                            entry.textOr("schedule", ""),
                            entry.textOr("uncertain", ""),
                            entry.texts("notes"),
                            sources,
                            0));
        }

        private static List<LeadershipLevel> levels(Entry entry) {
            List<String> known =
                    Arrays.stream(LeadershipLevel.values()).map(Enum::name).toList();
            List<String> written = entry.texts("leadership");
            if (!known.containsAll(written)) {
                entry.problem("leadership", "välj bland %s.".formatted(String.join(", ", known)));
                return List.of();
            }
            return written.stream().map(LeadershipLevel::valueOf).toList();
        }

        private static YearMonth month(Entry entry, String key) {
            String written = entry.text(key);
            YearMonth month = month(written);
            if (month == null && !written.isEmpty()) {
                entry.problem(key, "”%s” är ingen månad. Skriv den som 2024-03.".formatted(written));
            }
            return Objects.requireNonNullElse(month, NONE);
        }

        private static @Nullable YearMonth month(String written) {
            try {
                return YearMonth.parse(written);
            } catch (DateTimeParseException none) {
                return null;
            }
        }

        private static void known(Entry entry, String key, Set<String> codes, List<String> named) {
            named.stream()
                    .filter(code -> !codes.contains(code))
                    .forEach(code -> entry.problem(key, "”%s” finns inte i organisations.yaml.".formatted(code)));
        }
    }
}
