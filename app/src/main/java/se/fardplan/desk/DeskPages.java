package se.fardplan.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.HouseTime;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;

/** Puts together what lies on someone's desk (arbetsbordets sida). */
@Component
class DeskPages {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Texts.SWEDISH);

    /** What someone who has not been here before is told of. */
    private static final Duration FIRST_NEWS = Duration.ofDays(14);

    private static final int MOST_NEWS = 20;
    private static final int MOST_COMING = 12;

    private final LineStore lines;
    private final VisitStore visits;
    private final Access access;
    private final DeskRoles roles;
    private final DeskDays days;
    private final Clock clock;

    DeskPages(LineStore lines, VisitStore visits, Access access, DeskRoles roles, DeskDays days, Clock clock) {
        this.lines = lines;
        this.visits = visits;
        this.access = access;
        this.roles = roles;
        this.days = days;
        this.clock = clock;
    }

    /** The desk of {@code user} now; that they looked is noted. */
    @Transactional
    public DeskPage show(CurrentUser user) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, HouseTime.SWEDEN);
        Set<String> mine = access.keysOf(user);
        Instant since = visits.look(user.id(), today, now).orElse(now.minus(FIRST_NEWS));
        List<DeskPage.Row> toDo = rows(lines.listToDo(mine), today, true);
        return new DeskPage(
                days.toDo(toDo.size(), toDo.stream().filter(DeskPage.Row::late).count()),
                roles.words(user, today),
                toDo,
                rows(lines.listNews(mine, since, MOST_NEWS), today, false),
                days.words(LocalDate.ofInstant(since, HouseTime.SWEDEN), today),
                rows(lines.listComing(mine, today, MOST_COMING), today, false));
    }

    private List<DeskPage.Row> rows(List<LineStore.Seen> lines, LocalDate today, boolean mayBeLate) {
        return lines.stream()
                .map(line -> new DeskPage.Row(
                        line.title(),
                        line.detail(),
                        line.address(),
                        day(line, today),
                        mayBeLate && line.day() != null && line.day().isBefore(today)))
                .toList();
    }

    private DeskPage.@Nullable Day day(LineStore.Seen line, LocalDate today) {
        LocalDate day = line.day();
        return day == null
                ? null
                : new DeskPage.Day(
                        day, days.words(day, today), Integer.toString(day.getDayOfMonth()), day.format(MONTH));
    }
}
