package se.fardplan.people;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.fardplan.access.CurrentUser;
import se.fardplan.sheets.Preview;
import se.fardplan.sheets.Reading;
import se.fardplan.sheets.Template;

/** A register that goes out as a file and comes back as one (register med in- och utläsning). */
interface Exchange {

    /** Its path and the middle of its message keys, such as {@code enheter}. */
    String name();

    Template template();

    /** Every row this user, or an open visitor, may take away, as the template writes it. */
    List<Map<String, String>> rows(@Nullable CurrentUser user);

    /** What a file would change, judged without changing anything. */
    Plan plan(CurrentUser user, Reading reading);

    /**
     * What a file would change (plan).
     *
     * @param save makes the changes, all or none; never called while the preview has problems
     */
    record Plan(Preview preview, Runnable save) {}
}
