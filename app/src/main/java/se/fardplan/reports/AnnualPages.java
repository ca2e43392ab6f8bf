package se.fardplan.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.Crumb;
import se.fardplan.reports.AnnualReview.Finding;

/** What the pages of the annual reports show (årsrapportens sidor), a record each. */
final class AnnualPages {

    private AnnualPages() {}

    /** All years. */
    record Years(List<Crumb> crumbs, List<Line> lines) {
        Years {
            crumbs = List.copyOf(crumbs);
            lines = List.copyOf(lines);
        }
    }

    /**
     * One year.
     *
     * @param sentence frozen when and by whom, or that it is being written
     * @param readable true when this reader may open it
     */
    record Line(int year, boolean frozen, String sentence, boolean readable) {}

    /**
     * A report to read.
     *
     * @param body the report's content as HTML
     * @param sections for the table of contents
     * @param changes what Kolada has changed since it was frozen
     * @param open the sections one may write in; empty for everyone else
     * @param cut which figures it stands on
     */
    record Reading(
            List<Crumb> crumbs,
            Line line,
            String title,
            String subtitle,
            String cut,
            String body,
            List<Report.Section> sections,
            List<AnnualChanges.Change> changes,
            List<AnnualOutline.Slot> open,
            boolean mayReview) {

        Reading {
            crumbs = List.copyOf(crumbs);
            sections = List.copyOf(sections);
            changes = List.copyOf(changes);
            open = List.copyOf(open);
        }
    }

    /** A draft that this reader may not see. */
    record Unpublished(List<Crumb> crumbs, int year) {
        Unpublished {
            crumbs = List.copyOf(crumbs);
        }
    }

    /**
     * A text to write.
     *
     * @param text what stands in the field
     * @param base the version the writer began with
     * @param collision set when someone else has written meanwhile
     * @param mayWrite false for one who may only read
     */
    record Writing(
            List<Crumb> crumbs,
            int year,
            String section,
            String title,
            String text,
            int base,
            @Nullable String signed,
            boolean saved,
            boolean mayWrite,
            @Nullable Collision collision) {

        Writing {
            crumbs = List.copyOf(crumbs);
        }
    }

    /** Two texts for the same place. */
    record Collision(String theirs, String signed, String mine, List<TextDifference.Line> lines) {
        Collision {
            lines = List.copyOf(lines);
        }
    }

    /** Every version of a text. */
    record History(List<Crumb> crumbs, int year, String section, String title, List<Version> versions) {
        History {
            crumbs = List.copyOf(crumbs);
            versions = List.copyOf(versions);
        }
    }

    /** One version, and what it changed in the one before. */
    record Version(int number, String signed, List<TextDifference.Line> lines) {
        Version {
            lines = List.copyOf(lines);
        }
    }

    /** What is missing, before freezing; the same page asks for the confirmation. */
    record Review(
            List<Crumb> crumbs,
            int year,
            @Nullable String cut,
            long vintage,
            List<Finding> findings,
            boolean frozen,
            boolean mayFreeze) {

        Review {
            crumbs = List.copyOf(crumbs);
            findings = List.copyOf(findings);
        }

        boolean stopped() {
            return findings.stream().anyMatch(Finding::stops);
        }
    }
}
