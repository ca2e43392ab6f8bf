package se.fardplan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.Proves;

/** {@code ./fardplan value set}: a value typed in on the command line, and what is said to the one who writes it wrong. */
class ValueSetStoreTests {

    private static final Map<String, String> RIGHT = Map.of(
            "--kpi", "U20462", "--area", "2080", "--year", "2024", "--value", "12,5", "--source", "Enkät, tabell 3");

    @TempDir
    Path folder;

    @Test
    @Proves("R139")
    void keepsTheValueWithItsSourceAndSaysSo() throws IOException {
        Command command = new Command(folder);
        Command.Answer answer = command.run(value("--value", "12,5"));
        assertThat(answer.err()).doesNotContain("gick fel");
        assertThat(answer.out()).isEqualTo("U20462 för 2080 år 2024 är nu 12,5, inmatat för hand.\n");
        assertThat(answer.code()).isZero();

        command.run(value("--value", "13"));
        JdbcClient rows = JdbcClient.create(command.database().dataSource());
        assertThat(rows.sql("""
                        select concat_ws(' ', indicator, area, year, sex, value, source, entered_by_name,
                                         withdrawn_by_name)
                          from indicators.hand_value order by entered_at
                        """).query(String.class).list())
                .containsExactly(
                        "U20462 2080 2024 T 12.5 Enkät, tabell 3 Kommandoraden Kommandoraden",
                        "U20462 2080 2024 T 13 Enkät, tabell 3 Kommandoraden");
        assertThat(rows.sql("select detail from access.audit_entry where act = 'indicators.value-entered' order by seq")
                        .query(String.class)
                        .list())
                .containsExactly("– → 12.5. Källa: Enkät, tabell 3", "12.5 → 13. Källa: Enkät, tabell 3");
    }

    @Test
    @Proves("R139")
    void saysWhatIsWrongAndKeepsNothing() throws IOException {
        Command command = new Command(folder);
        refused(command, "”tolv” är inget tal. Skriv det med siffror och decimalkomma, som 12,5.", "--value", "tolv");
        refused(command, "Källan saknas. Skriv var värdet kommer ifrån", "--source", " ");
        refused(command, "Området 1480 hör inte till länet.", "--area", "1480");
        refused(command, "Nyckeltalet X1 finns inte. Kontrollera koden.", "--kpi", "X1");
        refused(command, "År 2100 går inte att ange.", "--year", "2100");
        for (String[] misread : new String[][] {{"--year", "förra"}, {"--sex", "X"}}) {
            Command.Answer answer = command.run(value(misread));
            assertThat(answer.code()).isEqualTo(2);
            assertThat(answer.err())
                    .contains("”" + misread[1] + "” går inte att använda som")
                    .hasLineCount(1);
        }
        Command.Answer without = command.run("value", "set", "--kpi", "U20462");
        assertThat(without.code()).isEqualTo(2);
        assertThat(without.err()).contains("--area").contains("saknas").hasLineCount(1);
        assertThat(JdbcClient.create(command.database().dataSource())
                        .sql("select count(*) from indicators.hand_value")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private static void refused(Command command, String sentence, String... changed) {
        Command.Answer answer = command.run(value(changed));
        assertThat(answer.code()).as(sentence).isEqualTo(1);
        assertThat(answer.err()).contains(sentence);
        assertThat(answer.out()).isEmpty();
    }

    /** A right command but for one option. */
    private static String[] value(String... changed) {
        List<String> arguments = new ArrayList<>(List.of("value", "set"));
        RIGHT.forEach((option, value) -> {
            if (!option.equals(changed[0])) {
                arguments.addAll(List.of(option, value));
            }
        });
        arguments.addAll(List.of(changed));
        return arguments.toArray(String[]::new);
    }
}
