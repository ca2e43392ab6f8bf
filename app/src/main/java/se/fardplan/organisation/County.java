package se.fardplan.organisation;

import org.jspecify.annotations.Nullable;

/**
 * The county, or part of one, that this installation serves (länet).
 *
 * @param key the package's folder name, such as {@code dalarna}
 * @param name as a reader knows it, such as {@code Dalarna}
 * @param regionCode Kolada's code of the region, such as {@code 0020}
 * @param groupCode Kolada's group of the county's municipalities, such as {@code G33627}; null when there is none
 * @param demo true when the folder holds exempeldata
 */
public record County(
        String key,
        String name,
        String regionCode,
        @Nullable String groupCode,
        boolean demo) {

    /** Kolada's code of the nation (riket). */
    public static final String NATION = "0000";
}
