package se.fardplan;

import org.jspecify.annotations.Nullable;

/**
 * What a reader meets when something could not be done (felsida).
 *
 * @param status the HTTP status
 * @param sentence what is wrong
 * @param advice what to do about it
 * @param code such as {@code KOL-004}; null when there is none
 * @param reference finds the request in the log; null when it has none
 */
record ErrorPage(
        int status,
        String title,
        String sentence,
        String advice,
        @Nullable String code,
        @Nullable String reference) {}
