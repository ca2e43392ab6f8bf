package se.fardplan.governance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.Crumb;
import se.fardplan.organisation.Alias;

/** What the pages of bodies show (gruppernas sidor). */
final class BodyPages {

    private BodyPages() {}

    /**
     * A body in the list.
     *
     * @param names its other names, in one line; may be empty
     * @param does the first thing it has a mandate for; empty where the source names none
     * @param standing empty while it meets as usual
     * @param latest its latest decision; null where none is known
     */
    record Item(
            Body body, String names, String does, String kind, String standing, GovernanceWords.@Nullable Row latest) {}

    /** Bodies of one kind. */
    record Group(String kind, List<Item> items) {}

    /**
     * Every body of the county.
     *
     * @param asked what was searched for; blank for everything
     * @param leads those who lead together, today
     * @param others the rest by kind; when something is searched for, all that was found
     */
    record ListPage(
            String county,
            String asked,
            @Nullable Leadership leadership,
            List<Item> leads,
            List<Group> others,
            List<Drawn> structures,
            int found) {

        boolean isNarrowed() {
            return !asked.isBlank();
        }

        /** Where the page is, with what was asked. */
        String address() {
            return asked.isEmpty()
                    ? "/strategin/grupper"
                    : "/strategin/grupper?sok=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
        }
    }

    /** A structure with its bodies: each step's words, and its address where it is a body. */
    record Drawn(Leadership.Structure structure, List<Step> chain, List<Step> escalation, List<Step> advisory) {}

    record Step(String name, @Nullable String href, String does) {}

    /** Something a body did, decided or not. */
    record Done(
            String day, String iso, String what, @Nullable String href, String facts) {}

    /**
     * One body.
     *
     * @param standing a sentence on whether it meets; empty while it does
     * @param names its other names, each with its note
     * @param route where its questions go next; empty where the source names none
     * @param below the bodies that belong to it
     */
    record BodyPage(
            BodyDetails details,
            List<Crumb> crumbs,
            String kind,
            String standing,
            @Nullable Step parent,
            String principal,
            List<Alias> names,
            List<Step> route,
            List<Step> below,
            List<Done> done,
            boolean mayRecord) {

        Body body() {
            return details.body();
        }

        boolean hasOrganisations() {
            return details.seats().stream().anyMatch(seat -> seat.organisation() != null);
        }

        boolean hasTimes() {
            return details.seats().stream().anyMatch(seat -> seat.from() != null || seat.until() != null);
        }
    }
}
