package se.fardplan.pilots;

import java.util.Optional;
import java.util.UUID;

/** Ids as forms write them (formulärens id). */
final class Ids {

    private Ids() {}

    /** Empty for what is no id. */
    static Optional<UUID> read(String written) {
        try {
            return Optional.of(UUID.fromString(written.strip()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
