package se.fardplan.assignments;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.fardplan.organisation.Source;

/**
 * Something that bodies have asked others to do (uppdrag), as the county package tells it.
 *
 * @param code stable, such as {@code UPPDRAG-RHPL-2026}
 * @param basis the strategy and figure it rests on, in words; null when unknown
 * @param passages everything else it says, in order
 * @param shownOn the day that examples stand for; null where the days are real
 * @param closed null while it goes on
 * @param version grows by each change of the assignment itself
 */
record Assignment(
        String code,
        String name,
        String purpose,
        @Nullable String basis,
        List<Source> sources,
        List<Passage> passages,
        @Nullable LocalDate shownOn,
        @Nullable Closing closed,
        long version) {

    Assignment {
        sources = List.copyOf(sources);
        passages = List.copyOf(passages);
    }

    /** The end of it (avslut): the final account was received, with every demand met or waived. */
    record Closing(LocalDate day, String by, String words) {}

    /** Who does what in it (roll). */
    enum Part {
        ORDERER,
        OWNER,
        STEERING_GROUP,
        LEADER,
        RECEIVER,
        FINAL_RECEIVER
    }

    String href() {
        return "/planera/uppdrag/" + code;
    }

    /** The day its states are told for. */
    LocalDate dayOr(LocalDate today) {
        return Objects.requireNonNullElse(shownOn, today);
    }

    Stream<Passage> of(Passage.Kind kind) {
        return passages.stream().filter(passage -> passage.kind() == kind);
    }

    /** The codes of the bodies that play {@code part}; none where nobody is named. */
    List<String> bodies(Part part) {
        return of(Passage.Kind.ROLE)
                .filter(role -> part.name().equals(role.code()))
                .flatMap(role -> role.bodies().stream())
                .toList();
    }

    /** What it is about now: the focus that has no end. */
    List<Passage> focus() {
        return of(Passage.Kind.FOCUS).filter(focus -> focus.until() == null).toList();
    }
}
