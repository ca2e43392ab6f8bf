package se.fardplan.followup;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a round was told about one activity or plan (svar i uppföljningen).
 *
 * @param subject the activity's or the plan's id
 * @param published the day it was shown to everyone as a good result; null while it is not
 * @param sent the day it was last sent; null while it is a draft
 * @param by who last wrote it
 * @param version grows by each change, so that two who write at once are told
 */
public record Answer(
        UUID round,
        UUID subject,
        State state,
        Told told,
        @Nullable LocalDate published,
        @Nullable LocalDate sent,
        String by,
        long version) {

    /** How far an answer has come (svarets läge). */
    public enum State {
        /** Read by those who may write it. */
        DRAFT,
        /** Read by the county's support too, and part of the year's report. */
        SENT
    }

    /** How the work towards a sub-goal goes (bedömning). */
    public enum Progress {
        ON_TRACK,
        PARTLY,
        NO
    }

    /** A part of an answer that is words (svarsdel). */
    public enum Part {
        /** Question 1: what was carried out. */
        DONE,
        /** Question 1: with which results. */
        RESULT,
        /** Question 2: what was learnt. */
        LESSONS,
        /** Question 2: what made it go well. */
        SUCCESS,
        /** Question 2: what was hard. */
        CHALLENGE,
        /** Question 2: what they would do again, or otherwise. */
        AGAIN,
        /** Question 3: how the work goes on, beside the judgement of each sub-goal. */
        GOES_ON
    }

    /**
     * The three questions' answers (de tre svaren).
     *
     * @param words empty where nothing is said
     * @param progress by the sub-goal's code; only for those that were judged
     * @param structure true when it is about how care is organised
     * @param culture true when it is about how people think and act
     * @param offered true when others may gain by reading it
     */
    public record Told(
            Map<Part, String> words,
            Map<String, Progress> progress,
            boolean structure,
            boolean culture,
            boolean offered) {

        public static final Told NOTHING = new Told(Map.of(), Map.of(), false, false, false);

        public Told {
            words = Map.copyOf(words);
            progress = Map.copyOf(progress);
        }

        /** What is said in {@code part}; empty when nothing is. */
        public String of(Part part) {
            return words.getOrDefault(part, "");
        }
    }
}
