package se.fardplan.assignments;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.fardplan.NotFound;
import se.fardplan.assignments.Delivery.Verdict;

/** An assignment's deliveries as they stand on a day (tidplan). */
record Timetable(List<Delivery> deliveries, LocalDate today) {

    Timetable {
        deliveries = List.copyOf(deliveries);
    }

    Delivery get(String code) {
        return deliveries.stream()
                .filter(delivery -> delivery.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("delivery " + code));
    }

    DeliveryState state(Delivery delivery) {
        return DeliveryState.of(delivery, before(delivery), today);
    }

    DeliveryAct.Standing standing(Delivery delivery) {
        List<Delivery> waiting = deliveries.stream()
                .filter(other -> delivery.code().equals(other.dependsOn()))
                .toList();
        return new DeliveryAct.Standing(
                state(delivery),
                delivery.verdict(),
                !waiting.isEmpty(),
                waiting.stream().anyMatch(other -> other.handedOver() != null));
    }

    long count(DeliveryState state) {
        return deliveries.stream().filter(delivery -> state(delivery) == state).count();
    }

    /** Those that are to come or have come: all but the ones that are not needed or sleep. */
    long countAwake() {
        return deliveries.stream()
                .map(this::state)
                .filter(state -> state == DeliveryState.DELIVERED || state.isAhead())
                .count();
    }

    /** The next one with a day, late ones first; null when none is ahead. */
    @Nullable
    Delivery next() {
        return deliveries.stream()
                .filter(delivery -> delivery.day() != null && state(delivery).isAhead())
                .min(Comparator.comparing(delivery -> Objects.requireNonNull(delivery.day())))
                .orElse(null);
    }

    /** True when the last account that {@code receivers} were to have was received as it is. */
    boolean isReceivedBy(Collection<String> receivers) {
        List<Delivery> theirs = deliveries.stream()
                .filter(delivery -> delivery.kind() == Delivery.Kind.ACCOUNT
                        && receivers.contains(delivery.receiver())
                        && state(delivery) != DeliveryState.NOT_NEEDED)
                .toList();
        return !theirs.isEmpty() && theirs.getLast().verdict() == Verdict.RECEIVED;
    }

    private @Nullable Delivery before(Delivery delivery) {
        return delivery.dependsOn() == null
                ? null
                : deliveries.stream()
                        .filter(other -> other.code().equals(delivery.dependsOn()))
                        .findFirst()
                        .orElse(null);
    }
}
