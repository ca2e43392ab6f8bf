package se.fardplan.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.fardplan.Refusal;
import se.fardplan.database.Database;

/**
 * A backup's rows on their way into empty tables (inläsning), in one transaction, with every table read back and compared.
 *
 * @param witness where the audit log's witness shall be; null for nowhere
 */
record Loading(
        Database database,
        Path file,
        Manifest manifest,
        @Nullable Path witness) {

    private static final int AHEAD = 1 << 18;

    /** @throws Refusal {@code BCK-013} what came into the database is not what the backup holds */
    void load(BackupFile backup) throws Exception {
        try (Catalogue target = Catalogue.writing(database)) {
            Map<String, StoredTable> tables = expected(target.tables());
            List<Catalogue.ForeignKey> keys = target.foreignKeys();
            for (Catalogue.ForeignKey key : keys) {
                target.run(key.drop());
            }
            for (StoredTable table : tables.values()) {
                target.run("alter table " + table.name() + " disable trigger user");
            }
            // What migrations wrote stands in the backup too, as it was when it was made.
            target.run("truncate " + String.join(", ", tables.keySet()));
            backup.read((name, content) -> {
                StoredTable table = name.startsWith(BackupWriter.TABLES)
                        ? tables.get(name.substring(BackupWriter.TABLES.length()))
                        : null;
                if (table != null) {
                    target.copying().copyIn(table.from(), content, AHEAD);
                } else if (name.equals(BackupWriter.WITNESS) && witness != null) {
                    keep(content.readAllBytes(), witness);
                }
            });
            for (Manifest.Sequence sequence : manifest.sequences()) {
                if (sequence.last() != null) {
                    target.run(
                            "select setval('%s', %d)".formatted(sequence.name().replace("'", "''"), sequence.last()));
                }
            }
            for (Catalogue.ForeignKey key : keys) {
                target.run(key.add());
            }
            for (StoredTable table : tables.values()) {
                target.run("alter table " + table.name() + " enable trigger user");
            }
            compare(target, tables);
            target.commit();
            target.run("analyze");
            target.commit();
        }
    }

    /** The backup's tables as this database has them; the names in the file are never run. */
    private Map<String, StoredTable> expected(List<StoredTable> here) {
        Map<String, StoredTable> tables = new HashMap<>();
        here.forEach(table -> tables.put(table.name(), table));
        Map<String, String> there =
                manifest.tables().stream().collect(Collectors.toMap(Manifest.Table::name, Manifest.Table::columns));
        Map<String, String> columns = here.stream().collect(Collectors.toMap(StoredTable::name, StoredTable::columns));
        if (!columns.equals(there)) {
            throw new Refusal("BCK-013", file.toString(), "tables");
        }
        return tables;
    }

    private void compare(Catalogue target, Map<String, StoredTable> tables) throws SQLException, IOException {
        for (Manifest.Table wanted : manifest.tables()) {
            StoredTable table = tables.get(wanted.name());
            if (table == null
                    || !table.copy(target.copying(), OutputStream.nullOutputStream())
                            .equals(wanted)) {
                throw new Refusal("BCK-013", file.toString(), wanted.name());
            }
        }
    }

    private static void keep(byte[] lines, Path witness) throws IOException {
        Path beside = witness.resolveSibling(witness.getFileName() + ".new");
        Files.write(beside, lines);
        Files.move(beside, witness, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
