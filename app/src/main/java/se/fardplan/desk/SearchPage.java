package se.fardplan.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search shows (söksidan).
 *
 * @param asked empty before anything has been asked
 * @param heading the point: how many hits there are
 * @param note what to know about the hits, or what to do where there are none; null when nothing
 * @param kind the kind that alone is shown; null for all
 * @param earlier the address of the page before; null on the first
 * @param later the address of the page after; null on the last
 */
record SearchPage(
        String asked,
        String heading,
        @Nullable String note,
        @Nullable String kind,
        List<Group> groups,
        @Nullable String earlier,
        @Nullable String later) {

    /**
     * Hits of one kind.
     *
     * @param more the address of all of them; null where all are shown
     */
    record Group(
            String kind,
            String name,
            String count,
            List<Hit> hits,
            @Nullable String more) {}

    /** @param snippet a piece of its text in runs, those that were asked for marked */
    record Hit(String address, String title, List<Run> snippet) {}

    record Run(String text, boolean found) {}
}
