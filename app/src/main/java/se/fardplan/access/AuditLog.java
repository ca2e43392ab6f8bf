package se.fardplan.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
            select seq, :at, :actor, :actorName, act, subject, detail, previous_hash, hash
            from unnest(cast(:seqs as bigint[]), cast(:acts as text[]), cast(:subjects as text[]), cast(:details as text[]),
                        cast(:previousHashes as text[]), cast(:hashes as text[]))
                 as e (seq, act, subject, detail, previous_hash, hash)
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

    private static final String OF_SUBJECT = """
            select at, actor_name as by, act, detail
            from access.audit_entry
            where subject = :subject
            order by seq desc
            limit 100
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
    private final Clock clock;

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

    /** One thing done, to be written in the log (handling). */
    record Deed(String act, String subject, String detail) {}

    private record Head(long seq, String hash) {}

    AuditLog(JdbcClient database, Witness witness, Texts texts, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.witness = witness;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /** Adds a row in the caller's transaction; the writers queue at the chain's head until it ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    void add(CurrentUser by, String act, String subject, String detail) {
        addAll(by, List.of(new Deed(act, subject, detail)));
    }

    /** Adds a row for each of {@code deeds}, in order. */
    @Transactional(propagation = Propagation.MANDATORY)
    void addAll(CurrentUser by, List<Deed> deeds) {
        if (deeds.isEmpty()) {
            return;
        }
        Head head = database.sql(LOCK_HEAD).query(Head.class).single();
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Entry> entries = new ArrayList<>();
        for (Deed deed : deeds) {
            String before = entries.isEmpty() ? head.hash() : entries.getLast().hash();
            long seq = head.seq() + entries.size() + 1;
            entries.add(Entry.after(before, seq, at, by, deed.act(), deed.subject(), deed.detail()));
        }
        insert(entries, by, at);
        Entry last = entries.getLast();
        database.sql(MOVE_HEAD)
                .param("seq", last.seq())
                .param("hash", last.hash())
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                entries.forEach(witness::see);
                events.publishEvent(new ChangeCommitted(last.seq()));
            }
        });
    }

    private void insert(List<Entry> entries, CurrentUser by, Instant at) {
        database.sql(ADD)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("actor", by.id())
                .param("actorName", by.name())
                .param("seqs", texts(entries, entry -> Long.toString(entry.seq())))
                .param("acts", texts(entries, Entry::act))
                .param("subjects", texts(entries, Entry::subject))
                .param("details", texts(entries, Entry::detail))
                .param("previousHashes", texts(entries, Entry::previousHash))
                .param("hashes", texts(entries, Entry::hash))
                .update();
    }

    private static String[] texts(List<Entry> entries, Function<Entry, String> part) {
        return entries.stream().map(part).toArray(String[]::new);
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

    /** The newest hundred about one thing. */
    List<Trace> listOf(String subject) {
        return database.sql(OF_SUBJECT)
                .param("subject", subject)
                .query((row, number) -> new Trace(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by"),
                        row.getString("act"),
                        row.getString("detail")))
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
