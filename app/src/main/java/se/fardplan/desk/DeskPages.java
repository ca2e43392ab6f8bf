package se.fardplan.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** Puts together what lies on someone's desk (arbetsbordets sida). */
@Component
class DeskPages {

    private static final ZoneId HERE = ZoneId.of("Europe/Stockholm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Texts.SWEDISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Texts.SWEDISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Texts.SWEDISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMMM uuuu", Texts.SWEDISH);

    /** What someone who has not been here before is told of. */
    private static final Duration FIRST_NEWS = Duration.ofDays(14);

    private static final int MOST_NEWS = 20;
    private static final int MOST_COMING = 12;

    private final LineStore lines;
    private final VisitStore visits;
    private final Access access;
    private final Organisation organisation;
    private final Texts texts;
    private final Clock clock;

    @Autowired
    DeskPages(LineStore lines, VisitStore visits, Access access, Organisation organisation, Texts texts) {
        this(lines, visits, access, organisation, texts, Clock.system(HERE));
    }

    DeskPages(LineStore lines, VisitStore visits, Access access, Organisation organisation, Texts texts, Clock clock) {
        this.lines = lines;
        this.visits = visits;
        this.access = access;
        this.organisation = organisation;
        this.texts = texts;
        this.clock = clock;
    }

    /** The desk of {@code user} now; that they looked is noted. */
    @Transactional
    public DeskPage show(CurrentUser user) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, HERE);
        Set<String> mine = access.keysOf(user);
        Instant since = visits.look(user.id(), today, now).orElse(now.minus(FIRST_NEWS));
        List<DeskPage.Row> toDo = rows(lines.listToDo(mine), today, true);
        return new DeskPage(
                heading(toDo),
                roles(user),
                toDo,
                rows(lines.listNews(mine, since, MOST_NEWS), today, false),
                words(LocalDate.ofInstant(since, HERE), today),
                rows(lines.listComing(mine, today, MOST_COMING), today, false));
    }

    private String heading(List<DeskPage.Row> toDo) {
        int all = toDo.size();
        long late = toDo.stream().filter(DeskPage.Row::late).count();
        String which = late == 0 ? "none-late" : late == all ? "all-late" : "some-late";
        return texts.of("desk.heading." + which, all, late);
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
                : new DeskPage.Day(day, words(day, today), Integer.toString(day.getDayOfMonth()), day.format(MONTH));
    }

    private String words(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return texts.of("desk.today");
        }
        if (day.equals(today.plusDays(1))) {
            return texts.of("desk.tomorrow");
        }
        if (day.isAfter(today) && day.isBefore(today.plusDays(7))) {
            return day.format(WEEKDAY);
        }
        return day.format(day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR);
    }

    private String roles(CurrentUser user) {
        List<String> roles =
                user.grants().stream().map(this::written).distinct().toList();
        if (roles.isEmpty()) {
            return texts.of("desk.no-role");
        }
        String last = roles.getLast();
        String all = roles.size() == 1
                ? last
                : texts.of("desk.and", String.join(", ", roles.subList(0, roles.size() - 1)), last);
        return texts.of("desk.roles", all);
    }

    private String written(CurrentUser.Grant grant) {
        String name = texts.of("role." + grant.role().name());
        String role = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
        String code = grant.organisation();
        return code == null
                ? role
                : texts.of(
                        "desk.role-for",
                        role,
                        organisation.findPrincipal(code).map(Principal::name).orElse(code));
    }
}
