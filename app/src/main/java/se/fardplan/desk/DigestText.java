package se.fardplan.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.fardplan.HouseTime;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;

/** Writes the day's letter (dagens brev): each line with its day, its place and its link. */
@Component
class DigestText {

    private static final int MOST_LINES = 40;

    private final LineStore lines;
    private final Access access;
    private final Desk desk;
    private final DeskDays days;
    private final Texts texts;

    /** @param stop where a mail program may stop the letter */
    record Written(Letter letter, String stop) {}

    DigestText(LineStore lines, Access access, Desk desk, DeskDays days, Texts texts) {
        this.lines = lines;
        this.access = access;
        this.desk = desk;
        this.days = days;
        this.texts = texts;
    }

    /** What is new to {@code user} after the one moment and up to the other; empty when nothing is. */
    Optional<Written> write(CurrentUser user, Instant after, Instant upTo, String token) {
        LocalDate today = LocalDate.ofInstant(upTo, HouseTime.SWEDEN);
        Set<String> mine = access.keysOf(user);
        List<LineStore.Fresh> fresh = lines.listWritten(mine, after, upTo, today, MOST_LINES);
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        text.append(texts.of("digest.greeting", user.name())).append('\n');
        for (Line.Kind kind : List.of(Line.Kind.TODO, Line.Kind.NEWS, Line.Kind.COMING)) {
            List<LineStore.Fresh> ofKind =
                    fresh.stream().filter(line -> line.kind() == kind).toList();
            if (!ofKind.isEmpty()) {
                text.append('\n').append(texts.of("digest.part." + kind)).append('\n');
                ofKind.forEach(line -> append(line.line(), today, text));
            }
        }
        String stop = desk.link("/utskick/" + token);
        text.append('\n').append(texts.of("digest.end", toDo(mine, today), desk.link("/att-gora"), stop));
        return Optional.of(new Written(
                new Letter(user.email(), subject(fresh), text.append('\n').toString(), Letter.Kind.DIGEST), stop));
    }

    private void append(LineStore.Seen line, LocalDate today, StringBuilder text) {
        text.append("\n– ").append(line.title()).append('\n');
        String day = line.day() == null ? "" : days.words(line.day(), today);
        String place = line.detail() == null ? "" : line.detail();
        if (!day.isEmpty() || !place.isEmpty()) {
            String between = day.isEmpty() || place.isEmpty() ? "" : " · ";
            text.append("  ").append(day).append(between).append(place).append('\n');
        }
        text.append("  ").append(desk.link(line.address())).append('\n');
    }

    private String toDo(Set<String> mine, LocalDate today) {
        List<LineStore.Seen> all = lines.listToDo(mine);
        return days.toDo(
                all.size(),
                all.stream()
                        .filter(line -> line.day() != null && line.day().isBefore(today))
                        .count());
    }

    private String subject(List<LineStore.Fresh> fresh) {
        long toDo = fresh.stream().filter(line -> line.kind() == Line.Kind.TODO).count();
        return toDo == 0 ? texts.of("digest.subject.news") : texts.of("digest.subject", toDo);
    }
}
