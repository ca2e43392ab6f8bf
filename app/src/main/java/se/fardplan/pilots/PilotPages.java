package se.fardplan.pilots;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.fardplan.Crumb;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.plans.Plan;

/** What a pilot's pages have in common (pilotens sidor): the way there, and the way between them. */
@Component
class PilotPages {

    private final Texts texts;

    /**
     * The top of a page.
     *
     * @param self the pilot's address
     * @param plan its plan's
     */
    record Head(String self, String plan, String pilot, String title, List<Crumb> crumbs, List<Part> parts) {}

    /** One of the pilot's pages. */
    record Part(String word, String href) {}

    /** A choice in a form (val). */
    record Choice(String value, String word, boolean chosen) {}

    PilotPages(Texts texts) {
        this.texts = texts;
    }

    /** @param below true for a page below the pilot's own */
    Head head(Plan plan, String title, boolean below) {
        String self = Pilot.href(plan.id());
        Stream<Crumb> above = Stream.of(
                new Crumb(texts.of("plans.title"), "/planera"),
                new Crumb(texts.of("pilots.title"), "/planera/piloter"));
        return new Head(
                self,
                plan.href(),
                plan.title(),
                title,
                (below ? Stream.concat(above, Stream.of(new Crumb(plan.title(), self))) : above).toList(),
                List.of(
                        new Part(texts.of("pilot.part.course"), self),
                        new Part(texts.of("pilot.part.activities"), self + "/aktiviteter"),
                        new Part(texts.of("pilot.part.log"), self + "/larande"),
                        new Part(texts.of("pilot.part.file"), self + "/akt")));
    }

    /** The sentence to mend by; what nobody may do is thrown on. */
    String sentence(Refusal refusal) {
        if (refusal.code().equals("ACC-001")) {
            throw refusal;
        }
        return texts.of(refusal);
    }
}
