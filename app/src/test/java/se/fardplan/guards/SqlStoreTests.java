package se.fardplan.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOperation;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import se.fardplan.TestDatabase;

/** Every SQL text of every room: it names its own schema only, and the migrated schema understands it. */
class SqlStoreTests {

    /** Packages that have no schema of their own and so no SQL: what they hold of it is named here with the reason. */
    private static final Map<String, String> WITHOUT_SCHEMA = Map.of(
            "database", "starts and stops PostgreSQL, creates roles and databases",
            "cli", "reads and writes every table whole, by the catalogue, for backups alone");

    private static final Pattern INLINE = Pattern.compile("\\.sql\\(\\s*\"");

    private static final List<SqlText> TEXTS = SqlText.all();

    @Test
    void findsTheTextsAtAll() {
        assertThat(TEXTS).extracting(SqlText::name).contains("AuditLog.ADD", "AccountStore.BY_EMAIL");
    }

    @Test
    void keepsEachRoomToItsOwnSchema() throws IOException {
        Set<String> rooms = rooms();
        List<String> breaches = new ArrayList<>();
        byClass().forEach((owner, texts) -> {
            Set<String> temporary =
                    SqlWalls.temporaryTables(texts.stream().map(SqlText::sql).toList());
            for (SqlText text : texts) {
                if (!WITHOUT_SCHEMA.containsKey(text.room())) {
                    SqlWalls.breaches(text.room(), text.sql(), rooms, temporary)
                            .forEach(breach -> breaches.add(text + ": " + breach));
                }
            }
        });
        assertThat(breaches).isEmpty();
    }

    @Test
    void keepsEveryMigrationToItsOwnSchema() throws IOException {
        Path migrations = Path.of(System.getProperty("fardplan.home"), "app/src/main/resources/db/migration");
        List<String> breaches = new ArrayList<>();
        try (Stream<Path> files = Files.walk(migrations)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".sql"))
                    .sorted()
                    .toList()) {
                String room = migrations.relativize(file).getName(0).toString();
                String sql = Files.readString(file);
                for (String other : rooms()) {
                    if (!other.equals(room)
                            && Pattern.compile("(?i)\\b" + other + "\\.(?!published_)\\w")
                                    .matcher(withoutText(sql))
                                    .find()) {
                        breaches.add(file.getFileName() + " reaches into " + other);
                    }
                }
                if (!Pattern.matches(
                        "V2\\d{11}__" + room + "_\\w+\\.sql", file.getFileName().toString())) {
                    breaches.add(file.getFileName() + " is not named by time and room");
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void writesNoSqlOutsideAConstant() throws IOException {
        try (Stream<Path> files = Files.walk(SqlText.MAIN)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> INLINE.matcher(read(file)).find()))
                    .isEmpty();
        }
    }

    /** As the application role: a right that is missing is found too. */
    @Test
    void isUnderstoodByTheMigratedSchema() throws SQLException {
        List<String> problems = new ArrayList<>();
        TestDatabase database = TestDatabase.copy();
        try (Connection connection = database.dataSource().getConnection()) {
            for (List<SqlText> texts : byClass().values()) {
                connection.setAutoCommit(false);
                for (SqlText text : texts) {
                    if (!WITHOUT_SCHEMA.containsKey(text.room())) {
                        understand(connection, text, problems);
                    }
                }
                connection.rollback();
            }
        }
        assertThat(problems).isEmpty();
    }

    /** Temporary tables are made, so that what follows finds them; everything else is only read by the server. */
    static void understand(Connection connection, SqlText text, List<String> problems) throws SQLException {
        var before = connection.setSavepoint();
        String sql =
                NamedParameterUtils.substituteNamedParameters(NamedParameterUtils.parseSqlStatement(text.sql()), null);
        try {
            if (!SqlWalls.temporaryTables(List.of(text.sql())).isEmpty()) {
                connection.createStatement().execute(sql);
                return;
            }
            if (sql.strip().toLowerCase(Locale.ROOT).startsWith("copy")) {
                CopyOperation copy = sql.toLowerCase(Locale.ROOT).contains("stdin")
                        ? connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql)
                        : connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql);
                copy.cancelCopy();
            } else {
                try (var statement = connection.prepareStatement(sql)) {
                    statement.getParameterMetaData();
                }
            }
        } catch (SQLException problem) {
            problems.add(text + ": " + problem.getMessage());
        }
        connection.rollback(before);
    }

    private static Map<String, List<SqlText>> byClass() {
        return TEXTS.stream()
                .sorted((a, b) -> Boolean.compare(makesTable(b), makesTable(a)))
                .collect(Collectors.groupingBy(SqlText::owner, LinkedHashMap::new, Collectors.toList()));
    }

    private static boolean makesTable(SqlText text) {
        return !SqlWalls.temporaryTables(List.of(text.sql())).isEmpty();
    }

    private static Set<String> rooms() throws IOException {
        try (Stream<Path> files = Files.list(SqlText.MAIN)) {
            return files.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toSet());
        }
    }

    private static String withoutText(String sql) {
        return sql.replaceAll("--[^\\n]*", " ").replaceAll("'(?:[^']|'')*'", " ");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
