package se.fardplan.desk;

import java.util.List;
import java.util.Set;

/**
 * What a room lets be found of the things that come with the county package (sökkälla): a bean of this kind is all it takes.
 *
 * <p>Read in the transaction that loads a package, and once when {@link #version} has been raised. What users change between
 * is said by {@link Desk#index} in the change's own transaction.
 */
public interface SearchSource {

    /** The kinds of its texts, which no other source has: a text of them that is not given again is forgotten. */
    Set<String> kinds();

    /** From 1; raised when the room says more of its things, or says it otherwise. */
    int version();

    /** Everything there is to find now. */
    List<SearchText> texts();
}
