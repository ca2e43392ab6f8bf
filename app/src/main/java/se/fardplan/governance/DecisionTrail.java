package se.fardplan.governance;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.fardplan.access.CurrentUser;

/** What another room has built on a decision, or what the decision was built on (beslutets spår). */
public interface DecisionTrail {

    /** @param word what it is, such as {@code Plan} @param title never blank */
    record Mark(String word, String title, String href) {}

    /** What {@code reader} may read of it; null asks for an open visitor. */
    List<Mark> marks(UUID decision, @Nullable CurrentUser reader);
}
