package se.fardplan.organisation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Sign;

/**
 * The sign over the door, read from the loaded county.
 *
 * <p>Every page asks for it. A database keeps its county and its kind of data for life, so that what was read once holds.
 */
@Component
class CountySign implements Sign {

    private final Organisation organisation;

    private volatile @Nullable County read;

    CountySign(Organisation organisation) {
        this.organisation = organisation;
    }

    @Override
    public String countyName() {
        return county().map(County::name).orElse("");
    }

    @Override
    public boolean demo() {
        return county().map(County::demo).orElse(false);
    }

    private Optional<County> county() {
        County county = read;
        if (county == null) {
            county = organisation.findCounty().orElse(null);
            read = county;
        }
        return Optional.ofNullable(county);
    }
}
