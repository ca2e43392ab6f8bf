package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What comes of an act: for tests that try everyone in every state and leave nothing behind. */
public final class Outcomes {

    public static final String ALLOWED = "allowed";

    /** Where the one who asks is not even told that there is something. */
    public static final String NONE = "none";

    private final PlatformTransactionManager transactions;
    private final Texts texts;

    public Outcomes(PlatformTransactionManager transactions, Texts texts) {
        this.transactions = transactions;
        this.texts = texts;
    }

    /** The same as {@link #of}, with all that was done taken back. */
    public String undone(Supplier<?> act) {
        return of(() -> new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return act.get();
        }));
    }

    /** {@link #ALLOWED}, {@link #NONE}, or the code of a refusal that has its sentence. */
    public String of(Supplier<?> act) {
        try {
            act.get();
            return ALLOWED;
        } catch (Refusal refusal) {
            assertThat(texts.of(refusal)).as("a sentence for " + refusal.code()).endsWith(".");
            return refusal.code();
        } catch (NotFound none) {
            return NONE;
        }
    }
}
