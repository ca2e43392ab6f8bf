package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.Proves;

/** {@code ./fardplan import kolada --from api}: the county's figures, the whole way from the command line to the tables. */
class ImportCommandStoreTests {

    @TempDir
    Path folder;

    @Test
    @Proves("R139")
    void fetchesTheCountysFiguresAndAgainChangesNothing() throws IOException {
        Command command = new Command(folder);
        try (KoladaPlayer kolada = KoladaPlayer.start()) {
            String[] fetch = {"import", "kolada", "--from", "api", "--base-url", kolada.address()};
            Command.Answer first = command.run(fetch);
            assertThat(first.code()).as(first.err()).isZero();
            assertThat(first.out().lines().findFirst().orElse(""))
                    .matches("Årgång 1 per \\d{4}-\\d\\d-\\d\\d: \\d+ nyckeltal med \\d+ nya, 0 ändrade, "
                            + "0 borttagna och 0 oförändrade värden\\.");
            assertThat(first.err()).contains("Hämtar katalogen från " + kolada.address());

            JdbcClient rows = JdbcClient.create(command.database().dataSource());
            long values = count(rows);
            assertThat(values).isGreaterThan(100);
            assertThat(first.out()).contains(" " + values + " nya");

            Command.Answer again = command.run(fetch);
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(again.out()).startsWith("Ingenting har ändrats sedan årgång 1 per ");
            assertThat(count(rows)).isEqualTo(values);
            assertThat(rows.sql("select count(*) from indicators.vintage")
                            .query(Long.class)
                            .single())
                    .isOne();
        }
    }

    @Test
    void saysThatNobodyAnswersAndKeepsNothing() throws IOException {
        Command command = new Command(folder);
        Command.Answer answer = command.run("import", "kolada", "--from", "värden.json");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("värden.json");
        assertThat(command.run("import", "kolada", "--from", "a.json", "--since", "2026-01-01")
                        .err())
                .contains("Valen --since och --base-url gäller bara --from api.");
        assertThat(count(JdbcClient.create(command.database().dataSource()))).isZero();
    }

    private static long count(JdbcClient rows) {
        return rows.sql("select count(*) from indicators.observation where to_vintage is null")
                .query(Long.class)
                .single();
    }
}
