package se.fardplan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionException;
import se.fardplan.Refusal;
import se.fardplan.Texts;

/** What went wrong, as the one sentence the user sees (fel). */
final class Failure {

    private static final Texts TEXTS = Texts.standing();

    /** What a full disk may look like from here. */
    private static final Set<String> UNCLEAR = Set.of("CLI-003", "CLI-099", "DB-003", "DB-006");

    /** One file of PostgreSQL's log, in bytes. */
    private static final long LITTLE = 16L << 20;

    private Failure() {}

    /** @param folder the data folder, whose disk may be what is full; null when the command has none */
    static String sentence(Throwable failure, @Nullable Path folder) {
        Refusal refusal = chain(failure)
                .map(Failure::refusal)
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElseGet(() -> new Refusal("CLI-099", name(failure)));
        boolean unclear = UNCLEAR.contains(refusal.code());
        return TEXTS.of(unclear && isFull(folder) ? new Refusal("CLI-004") : refusal);
    }

    /** A database that cannot write its log stops, and then nobody can say why any more. */
    private static boolean isFull(@Nullable Path folder) {
        try {
            return folder != null
                    && Files.exists(folder)
                    && Files.getFileStore(folder).getUsableSpace() < LITTLE;
        } catch (IOException e) {
            return false;
        }
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }

    private static @Nullable Refusal refusal(Throwable cause) {
        return switch (cause) {
            case Refusal refusal -> refusal;
            case SQLException sql -> ofState(String.valueOf(sql.getSQLState()));
            case IOException io
            when String.valueOf(io.getMessage()).contains("No space left") -> new Refusal("CLI-004");
            case DataAccessResourceFailureException gone -> new Refusal("CLI-003");
            case TransactionException gone -> new Refusal("CLI-003");
            default -> null;
        };
    }

    /** By PostgreSQL's classes: 08 connection, 57P shut down, 53100 disk full. */
    private static @Nullable Refusal ofState(String state) {
        if (state.startsWith("08") || state.startsWith("57P")) {
            return new Refusal("CLI-003");
        }
        return state.equals("53100") ? new Refusal("CLI-004") : null;
    }

    private static String name(Throwable failure) {
        Throwable root = chain(failure).reduce((first, second) -> second).orElse(failure);
        return root.getClass().getSimpleName();
    }
}
