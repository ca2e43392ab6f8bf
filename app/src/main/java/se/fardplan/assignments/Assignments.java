package se.fardplan.assignments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Trace;

/** The county's assignments, and every change of what they demand and owe (uppdrag). */
@Service
class Assignments {

    private final AssignmentStore store;
    private final DemandStore demands;
    private final DeliveryStore deliveries;
    private final AssignmentRights rights;
    private final Papers papers;
    private final Reminders reminders;
    private final Access access;
    private final Texts texts;
    private final Clock clock;

    Assignments(
            AssignmentStore store,
            DemandStore demands,
            DeliveryStore deliveries,
            AssignmentRights rights,
            Papers papers,
            Reminders reminders,
            Access access,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.demands = demands;
        this.deliveries = deliveries;
        this.rights = rights;
        this.papers = papers;
        this.reminders = reminders;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * What someone says with an act (yttrande).
     *
     * @param words what was handed over, what shows it, or why
     * @param day when it was done or is to be; null where the act has no day
     * @param link where more is: a web address or a page here; null when there is none
     */
    record Said(
            String words, @Nullable LocalDate day, @Nullable String link) {

        Said {
            words = words.strip();
            link = link == null || link.isBlank() ? null : link.strip();
        }
    }

    /** A new focus (nytt fokusområde), with why. @param instead the focus that it takes the place of; null for one more */
    record NewFocus(
            String name,
            String statement,
            String reason,
            @Nullable LocalDate from,
            @Nullable String instead) {}

    List<Assignment> list() {
        return store.list();
    }

    Assignment get(String code) {
        return store.find(code).orElseThrow(() -> new NotFound("assignment " + code));
    }

    List<Demand> listDemands(Assignment assignment) {
        return demands.list(assignment.code());
    }

    Timetable timetable(Assignment assignment) {
        return new Timetable(deliveries.list(assignment.code()), assignment.dayOr(LocalDate.now(clock)));
    }

    List<Trace> history(Assignment assignment) {
        return access.listTraces(subject(assignment.code()));
    }

    /**
     * Does {@code act} to a delivery.
     *
     * @param seen the version that it was decided on
     * @throws Refusal {@code ASN-001} someone was first, {@code ASN-002} the assignment is closed, {@code ASN-026} it is not
     *     said what, {@code ASN-027} no day or one to come, {@code ASN-028} no day to set, {@code ASN-029} no link, and
     *     those of {@link DeliveryAct}
     */
    @Transactional
    public Delivery act(CurrentUser by, String assignment, String code, long seen, DeliveryAct act, Said said) {
        Assignment of = open(assignment);
        Timetable before = timetable(of);
        Delivery delivery = before.get(code);
        act.check(rights.sides(by, delivery), before.standing(delivery));
        checkSeen(delivery.version(), seen);
        checkLink(said);
        Delivery after = after(delivery, act, said, by, of.dayOr(LocalDate.now(clock)));
        deliveries.save(after);
        if (act == DeliveryAct.SET_DAY) {
            papers.askOwner(of, texts.of("owner.task.day", code, words(delivery.day()), words(after.day())));
        }
        reminders.refresh(store.find(assignment).orElseThrow());
        access.record(
                by,
                "delivery." + act,
                subject(assignment),
                act == DeliveryAct.SET_DAY
                        ? code + ": " + words(delivery.day()) + " → " + words(after.day())
                        : code + ": " + said.words());
        return deliveries.find(assignment, code).orElseThrow();
    }

    /**
     * Marks a demand.
     *
     * @param seen the version that it was decided on
     * @throws Refusal {@code ASN-001} someone was first, {@code ASN-002} the assignment is closed, {@code ASN-029} no link,
     *     and those of {@link Demand}
     */
    @Transactional
    public Demand mark(CurrentUser by, String assignment, String code, long seen, Demand.Act act, Said said) {
        Assignment of = open(assignment);
        Demand demand = getDemand(of, code);
        act.check(rights.sides(by), demand.state());
        checkSeen(demand.version(), seen);
        checkLink(said);
        Demand after = demand.after(act, said.words(), said.link(), by.name(), of.dayOr(LocalDate.now(clock)));
        demands.save(after);
        access.record(by, "demand." + act, subject(assignment), code + ": " + said.words());
        return demands.find(assignment, code).orElseThrow();
    }

    Demand getDemand(Assignment assignment, String code) {
        return demands.find(assignment.code(), code).orElseThrow(() -> new NotFound("demand " + code));
    }

    /**
     * Receives the final account and closes the assignment.
     *
     * @throws Refusal {@code ASN-001} someone was first, {@code ASN-002} it is closed, and those of {@link #hindrance}
     */
    @Transactional
    public Assignment close(CurrentUser by, String code, long seen, Said said) {
        Assignment before = open(code);
        Refusal hindrance = hindrance(before, by);
        if (hindrance != null) {
            throw hindrance;
        }
        checkSeen(before.version(), seen);
        LocalDate day = before.dayOr(LocalDate.now(clock));
        store.close(code, new Assignment.Closing(day, by.name(), said.words()));
        Assignment after = get(code);
        reminders.refresh(after);
        access.record(by, "assignment.closed", subject(code), said.words());
        return after;
    }

    /**
     * What keeps {@code user} from closing it: {@code ACC-001} not for this user, {@code ASN-041} the final account is not
     * received, {@code ASN-040} demands are neither met nor waived; null when nothing does.
     */
    @Nullable
    Refusal hindrance(Assignment assignment, CurrentUser user) {
        List<String> receivers = assignment.bodies(Assignment.Part.FINAL_RECEIVER);
        if (receivers.stream().noneMatch(receiver -> rights.mayReceive(user, receiver))) {
            return new Refusal("ACC-001");
        }
        if (!timetable(assignment).isReceivedBy(receivers)) {
            return new Refusal("ASN-041");
        }
        String unsettled = listDemands(assignment).stream()
                .filter(demand -> !demand.isSettled())
                .map(Demand::code)
                .collect(Collectors.joining(", "));
        return unsettled.isEmpty() ? null : new Refusal("ASN-040", unsettled);
    }

    /**
     * Gives the assignment a focus, one more or instead of another; its owner is asked to tell those who gave it.
     *
     * @throws Refusal {@code ASN-001} someone was first, {@code ASN-002} it is closed, {@code ASN-010} for the leader alone,
     *     {@code ASN-060} no name, {@code ASN-061} no reason, {@code ASN-027} no day or one to come
     */
    @Transactional
    public Assignment addFocus(CurrentUser by, String code, long seen, NewFocus focus) {
        Assignment before = open(code);
        refuse(!rights.mayLead(by), "ASN-010");
        checkSeen(before.version(), seen);
        refuse(focus.name().isBlank(), "ASN-060");
        refuse(focus.reason().isBlank(), "ASN-061");
        LocalDate from = notAhead(focus.from(), before.dayOr(LocalDate.now(clock)));
        Optional.ofNullable(focus.instead())
                .filter(name -> !name.isBlank())
                .ifPresent(name -> store.endFocus(code, name, from));
        store.add(
                code,
                new Passage(
                        Passage.Kind.FOCUS,
                        null,
                        focus.name().strip(),
                        focus.statement().strip(),
                        focus.reason().strip(),
                        from,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        by.name()));
        Assignment after = get(code);
        papers.askOwner(after, texts.of("owner.task.focus", focus.name().strip()));
        reminders.refresh(after);
        access.record(
                by,
                "assignment.focus",
                subject(code),
                focus.name().strip() + ": " + focus.reason().strip());
        return after;
    }

    private Assignment open(String code) {
        store.lock(code);
        Assignment assignment = get(code);
        refuse(assignment.closed() != null, "ASN-002");
        return assignment;
    }

    private static Delivery after(Delivery delivery, DeliveryAct act, Said said, CurrentUser by, LocalDate today) {
        return switch (act) {
            case HAND_OVER -> {
                refuse(said.words().isEmpty(), "ASN-026");
                LocalDate day = notAhead(said.day(), today);
                yield delivery.handedOver(new Delivery.HandedOver(day, said.words(), said.link(), by.name()));
            }
            case SET_DAY -> {
                LocalDate day = said.day();
                if (day == null) {
                    throw new Refusal("ASN-028");
                }
                yield delivery.on(day);
            }
            case RECEIVE -> said(delivery, Delivery.Verdict.RECEIVED, said, by, today);
            case ASK_REVISION -> {
                refuse(said.words().isEmpty(), "ASN-026");
                yield said(delivery, Delivery.Verdict.REVISION_ASKED, said, by, today);
            }
        };
    }

    private static Delivery said(
            Delivery delivery, Delivery.Verdict verdict, Said said, CurrentUser by, LocalDate today) {
        return delivery.with(new Delivery.Outcome(verdict, notAhead(said.day(), today), said.words(), by.name()));
    }

    private static LocalDate notAhead(@Nullable LocalDate day, LocalDate today) {
        if (day == null || day.isAfter(today)) {
            throw new Refusal("ASN-027");
        }
        return day;
    }

    private static void checkSeen(long now, long seen) {
        refuse(now != seen, "ASN-001");
    }

    private static void checkLink(Said said) {
        String link = said.link();
        refuse(link != null && !link.matches("(https?://\\S+)|(/[^/\\s]\\S*)"), "ASN-029");
    }

    private static void refuse(boolean hindered, String code) {
        if (hindered) {
            throw new Refusal(code);
        }
    }

    private String words(@Nullable LocalDate day) {
        return day == null ? texts.of("delivery.undated") : AssignmentWords.day(day);
    }

    static String subject(String assignment) {
        return "assignment/" + assignment;
    }
}
