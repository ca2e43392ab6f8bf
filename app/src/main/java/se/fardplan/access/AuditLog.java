package se.fardplan.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.fardplan.ChangeCommitted;
import se.fardplan.LastChange;
import se.fardplan.Texts;

/** What was done, by whom, in one unbroken chain (revisionsloggen). Rows are added and read, never changed. */
@Service
public class AuditLog implements LastChange {

    private static final String LOCK_HEAD = """
            select seq, hash
            from access.audit_head
            for update
            """;

    private static final String MOVE_HEAD = """
            update access.audit_head
            set seq = :seq, hash = :hash
            """;

    private static final String ADD = """
            insert into access.audit_entry (seq, at, actor, actor_name, act, subject, detail, previous_hash, hash)
            values (:seq, :at, :actor, :actorName, :act, :subject, :detail, :previousHash, :hash)
            """;

    private static final String HEAD = """
            select seq, hash
            from access.audit_head
            """;

    private static final String AFTER = """
            select seq, at, actor, actor_name, act, subject, detail, previous_hash, hash
            from access.audit_entry
            where seq > :seq
            order by seq
            limit 2000
            """;

    private static final String SEARCH = """
            select seq, at, actor, actor_name, act, subject, detail, previous_hash, hash
            from access.audit_entry
            where (cast(:person as text) is null or actor_name ilike '%' || :person || '%')
              and (cast(:act as text) is null or act = :act)
              and (cast(:from as timestamptz) is null or at >= :from)
              and (cast(:before as timestamptz) is null or at < :before)
              and (cast(:below as bigint) is null or seq < :below)
            order by seq desc
            limit :limit
            """;

    private static final String ACTS = """
            select distinct act
            from access.audit_entry
            order by act
            """;

    private final JdbcClient database;
    private final Witness witness;
    private final Texts texts;
    private final ApplicationEventPublisher events;

    /**
     * What a walk through the chain showed (utfall).
     *
     * @param rows how many rows were read
     * @param findings a sentence for each thing that does not hold, with its row number; empty when the chain is whole
     */
    public record Verdict(long rows, List<String> findings) {

        public Verdict {
            findings = List.copyOf(findings);
        }

        public boolean whole() {
            return findings.isEmpty();
        }
    }

    /** What to look for (sökning); null means any. {@code before} and {@code below} are not included. */
    record Search(
            @Nullable String person,
            @Nullable String act,
            @Nullable Instant from,
            @Nullable Instant before,
            @Nullable Long below) {}

    private record Head(long seq, String hash) {}

    AuditLog(JdbcClient database, Witness witness, Texts texts, ApplicationEventPublisher events) {
        this.database = database;
        this.witness = witness;
        this.texts = texts;
        this.events = events;
    }

    /** Adds a row in the caller's transaction; the writers queue at the chain's head until it ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(CurrentUser by, String act, String subject, String detail) {
        Head head = database.sql(LOCK_HEAD).query(Head.class).single();
        Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Entry entry = Entry.after(head.hash(), head.seq() + 1, at, by, act, subject, detail);
        database.sql(ADD)
                .param("seq", entry.seq())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", entry.actor())
                .param("actorName", entry.actorName())
                .param("act", entry.act())
                .param("subject", entry.subject())
                .param("detail", entry.detail())
                .param("previousHash", entry.previousHash())
                .param("hash", entry.hash())
                .update();
        database.sql(MOVE_HEAD)
                .param("seq", entry.seq())
                .param("hash", entry.hash())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                witness.see(entry);
                events.publishEvent(new ChangeCommitted(entry.seq()));
            }
        });
    }

    /** Reads the whole chain as of one moment and says what does not hold. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verdict verify() {
        // The witness is read first: rows that are added meanwhile are then unknown to it, not missing.
        Chain chain = new Chain(readWitness());
        List<Entry> page;
        long seq = Long.MIN_VALUE;
        do {
            page = database.sql(AFTER).param("seq", seq).query(AuditLog::entry).list();
            page.forEach(chain::add);
            seq = page.isEmpty() ? seq : page.getLast().seq();
        } while (!page.isEmpty());
        List<Chain.Finding> findings = database.sql(HEAD)
                .query(Head.class)
                .optional()
                .map(head -> chain.end(head.seq(), head.hash()))
                .orElseGet(() -> chain.end(0, ""));
        return new Verdict(
                chain.rows(),
                findings.stream()
                        .map(finding ->
                                texts.of(finding.key(), finding.arguments().toArray()))
                        .toList());
    }

    /** How many rows the log has: every change adds at least one. */
    @Override
    public long number() {
        return database.sql(HEAD).query(Head.class).single().seq();
    }

    /** Newest first, at most {@code limit}. */
    List<Entry> search(Search search, int limit) {
        return database.sql(SEARCH)
                .param("person", search.person())
                .param("act", search.act())
                .param("from", utc(search.from()))
                .param("before", utc(search.before()))
                .param("below", search.below())
                .param("limit", limit)
                .query(AuditLog::entry)
                .list();
    }

    /** Every act that stands in the log, by name. */
    List<String> listActs() {
        return database.sql(ACTS).query((row, number) -> row.getString("act")).list();
    }

    private Map<Long, String> readWitness() {
        try {
            return witness.read();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                row.getString("actor_name"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("detail"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }
}
