package se.fardplan.indicators;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The areas a key figure of this county is seen against (områden).
 *
 * @param county the county's region, such as {@code 0020}, with the county's everyday name
 * @param group Kolada's group of the county's municipalities, whose value is an unweighted mean; null when there is none
 * @param municipalities the county's own, in alphabetical order
 * @param regions every region of the nation, the county's own among them, in alphabetical order
 */
public record Areas(Area county, @Nullable Area group, Area nation, List<Area> municipalities, List<Area> regions) {

    /** The code under which our own unweighted mean of the county's municipalities is shown. */
    public static final String OWN_MEAN = "medel";

    public Areas {
        municipalities = List.copyOf(municipalities);
        regions = List.copyOf(regions);
    }

    /** The area with {@code code}, wherever it stands. */
    public Optional<Area> find(String code) {
        return Stream.of(Stream.of(county, nation), Stream.ofNullable(group), municipalities.stream(), regions.stream())
                .flatMap(areas -> areas)
                .filter(area -> area.code().equals(code))
                .findFirst();
    }
}
