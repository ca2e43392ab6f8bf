package se.fardplan.writing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan's document says beside its text (ram).
 *
 * @param sender the code of the body that stands behind it; null until chosen, where no template tells
 * @param targetAreas in the plan's order; most plans have none
 * @param initiatives codes of the other work it takes account of
 * @param decisions ids of the decisions behind it
 * @param longBecause why it may be longer than the template wants; empty while it need not be
 * @param links business plans and other governing documents
 * @param version grows by each change, so that two who change at once are told
 */
public record Frame(
        @Nullable String sender,
        List<String> targetAreas,
        List<String> initiatives,
        List<UUID> decisions,
        String longBecause,
        List<Template.Link> links,
        long version) {

    public Frame {
        targetAreas = List.copyOf(targetAreas);
        initiatives = List.copyOf(initiatives);
        decisions = List.copyOf(decisions);
        links = List.copyOf(links);
    }

    static Frame blank(@Nullable String sender) {
        return new Frame(sender, List.of(), List.of(), List.of(), "", List.of(), 0);
    }
}
