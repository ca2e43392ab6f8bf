package se.fardplan.strategy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * A piece of the strategy's text (stycke): a principle, a rule, a definition, a part of the roadmap.
 *
 * @param order from 1 within its kind
 * @param title null for a piece that is only text
 * @param text empty for a piece that is only a title
 * @param printed the wording as printed, where it was corrected or where another is printed elsewhere
 * @param note what a reader needs to know about it, such as that it is left out of the decided text
 * @param page where it stands in the printed strategy; null when unknown
 * @param href where one works with it; null while there is no such place
 */
public record Passage(
        Kind kind,
        int order,
        @Nullable String title,
        String text,
        @Nullable String printed,
        @Nullable String note,
        @Nullable Integer page,
        @Nullable String href,
        List<Source> sources) {

    public Passage {
        sources = List.copyOf(sources);
    }

    /** What sort of piece it is; the name in the package is the second word. */
    public enum Kind {
        /** Enkla principer för samverkan. */
        PRINCIPLE("principles"),
        /** Värdeord: support for the sub-goals, not decided content. */
        VALUE_WORD("valueWords"),
        /** Fokusförflyttning: {@code title} is from, {@code text} is to. */
        FOCUS_SHIFT("focusShifts"),
        /** Styrgruppens modell i fem delar. */
        MODEL_PART("workingModel"),
        /** What introduces a section of the page, by its {@code title}. */
        LEAD("leads"),
        /** Färdplanens delar. */
        ROADMAP_PART("roadmap"),
        /** Begrepp. */
        DEFINITION("definitions"),
        /** Bakgrund, in our own words. */
        BACKGROUND("background"),
        /** Vilka som samverkar. */
        ACTOR("actors"),
        /** Avsnitt vars text saknas. */
        MISSING_SECTION("missingSections"),
        /** Uppföljningens verktyg. */
        FOLLOW_UP_TOOL("followUpTools"),
        /** Frågor om aktiviteterna. */
        ACTIVITY_QUESTION("activityQuestions"),
        /** Principer för nyckeltalen. */
        KEY_FIGURE_PRINCIPLE("keyFigurePrinciples"),
        /** Den regionala handlingsplanens uppgift. */
        REGIONAL_PLAN("regionalPlan"),
        /** Den lokala planens frågor. */
        LOCAL_PLAN("localPlan"),
        /** Regionalt stöd och årsrapport. */
        SUPPORT("support"),
        /** Systemledning. */
        SYSTEM_LEADERSHIP("systemLeadership"),
        /** Regler för revidering. */
        REVISION_RULE("revisionRules"),
        /** Ändringar efter Välfärdsrådets överläggning. */
        AMENDMENT("amendments");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }
}
