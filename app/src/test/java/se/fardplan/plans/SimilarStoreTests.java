package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.TestDatabase;

/** Who else does the same, among the activities of {@code similar-pairs.txt} and {@code similar-others.txt}. */
class SimilarStoreTests {

    private static final int PAIRS = 30;
    private static final int WANTED = 24;

    private final JdbcClient database = TestDatabase.jdbc();
    private final PlanStore plans = new PlanStore(database);
    private final ActivityStore activities = new ActivityStore(database);
    private final Similar similar = new Similar(new SimilarStore(database));

    @Test
    void findsTheOtherOfAPairAmongTheFirstFive() throws IOException {
        Plan plan = plan(PlanState.ADOPTED);
        List<Activity> pairs = read("similar-pairs.txt", plan, 0);
        List<Activity> all = new ArrayList<>(pairs);
        all.addAll(read("similar-others.txt", plan, 1000));
        assertThat(pairs).hasSize(2 * PAIRS);
        assertThat(all.size() - pairs.size()).isGreaterThanOrEqualTo(150);
        similar.learn(plan, all);

        assertThat(missed(pairs, 0)).hasSizeLessThanOrEqualTo(PAIRS - WANTED);
        assertThat(missed(pairs, 1)).hasSizeLessThanOrEqualTo(PAIRS - WANTED);
    }

    /** The titles of those, of each pair the one at {@code side}, whose other was not found. */
    private List<String> missed(List<Activity> pairs, int side) {
        List<String> missed = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            Activity asked = pairs.get(2 * pair + side);
            UUID wanted = pairs.get(2 * pair + 1 - side).id();
            if (similar.find(asked).stream().noneMatch(hit -> hit.activity().equals(wanted))) {
                missed.add(asked.title());
            }
        }
        return missed;
    }

    @Test
    void saysWhyInTheWordsOfTheOther() {
        Plan plan = plan(PlanState.ADOPTED);
        Activity mine = activity(plan, "2034", "Läkemedelsgenomgång | Sköra äldre | Apotekaren läser listan");
        Activity theirs = activity(plan, "2062", "Läkemedelslista hemma | De sköraste | Apotekare går hem");
        similar.learn(plan, List.of(mine, theirs));
        fill(plan, 20);
        assertThat(similar.find(mine)).singleElement().satisfies(hit -> {
            assertThat(hit.activity()).isEqualTo(theirs.id());
            assertThat(hit.shared()).contains("apotekare", "läkemedelslista (läkemedelsgenomgång)");
        });
    }

    @Test
    void findsNothingOfOnesOwnAndNothingThatIsADraft() {
        Plan open = plan(PlanState.ADOPTED);
        Plan draft = plan(PlanState.DRAFT);
        String text = "Hemdialys | Personer med njursvikt | Maskinen ställs upp hemma";
        Activity mine = activity(draft, "2034", text);
        Activity alsoMine = activity(open, "2034", text);
        Activity theirDraft = activity(draft, "2062", text);
        Activity theirs = activity(open, "2085", text);
        similar.learn(open, List.of(alsoMine, theirs));
        similar.learn(draft, List.of(mine, theirDraft));
        fill(open, 30);
        assertThat(similar.find(mine)).extracting(Similar.Hit::activity).containsExactly(theirs.id());
    }

    @Test
    void countsAnActivityOnceHoweverOftenItIsRead() {
        Plan plan = plan(PlanState.ADOPTED);
        Activity one = activity(plan, "2034", "Hemdialys | Njursjuka | Hemma");
        similar.learn(plan, List.of(one));
        similar.learn(plan, List.of(one));
        similar.learn(
                plan,
                List.of(new Activity(
                        one.id(),
                        one.plan(),
                        one.owner(),
                        null,
                        "Ögonbottenfoto",
                        "",
                        one.answers(),
                        List.of(),
                        List.of(),
                        one.state(),
                        null,
                        "",
                        1)));
        assertThat(count("")).isEqualTo(1);
        assertThat(count("hemdi~")).isZero();
        assertThat(count("ögonb~")).isEqualTo(1);
    }

    private int count(String token) {
        return database.sql("select activities from plans.token where token = :token")
                .param("token", token)
                .query(Integer.class)
                .single();
    }

    /** Others, so that words two of them share are rare. */
    private void fill(Plan plan, int count) {
        List<Activity> others = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            others.add(activity(plan, "2029", "Annat " + "abcdefghijklmnopqrstuvwxyzåäöabc".charAt(number) + "lpha"));
        }
        similar.learn(plan, others);
    }

    private List<Activity> read(String file, Plan plan, int first) throws IOException {
        List<Activity> read = new ArrayList<>();
        try (InputStream text = Objects.requireNonNull(getClass().getResourceAsStream("/plans/" + file))) {
            for (String line : new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    read.add(activity(plan, Integer.toString(first + read.size()), line));
                }
            }
        }
        return Collections.unmodifiableList(read);
    }

    /** @param line title, who, how, by whom and follow-up, with bars between */
    private Activity activity(Plan plan, String owner, String line) {
        String[] parts = (line + "| | | | ").split("\\|");
        Activity activity = new Activity(
                UUID.randomUUID(),
                plan.id(),
                owner,
                null,
                parts[0].strip(),
                "",
                new Activity.Answers(
                        parts[1].strip(), null, null, parts[2].strip(), parts[3].strip(), parts[4].strip()),
                List.of(),
                List.of(),
                Activity.State.STARTED,
                null,
                "",
                0);
        activities.save(activity);
        return activity;
    }

    private Plan plan(PlanState state) {
        Plan plan = new Plan(
                UUID.randomUUID(),
                Shape.LOCAL,
                "Plan",
                "",
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 12, 31),
                state,
                List.of(Plan.Party.asked("2034")),
                List.of(),
                null,
                null,
                0);
        plans.save(plan);
        return plan;
    }
}
