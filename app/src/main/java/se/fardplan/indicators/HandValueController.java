package se.fardplan.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import se.fardplan.Crumb;
import se.fardplan.HouseTime;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.organisation.County;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** The form for a value typed in, and the history of such values. */
@Controller
class HandValueController {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm");

    private final Texts texts;
    private final Access access;
    private final Organisation organisation;
    private final Indicators indicators;
    private final HandValues values;

    HandValueController(
            Texts texts, Access access, Organisation organisation, Indicators indicators, HandValues values) {
        this.texts = texts;
        this.access = access;
        this.organisation = organisation;
        this.indicators = indicators;
        this.values = values;
    }

    /**
     * What the form holds as it was written.
     *
     * @param error the sentence to mend it by; null when nothing is wrong
     */
    record Form(
            String area,
            String year,
            String sex,
            String value,
            String source,
            @Nullable String error) {}

    /** An area to choose. */
    record Choice(String code, String name) {}

    /** @param mayWithdraw true when it stands and this user may take it back */
    record Line(
            String id,
            String area,
            int year,
            String sex,
            String value,
            String source,
            String entered,
            String withdrawn,
            boolean mayWithdraw) {}

    record Page(
            KeyFigure figure, List<Crumb> crumbs, List<Choice> areas, List<Choice> sexes, Form form, List<Line> lines) {

        Page {
            crumbs = List.copyOf(crumbs);
            areas = List.copyOf(areas);
            sexes = List.copyOf(sexes);
            lines = List.copyOf(lines);
        }
    }

    @Requires(Act.ENTER_VALUE)
    @GetMapping("/nyckeltal/{code:[A-Z]{2}[0-9]{2}}/varde")
    String form(@PathVariable String code, CurrentUser user, Model model) {
        String lastYear = String.valueOf(LocalDate.now(HouseTime.SWEDEN).getYear() - 1);
        return show(code, user, new Form("", lastYear, Sex.T.name(), "", "", null), model);
    }

    @Requires(Act.ENTER_VALUE)
    @PostMapping("/nyckeltal/{code:[A-Z]{2}[0-9]{2}}/varde")
    String enter(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String omrade,
            @RequestParam(defaultValue = "") String ar,
            @RequestParam(defaultValue = "") String kon,
            @RequestParam(defaultValue = "") String varde,
            @RequestParam(defaultValue = "") String kalla,
            CurrentUser user,
            Model model) {
        try {
            values.enter(user, entry(figure(code), new Form(omrade, ar, kon, varde, kalla, null)));
        } catch (Refusal refusal) {
            return show(code, user, new Form(omrade, ar, kon, varde, kalla, texts.of(refusal)), model);
        }
        return "redirect:/nyckeltal/" + code + "/varde";
    }

    @Requires(Act.ENTER_VALUE)
    @PostMapping("/nyckeltal/{code:[A-Z]{2}[0-9]{2}}/varde/{id}/aterkallelse")
    String withdraw(@PathVariable String code, @PathVariable UUID id, CurrentUser user) {
        values.withdraw(user, id);
        return "redirect:/nyckeltal/" + figure(code).code() + "/varde";
    }

    private String show(String code, CurrentUser user, Form form, Model model) {
        KeyFigure figure = figure(code);
        List<Choice> areas = areas(user);
        model.addAttribute(
                "page",
                new Page(
                        figure,
                        List.of(
                                new Crumb(texts.of("menu.follow-up"), "/folja-upp"),
                                new Crumb(figure.name(), "/nyckeltal/" + figure.code())),
                        areas,
                        Arrays.stream(Sex.values())
                                .map(sex -> new Choice(sex.name(), texts.of("hand.sex." + sex.name())))
                                .toList(),
                        form,
                        values.list(indicator(figure)).stream()
                                .map(value -> line(value, user))
                                .toList()));
        return "indicators/handvalue";
    }

    private KeyFigure figure(String code) {
        return indicators.findKeyFigure(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The id its values are kept under: Kolada's, or the figure's own code where it has none. */
    private static String indicator(KeyFigure figure) {
        String id = figure.koladaId();
        return id == null ? figure.code() : id;
    }

    /** The areas this user may enter values for. */
    private List<Choice> areas(CurrentUser user) {
        List<Choice> areas = new ArrayList<>();
        for (Principal principal : organisation.listPrincipals(LocalDate.now(HouseTime.SWEDEN))) {
            areas.add(new Choice(principal.code(), principal.name()));
        }
        areas.add(new Choice(County.NATION, texts.of("hand.nation")));
        areas.removeIf(area -> !access.may(user, Act.ENTER_VALUE, area.code()));
        return areas;
    }

    private static HandValue.Entry entry(KeyFigure figure, Form form) {
        if (form.area().isBlank() || !List.of("T", "K", "M").contains(form.sex())) {
            throw new Refusal("HND-010");
        }
        return new HandValue.Entry(
                indicator(figure),
                form.area(),
                year(form.year()),
                Sex.valueOf(form.sex()),
                number(form.value()),
                form.source().strip());
    }

    private static int year(String text) {
        if (!text.strip().matches("\\d{4}")) {
            throw new Refusal("HND-009", text.strip());
        }
        return Integer.parseInt(text.strip());
    }

    /** As written by hand: a comma, spaces between thousands and a true minus sign are all fine. */
    private static BigDecimal number(String text) {
        String plain =
                text.replaceAll("[\\s\u00a0\u202f]", "").replace('\u2212', '-').replace(',', '.');
        if (!plain.matches("-?\\d{1,15}(\\.\\d{1,10})?")) {
            throw new Refusal("HND-011", text.strip());
        }
        return new BigDecimal(plain);
    }

    private Line line(HandValue value, CurrentUser user) {
        String withdrawn = value.withdrawnAt() == null
                ? ""
                : texts.of(
                        "hand.withdrawn",
                        String.valueOf(value.withdrawnBy()),
                        MOMENT.format(value.withdrawnAt().atZone(HouseTime.SWEDEN)));
        return new Line(
                value.id().toString(),
                organisation
                        .findPrincipal(value.area())
                        .map(Principal::name)
                        .orElse(value.area().equals(County.NATION) ? texts.of("hand.nation") : value.area()),
                value.year(),
                texts.of("hand.sex." + value.sex().name()),
                value.value().toPlainString().replace('.', ','),
                value.source(),
                texts.of(
                        "hand.entered",
                        value.enteredBy(),
                        MOMENT.format(value.enteredAt().atZone(HouseTime.SWEDEN))),
                withdrawn,
                withdrawn.isEmpty() && access.may(user, Act.ENTER_VALUE, value.area()));
    }
}
