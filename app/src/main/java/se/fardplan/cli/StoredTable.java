package se.fardplan.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.SQLException;
import org.postgresql.copy.CopyManager;

/**
 * A table as the catalogue tells of it (tabell).
 *
 * @param name with its schema, quoted where SQL needs it
 * @param columns as a list in SQL; those that the database computes itself are left out
 */
record StoredTable(String name, String columns) {

    private static final int PIECE = 1 << 18;

    /** Writes every row, in the order in which they stand in the table's file. */
    Manifest.Table copy(CopyManager database, OutputStream out) throws SQLException, IOException {
        MessageDigest digest = Seal.sha256();
        long rows;
        try (OutputStream pieces = new BufferedOutputStream(new HandedOn(new DigestOutputStream(out, digest)), PIECE)) {
            rows = database.copyOut("copy " + name + " (" + columns + ") to stdout", pieces);
        }
        return new Manifest.Table(name, columns, rows, Seal.hex(digest));
    }

    String from() {
        return "copy " + name + " (" + columns + ") from stdin";
    }
}
