package se.fardplan.indicators;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What to import (importbeställning). */
public sealed interface ImportRequest {

    /** Kolada's own address. */
    URI KOLADA = URI.create("https://api.kolada.se/v3");

    /** Kolada's ids of key figures, such as {@code U20462}; empty asks for what the form of request has as its default. */
    List<String> indicators();

    /** Kolada's codes of areas, such as {@code 2080}; empty asks for the default. */
    List<String> areas();

    /** The day the figures were taken from Kolada; null leaves it to each file's name, or today. */
    @Nullable
    LocalDate asOf();

    /** Files in either shape, several at once; everything in them unless ids or areas are given. */
    record Files(
            List<Path> files,
            List<String> indicators,
            List<String> areas,
            @Nullable LocalDate asOf) implements ImportRequest {

        public Files {
            files = List.copyOf(files);
            indicators = List.copyOf(indicators);
            areas = List.copyOf(areas);
        }
    }

    /**
     * Kolada's API; by default the county's key figures and their followers, for the county's principals, its group and
     * the nation, and for what is measured for regions every region.
     *
     * @param since asks only for what changed from this day on
     */
    record Api(
            URI baseUrl,
            List<String> indicators,
            List<String> areas,
            @Nullable LocalDate since,
            @Nullable LocalDate asOf)
            implements ImportRequest {

        public Api {
            indicators = List.copyOf(indicators);
            areas = List.copyOf(areas);
        }
    }
}
