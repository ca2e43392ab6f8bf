package se.fardplan.plans;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the benchmarks reach of the plans' room: the county counted, and activities learnt and compared. */
public final class PlanFaces {

    /** What lies behind the county's table. */
    public static final List<String> MUNICIPALITIES = List.of(
            "2021", "2023", "2026", "2029", "2031", "2034", "2039", "2061", "2062", "2080", "2081", "2082", "2083",
            "2084", "2085");

    private static final int AT_ONCE = 250;

    private final CoverageStore coverage;
    private final SimilarStore tokens;
    private final Similar similar;

    public PlanFaces(DataSource source) {
        JdbcClient database = JdbcClient.create(source);
        this.coverage = new CoverageStore(database);
        this.tokens = new SimilarStore(database);
        this.similar = new Similar(tokens);
    }

    /** How many cells the county has in {@code year}. */
    public int count(int year) {
        return coverage.count(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), MUNICIPALITIES)
                .size();
    }

    /** An activity of a plan, with its words. */
    public record Said(UUID id, UUID plan, String owner, String title, String how) {

        Activity activity() {
            return new Activity(
                    id,
                    plan,
                    owner,
                    null,
                    title,
                    "",
                    new Activity.Answers("", null, null, how, "", ""),
                    List.of(),
                    List.of(),
                    Activity.State.STARTED,
                    null,
                    "",
                    1);
        }
    }

    /** Learns the words of activities that everyone may read. */
    public void learn(List<Said> all) {
        Plan open = new Plan(
                UUID.randomUUID(),
                Shape.LOCAL,
                "",
                "",
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                PlanState.ADOPTED,
                List.of(),
                List.of(),
                null,
                null,
                1);
        for (int first = 0; first < all.size(); first += AT_ONCE) {
            List<Activity> some = new ArrayList<>();
            all.subList(first, Math.min(all.size(), first + AT_ONCE)).forEach(said -> some.add(said.activity()));
            similar.learn(open, some);
        }
    }

    /** How many are like {@code said}. */
    public int like(Said said) {
        return similar.find(said.activity()).size();
    }
}
