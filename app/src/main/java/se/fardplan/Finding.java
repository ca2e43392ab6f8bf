package se.fardplan;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Check} found (iakttagelse).
 *
 * @param key stable, such as {@code backup}; two may not share one
 * @param subject what it is about, in a word or two
 * @param sentence how it fares
 * @param advice what to do about it; empty where there is nothing to do
 * @param since when it began; null where the check cannot know
 */
public record Finding(
        String key,
        State state,
        String subject,
        String sentence,
        String advice,
        @Nullable Instant since) {

    /** How bad it is (läge). */
    public enum State {
        /** Something does not work (fel). */
        WRONG,
        /** It works, but someone should know (att veta). */
        NOTICE,
        /** As it should be (i sin ordning). */
        FINE
    }
}
