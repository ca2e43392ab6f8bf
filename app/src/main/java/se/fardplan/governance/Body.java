package se.fardplan.governance;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A group that meets and may decide (gruppering): a political body, a network of officials, a steering group.
 *
 * @param code stable within the county, such as {@code LCHNV}
 * @param otherNames every other name and spelling that leads to it, in the package's order
 * @param systemLeadership true for one of those who lead the transition together
 * @param principal the code of the principal it belongs to; null for a body of several or of none
 * @param parent the code of the body it belongs to; null when there is none
 * @param escalation where its questions go next, in order: a body's code, or words where it is no body
 * @param validTo its last day; null while it meets, and where the day is unknown
 */
public record Body(
        String code,
        String name,
        List<String> otherNames,
        Kind kind,
        Standing standing,
        boolean systemLeadership,
        @Nullable String principal,
        @Nullable String parent,
        List<String> escalation,
        @Nullable LocalDate validTo) {

    public Body {
        otherNames = List.copyOf(otherNames);
        escalation = List.copyOf(escalation);
    }

    /** What sort of body it is (slag); in the order of a list. */
    public enum Kind {
        POLITICAL,
        OFFICIALS,
        STEERING_GROUP,
        /** Every principal by itself: a decision of theirs says whose it is. */
        PRINCIPALS,
        LOCAL,
        SUPPORT,
        FUNCTION,
        KNOWLEDGE,
        PILOT,
        WORKING_GROUP,
        COLLABORATION,
        /** May comment, never decide. */
        ADVISORY,
        CONSULTANT
    }

    /** Whether it meets (ställning). */
    public enum Standing {
        CURRENT,
        PROPOSED,
        ENDED
    }

    /** Why a body cannot do something (hinder), with the code of the sentence that says so. */
    enum Hindrance {
        ADVISORY("GOV-002"),
        PROPOSED("GOV-003"),
        ENDED("GOV-004");

        private final String refusal;

        Hindrance(String refusal) {
            this.refusal = refusal;
        }

        String refusal() {
            return refusal;
        }
    }

    /** What hinders it from {@code form} on {@code day}; empty when nothing does. Anyone may be consulted and informed. */
    Optional<Hindrance> hindrance(Decision.Form form, LocalDate day) {
        if (standing == Standing.PROPOSED) {
            return Optional.of(Hindrance.PROPOSED);
        }
        if (isAdvisory() && form.isBinding()) {
            return Optional.of(Hindrance.ADVISORY);
        }
        return validTo != null && day.isAfter(validTo) ? Optional.of(Hindrance.ENDED) : Optional.empty();
    }

    /** True when it may comment but not decide (rådgivande). */
    public boolean isAdvisory() {
        return kind == Kind.ADVISORY || kind == Kind.CONSULTANT;
    }

    /** True when {@code asked} is its code or one of its names, in any case of letters. */
    public boolean isCalled(String asked) {
        String wanted = asked.strip().toLowerCase(Locale.ROOT);
        return names().anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(wanted));
    }

    /** True when some name of it holds {@code asked}; everything holds a blank. */
    boolean matches(String asked) {
        String wanted = asked.strip().toLowerCase(Locale.ROOT);
        return names().anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(code, name), otherNames.stream());
    }

    /** Its page. */
    public String address() {
        return "/strategin/grupper/" + code;
    }
}
