package se.fardplan.assignments;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.DemoPart;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;

/**
 * The assignment as it may have gone until the day of the examples (exempeldata): each account handed over on its day, a
 * revision asked for by the network of heads and not by the political body, most demands met.
 */
@Component
@Order(45)
class AssignmentDemo implements DemoPart {

    /** What the examples have evidence for; the rest stands open. */
    private static final List<String> MET = List.of("AP1", "AP2", "AP3", "AP4", "AP5", "AP6", "AP7", "KRAV1", "KRAV4");

    private final AssignmentStore store;
    private final DeliveryStore deliveries;
    private final DemandStore demands;
    private final PaperStore papers;
    private final Assignments assignments;
    private final Papers file;
    private final Texts texts;

    AssignmentDemo(
            AssignmentStore store,
            DeliveryStore deliveries,
            DemandStore demands,
            PaperStore papers,
            Assignments assignments,
            Papers file,
            Texts texts) {
        this.store = store;
        this.deliveries = deliveries;
        this.demands = demands;
        this.papers = papers;
        this.assignments = assignments;
        this.file = file;
        this.texts = texts;
    }

    @Override
    public void fill(LocalDate asOf) {
        CurrentUser lead = someone("assignments.demo.lead", Role.REGIONAL_LEAD);
        CurrentUser head = someone("assignments.demo.head", Role.HEAD);
        CurrentUser elected = someone("assignments.demo.elected", Role.POLITICIAN);
        for (Assignment assignment : store.list()) {
            String code = assignment.code();
            store.showOn(code, asOf);
            tellOwner(head, code, asOf);
            for (Delivery delivery : deliveries.list(code)) {
                LocalDate day = delivery.day();
                if (day != null && day.isBefore(asOf) && isAhead(code, delivery.code())) {
                    account(lead, delivery.receiver().equals("VFR") ? elected : head, delivery, day);
                }
            }
            for (Demand demand : demands.list(code)) {
                if (MET.contains(demand.code())) {
                    mark(lead, demand);
                }
            }
            papersOf(lead, code);
        }
    }

    private boolean isAhead(String assignment, String delivery) {
        Timetable table = assignments.timetable(assignments.get(assignment));
        return table.state(table.get(delivery)).isAhead();
    }

    private void account(CurrentUser lead, CurrentUser receiver, Delivery delivery, LocalDate day) {
        Delivery handed = assignments.act(
                lead,
                delivery.assignment(),
                delivery.code(),
                delivery.version(),
                DeliveryAct.HAND_OVER,
                new Assignments.Said(texts.of("assignments.demo.handed", delivery.text()), day, null));
        boolean revised = delivery.code().equals("L3");
        assignments.act(
                receiver,
                delivery.assignment(),
                delivery.code(),
                handed.version(),
                revised ? DeliveryAct.ASK_REVISION : DeliveryAct.RECEIVE,
                new Assignments.Said(
                        texts.of(revised ? "assignments.demo.revision" : "assignments.demo.received"), day, null));
    }

    private void mark(CurrentUser lead, Demand demand) {
        assignments.mark(
                lead,
                demand.assignment(),
                demand.code(),
                demand.version(),
                Demand.Act.MEET,
                new Assignments.Said(texts.of("assignments.demo.evidence." + demand.code()), null, null));
    }

    private void tellOwner(CurrentUser head, String code, LocalDate asOf) {
        papers.list(code).stream()
                .filter(Paper::isOpenTask)
                .forEach(task -> file.save(
                        head,
                        new Paper(
                                task.id(),
                                code,
                                task.kind(),
                                task.title(),
                                asOf,
                                asOf,
                                Map.of(Paper.Field.DONE, texts.of("assignments.demo.told")),
                                null,
                                task.version())));
    }

    private void papersOf(CurrentUser lead, String code) {
        add(
                lead,
                code,
                Paper.Kind.COMMUNICATION,
                "units",
                LocalDate.of(2026, 1, 29),
                LocalDate.of(2026, 12, 31),
                List.of(Paper.Field.ANALYSIS, Paper.Field.MESSAGE, Paper.Field.CHANNEL, Paper.Field.RESPONSIBLE));
        add(
                lead,
                code,
                Paper.Kind.COMMUNICATION,
                "inhabitants",
                LocalDate.of(2026, 9, 1),
                LocalDate.of(2026, 12, 31),
                List.of(Paper.Field.ANALYSIS, Paper.Field.MESSAGE, Paper.Field.CHANNEL, Paper.Field.RESPONSIBLE));
        add(
                lead,
                code,
                Paper.Kind.WORKSHOP,
                "needs",
                LocalDate.of(2026, 3, 12),
                null,
                List.of(Paper.Field.AUDIENCE, Paper.Field.RESULT));
        add(
                lead,
                code,
                Paper.Kind.DIALOGUE,
                "pensioners",
                LocalDate.of(2026, 4, 16),
                null,
                List.of(Paper.Field.AUDIENCE, Paper.Field.RESULT));
        add(
                lead,
                code,
                Paper.Kind.WORKING_GROUP,
                "figures",
                LocalDate.of(2026, 2, 2),
                LocalDate.of(2026, 5, 29),
                List.of(Paper.Field.PURPOSE, Paper.Field.MEMBERS));
        add(
                lead,
                code,
                Paper.Kind.STEERING_ITEM,
                "scope",
                LocalDate.of(2026, 3, 2),
                null,
                List.of(
                        Paper.Field.DIRECTION,
                        Paper.Field.PRIORITIES,
                        Paper.Field.NEEDS,
                        Paper.Field.POLITICAL,
                        Paper.Field.DECIDED));
        add(
                lead,
                code,
                Paper.Kind.STEERING_ITEM,
                "spread",
                LocalDate.of(2026, 10, 12),
                null,
                List.of(Paper.Field.DIRECTION, Paper.Field.PRIORITIES));
    }

    private void add(
            CurrentUser lead,
            String code,
            Paper.Kind kind,
            String name,
            LocalDate day,
            @Nullable LocalDate until,
            List<Paper.Field> fields) {
        Map<Paper.Field, String> written = new EnumMap<>(Paper.Field.class);
        fields.forEach(field -> written.put(field, texts.of("assignments.demo." + name + "-" + field)));
        String title = texts.of("assignments.demo." + name);
        file.save(lead, new Paper(UUID.randomUUID(), code, kind, title, day, until, written, null, 0));
    }

    /** Someone who exists in the examples alone and cannot log in. */
    private CurrentUser someone(String key, Role role) {
        return new CurrentUser(
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                texts.of(key),
                "",
                List.of(new CurrentUser.Grant(role, null)));
    }
}
