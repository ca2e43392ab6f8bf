package se.fardplan.indicators;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies behind a key figure (bakgrund): how it was printed, what was interpreted, what comes before and after.
 *
 * @param printedDefinition as printed, where the shown definition was corrected
 * @param surveyQuestion the question that respondents answer, where the strategy prints it as a definition
 * @param basisInterpreted true when the strategy does not say in words where the figure was taken from
 * @param desiredInterpreted true when the strategy does not say which way is better
 * @param nationalIndicatorInterpreted true when the link to a national indicator is ours
 * @param retiredAfter the last year with values under the Kolada id; null while it lives
 * @param successorNote how the successor differs, such as another scale
 * @param predecessorId the Kolada id that came before, with another definition
 * @param likelyKoladaId the id that is probably the right one; values are not read by it until a user has given it
 * @param verification what a user gave; null before
 * @param notes what does not agree in the printed text, one sentence each
 * @param validFrom the first day the figure is decided for
 */
public record KeyFigureBackground(
        String code,
        Basis basis,
        boolean basisInterpreted,
        @Nullable String printedDefinition,
        @Nullable String surveyQuestion,
        boolean desiredInterpreted,
        boolean nationalIndicatorInterpreted,
        @Nullable Integer retiredAfter,
        @Nullable String successorNote,
        @Nullable String predecessorId,
        @Nullable String likelyKoladaId,
        @Nullable Verification verification,
        List<String> notes,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable String decisionReference) {

    public KeyFigureBackground {
        notes = List.copyOf(notes);
    }

    /** Where the county found the figure (underlag). */
    public enum Basis {
        /** SKR:s infografik, 2021. */
        SKR_2021,
        /** Socialstyrelsens förslag på indikatorer, 2020. */
        SOCIALSTYRELSEN_2020
    }

    /**
     * A Kolada id given by a user with a reference (fastställt id). It survives a new package.
     *
     * @param by the user's name
     */
    public record Verification(String koladaId, KeyFigure.Unit unit, String reference, String by, Instant at) {}
}
