package se.fardplan.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.fardplan.indicators.KoladaItem.Place;
import se.fardplan.indicators.KoladaRow.Kind;

/** What an object of an answer is, told from its own fields, and its rows (tolkning av Koladas svar). */
final class KoladaRows {

    private KoladaRows() {}

    /** The kind of answer that {@code item} belongs to; what we do not read, such as units, is refused. */
    static Kind kind(KoladaItem item) {
        if (item.has("kpi") && item.has("period") && item.has("municipality")) {
            return Kind.VALUES;
        }
        if (item.has("id") && item.has("members")) {
            return Kind.GROUPS;
        }
        if (item.has("id") && (item.has("municipality_type") || item.has("is_divided_by_gender"))) {
            return Kind.INDICATORS;
        }
        if (item.has("id") && item.has("type") && !item.has("municipality")) {
            return Kind.AREAS;
        }
        throw item.place().refuse("KOL-007");
    }

    static List<? extends KoladaRow> rows(Kind kind, KoladaItem item) {
        return switch (kind) {
            case VALUES -> cells(item);
            case INDICATORS -> List.of(indicator(item));
            case AREAS -> List.of(municipality(item));
            case GROUPS -> List.of(group(item));
        };
    }

    private static List<KoladaRow.Cell> cells(KoladaItem item) {
        String indicator = item.getIndicator("kpi");
        String area = item.getArea("municipality");
        int year = item.getYear("period");
        List<KoladaRow.Cell> cells = new ArrayList<>();
        for (KoladaItem one : item.getItems("values")) {
            Sex sex = sex(one);
            BigDecimal value = one.findValue("value");
            State state = state(one, value);
            boolean shown = state == State.PUBLISHED || state == State.UNCERTAIN;
            cells.add(new KoladaRow.Cell(indicator, area, year, sex, shown ? value : null, state));
        }
        return cells;
    }

    private static Sex sex(KoladaItem one) {
        return switch (one.findText("gender")) {
            case "T" -> Sex.T;
            case "K" -> Sex.K;
            case "M" -> Sex.M;
            case null, default -> throw one.wrong("gender");
        };
    }

    /**
     * The state that status word, value and deleted flag make together. A word we do not know is refused, since guessing
     * might print a secret; a secret cell's value, should one ever come, is not kept.
     */
    private static State state(KoladaItem one, @Nullable BigDecimal value) {
        if (flag(one, "isdeleted") || flag(one, "is_deleted")) {
            return State.REMOVED;
        }
        String status = one.findText("status");
        return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
            case "" -> value == null ? State.NOT_PUBLISHED : State.PUBLISHED;
            case "missing" -> value == null ? State.MISSING : State.UNCERTAIN;
            case "privacy" -> State.SUPPRESSED;
            case "not applicable" -> {
                if (value != null) {
                    throw one.wrong("value");
                }
                yield State.NOT_APPLICABLE;
            }
            default -> throw unknown(one.place(), String.valueOf(status));
        };
    }

    private static RuntimeException unknown(Place place, String status) {
        return place.refuse("KOL-006", status);
    }

    private static boolean flag(KoladaItem one, String name) {
        return Boolean.TRUE.equals(one.findFlag(name));
    }

    private static KoladaRow.Indicator indicator(KoladaItem item) {
        String auspice = item.findText("auspice");
        String description = item.findText("description");
        return new KoladaRow.Indicator(
                item.getIndicator("id"),
                item.getText("title"),
                description == null ? "" : description,
                item.findFlag("is_divided_by_gender"),
                areaKind(item),
                auspice == null ? item.findText("auspices") : auspice,
                item.findText("operating_area"),
                item.findText("perspective"),
                item.findDate("prel_publication_date"),
                item.findDate("publication_date"),
                item.findText("publ_period"),
                item.findFlag("has_ou_data"));
    }

    private static @Nullable String areaKind(KoladaItem item) {
        String kind = item.findText("municipality_type");
        return switch (kind) {
            case null -> null;
            case "K", "L", "A" -> kind;
            default -> throw item.wrong("municipality_type");
        };
    }

    private static KoladaRow.Municipality municipality(KoladaItem item) {
        String type = item.getText("type");
        if (!type.equals("K") && !type.equals("L")) {
            throw item.wrong("type");
        }
        return new KoladaRow.Municipality(item.getArea("id"), item.getText("title"), type);
    }

    /** Both version 2's documentation (id) and what is really sent (member_id) are read. */
    private static KoladaRow.Group group(KoladaItem item) {
        List<String> members = item.getItems("members").stream()
                .map(member -> member.getArea(member.has("member_id") ? "member_id" : "id"))
                .distinct()
                .toList();
        return new KoladaRow.Group(item.getArea("id"), item.getText("title"), members);
    }
}
