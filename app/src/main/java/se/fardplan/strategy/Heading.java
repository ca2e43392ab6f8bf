package se.fardplan.strategy;

import org.jspecify.annotations.Nullable;

/**
 * A line of the strategy's table of contents (rubrik).
 *
 * @param level 1 for a chapter, 2 for a section
 * @param page as printed; null when the contents give none. Page references are text, never an address
 * @param href where its content or its working function is
 * @param note what will come there, or what differs from the print
 */
public record Heading(
        int order,
        int level,
        String title,
        @Nullable Integer page,
        String href,
        @Nullable String note) {}
