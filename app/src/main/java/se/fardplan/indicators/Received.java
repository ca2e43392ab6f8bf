package se.fardplan.indicators;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Rows on their way into the tables {@code indicators.received_…} (mottaget), by COPY and without keeping them in memory.
 *
 * <p>All rows of one source are of one kind, save for a group, which writes an area and then its members.
 */
final class Received implements Consumer<KoladaRow>, Closeable {

    private static final String VALUES = """
            copy indicators.received_value (source, indicator, area, year, sex, value, state) from stdin
            """;

    private static final String INDICATORS = """
            copy indicators.received_indicator (source, id, title, description, divided_by_sex, area_kind, auspice,
                operating_area, perspective, preliminary_on, published_on, published_period, has_units) from stdin
            """;

    private static final String AREAS = """
            copy indicators.received_area (source, id, title, kind) from stdin
            """;

    private static final String MEMBERS = """
            copy indicators.received_member (source, group_id, member_id) from stdin
            """;

    private static final int BUFFER = 64 * 1024;

    private final Connection connection;
    private final int source;
    private final StringBuilder line = new StringBuilder();
    private final StringBuilder members = new StringBuilder();
    private @Nullable PGCopyOutputStream out;
    private long rows;

    /** @param connection of the import's transaction */
    Received(Connection connection, int source) {
        this.connection = connection;
        this.source = source;
    }

    long rows() {
        return rows;
    }

    @Override
    public void accept(KoladaRow row) {
        rows++;
        switch (row) {
            case KoladaRow.Cell cell ->
                write(
                        VALUES,
                        cell.indicator(),
                        cell.area(),
                        cell.year(),
                        cell.sex(),
                        cell.value() == null ? null : cell.value().toPlainString(),
                        cell.state().word());
            case KoladaRow.Indicator figure ->
                write(
                        INDICATORS,
                        figure.id(),
                        figure.title(),
                        figure.description(),
                        figure.dividedBySex(),
                        figure.areaKind(),
                        figure.auspice(),
                        figure.operatingArea(),
                        figure.perspective(),
                        figure.preliminaryOn(),
                        figure.publishedOn(),
                        figure.publishedPeriod(),
                        figure.hasUnits());
            case KoladaRow.Municipality area -> write(AREAS, area.id(), area.title(), area.type());
            case KoladaRow.Group group -> {
                write(AREAS, group.id(), group.title(), "G");
                group.members().forEach(member -> append(members, group.id(), member));
            }
        }
    }

    /** Ends the COPY; what was written stands in the tables. */
    @Override
    public void close() {
        end();
        if (!members.isEmpty()) {
            send(MEMBERS, members);
            end();
        }
    }

    private void write(String copy, @Nullable Object... columns) {
        append(line, columns);
        send(copy, line);
    }

    /** One line of COPY's text format. */
    private void append(StringBuilder to, @Nullable Object... columns) {
        to.append(source);
        for (Object column : columns) {
            to.append('\t');
            if (column == null) {
                to.append("\\N");
            } else {
                escape(column.toString(), to);
            }
        }
        to.append('\n');
    }

    private static void escape(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case '\0' -> to.append(' '); // PostgreSQL's text cannot hold it
                default -> to.append(c);
            }
        }
    }

    private void send(String copy, StringBuilder lines) {
        try {
            if (out == null) {
                out = new PGCopyOutputStream(connection.unwrap(PGConnection.class), copy, BUFFER);
            }
            out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            lines.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("COPY into indicators.received_… failed", e);
        }
    }

    private void end() {
        if (out == null) {
            return;
        }
        try {
            out.close();
            out = null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
