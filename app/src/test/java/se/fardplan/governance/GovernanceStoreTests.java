package se.fardplan.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.TestDatabase;
import se.fardplan.organisation.CountyPackage;

/** A package goes into a real database, and again; what people recorded stays. */
class GovernanceStoreTests {

    private static final Path DALARNA =
            Path.of(System.getProperty("fardplan.home")).resolve("counties/dalarna");
    private static final UUID RECORDED = UUID.fromString("00000000-0000-4000-8000-000000000009");

    @TempDir
    private Path folder;

    private BodyStore bodies;
    private DecisionStore decisions;
    private GovernancePart part;

    @BeforeEach
    void open() {
        JdbcClient jdbc = TestDatabase.jdbc();
        bodies = new BodyStore(jdbc);
        decisions = new DecisionStore(jdbc);
        part = new GovernancePart(bodies, decisions);
        part.load(new CountyPackage(DALARNA));
    }

    @Test
    void givesBackWhatThePackageHolds() {
        GovernanceContent content =
                GovernanceContent.read(new CountyPackage(DALARNA), new se.fardplan.organisation.Problems());

        assertThat(bodies.listDetails().stream()
                        .map(details ->
                                details.with(bodies.listSeats(details.body().code()))))
                .containsExactlyElementsOf(content.bodies());
        assertThat(bodies.list())
                .containsExactlyElementsOf(
                        content.bodies().stream().map(BodyDetails::body).toList());
        assertThat(bodies.findLeadership()).contains(java.util.Objects.requireNonNull(content.leadership()));
        assertThat(decisions.list())
                .containsExactlyElementsOf(content.decisions().reversed());
        assertThat(decisions.listOccasions())
                .containsExactlyElementsOf(content.occasions().reversed());
    }

    @Test
    void keepsWhatPeopleRecordedWhenThePackageIsReadAgain() throws IOException {
        decisions.add(recorded("BDU"));

        part.load(new CountyPackage(without("BDU")));

        assertThat(decisions.find(RECORDED)).contains(recorded("BDU"));
        assertThat(decisions.list()).hasSize(6);
        assertThat(bodies.list()).last().satisfies(gone -> {
            assertThat(gone.code()).isEqualTo("BDU");
            assertThat(gone.standing()).isEqualTo(Body.Standing.ENDED);
            assertThat(gone.systemLeadership()).isFalse();
        });
    }

    @Test
    void forgetsABodyThatThePackageNoLongerHas() throws IOException {
        part.load(new CountyPackage(without("BDU")));

        assertThat(bodies.list()).hasSize(14).extracting(Body::code).doesNotContain("BDU");
    }

    @Test
    void listsTheDecisionsThatAreAskedForByDay() {
        List<UUID> asked = decisions.list().stream()
                .filter(decision -> "LCHNV".equals(decision.body()))
                .map(Decision::id)
                .toList();

        assertThat(decisions.list(asked))
                .extracting(Decision::day)
                .containsExactly(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 14));
        assertThat(decisions.list(List.of(RECORDED))).isEmpty();
    }

    private static Decision recorded(String body) {
        return new Decision(
                RECORDED,
                body,
                null,
                null,
                LocalDate.of(2026, 2, 1),
                "7",
                "RD26/00001",
                Decision.Form.CONSULTATION,
                Decision.Outcome.NOTED,
                "Har sett planen",
                null,
                List.of("Högre chefer"),
                List.of(),
                0,
                "Kim",
                Instant.parse("2026-02-02T08:00:00Z"));
    }

    /** The package as it would be without one body. */
    private Path without(String body) throws IOException {
        for (String file : List.of("documents.yaml", "organisations.yaml", "governance.yaml")) {
            String text = Files.readString(DALARNA.resolve(file));
            Files.writeString(
                    folder.resolve(file), text.replaceAll("(?m)^  - code: \"" + body + "\"\n(?:    .*\n)*", ""));
        }
        return folder;
    }
}
