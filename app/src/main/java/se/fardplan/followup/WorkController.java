package se.fardplan.followup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.sheets.Sheet;
import se.fardplan.sheets.TakeAway;

/** The inventory as a list, a form and a file (inventeringens sidor). */
@Controller
class WorkController {

    private static final String ADDRESS = "/folja-upp/inventering";
    private static final String JOINT = "JOINT";

    private final Inventory inventory;
    private final Organisation organisation;
    private final FollowUpWords words;
    private final Texts texts;

    /** @param mayAdd true when the reader may add some work */
    record Page(List<Crumb> crumbs, String point, List<Group> groups, boolean mayAdd) {}

    /** The works that were reported under one agreement. */
    record Group(String agreement, List<Row> rows) {}

    /** @param href where to change it; null for those who may not */
    record Row(
            String title,
            String about,
            String whose,
            String agreement,
            String year,
            String obstacle,
            @Nullable String href) {}

    record FormPage(
            List<Crumb> crumbs,
            String title,
            String action,
            @Nullable String problem,
            Form form,
            List<Option> whose) {}

    record Option(String value, String word, boolean chosen) {}

    /** What the form holds, as it was written. @param vems a principal's code, or JOINT */
    record Form(
            @Nullable String namn,
            @Nullable String ingress,
            @Nullable String vems,
            @Nullable String avtal,
            @Nullable String ar,
            @Nullable String tidigare,
            @Nullable String hinder,
            @Nullable Long version) {

        Work work(UUID id, Organisation organisation) {
            String principal = vems == null || vems.isBlank() || vems.equals(JOINT) ? null : vems;
            boolean region = principal != null
                    && organisation
                            .findPrincipal(principal)
                            .filter(found -> found.kind() == Principal.Kind.REGION)
                            .isPresent();
            Work.Whose whose =
                    principal == null ? Work.Whose.JOINT : region ? Work.Whose.REGION : Work.Whose.MUNICIPALITY;
            return new Work(
                    id,
                    text(namn),
                    text(ingress),
                    whose,
                    principal,
                    text(avtal),
                    text(ar).matches("\\d{4}") ? Integer.parseInt(text(ar)) : 0,
                    tidigare != null,
                    text(hinder),
                    version == null ? 0 : version);
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    WorkController(Inventory inventory, Organisation organisation, FollowUpWords words, Texts texts) {
        this.inventory = inventory;
        this.organisation = organisation;
        this.words = words;
        this.texts = texts;
    }

    @Open
    @GetMapping(ADDRESS)
    String page(@Nullable CurrentUser user, Model model) {
        List<Row> rows = inventory.list().stream().map(work -> row(work, user)).toList();
        model.addAttribute(
                "page",
                new Page(
                        List.of(new Crumb(texts.of("menu.follow-up"), "/folja-upp")),
                        texts.of("inventory.point", rows.size()),
                        rows.stream()
                                .collect(Collectors.groupingBy(
                                        Row::agreement, LinkedHashMap::new, Collectors.toUnmodifiableList()))
                                .entrySet()
                                .stream()
                                .map(group -> new Group(group.getKey(), group.getValue()))
                                .toList(),
                        user != null && !choices(user, "").isEmpty()));
        return "followup/works";
    }

    @Open
    @GetMapping(ADDRESS + ".{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable String ending) {
        Sheet sheet = Sheet.of(
                texts.of("inventory.title"),
                inventory.list().stream().map(work -> row(work, null)).toList(),
                Row::agreement,
                List.of(
                        Sheet.Filled.text(texts.of("inventory.work"), Row::title),
                        Sheet.Filled.text(texts.of("inventory.about"), Row::about),
                        Sheet.Filled.text(texts.of("inventory.whose"), Row::whose),
                        Sheet.Filled.text(texts.of("inventory.year"), Row::year),
                        Sheet.Filled.text(texts.of("inventory.obstacle"), Row::obstacle)));
        return TakeAway.table(sheet, "inventering", ending);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @GetMapping(ADDRESS + "/ny")
    String blank(CurrentUser user, Model model) {
        Form form = new Form("", "", "", texts.of("inventory.agreement.default"), "2021", null, "", 0L);
        return show(null, form, null, user, model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping(ADDRESS)
    String add(@ModelAttribute Form form, CurrentUser user, Model model) {
        return saved(null, form, user, model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @GetMapping(ADDRESS + "/{id}/andring")
    String edit(@PathVariable UUID id, CurrentUser user, Model model) {
        Work work = own(id, user);
        Form form = new Form(
                work.title(),
                work.about(),
                work.principal() == null ? JOINT : work.principal(),
                work.agreement(),
                Integer.toString(work.year()),
                work.earlier() ? "ja" : null,
                work.obstacle(),
                work.version());
        return show(id, form, null, user, model);
    }

    @Requires(Act.WRITE_SOME_PLAN)
    @PostMapping(ADDRESS + "/{id}/andring")
    String change(@PathVariable UUID id, @ModelAttribute Form form, CurrentUser user, Model model) {
        own(id, user);
        return saved(id, form, user, model);
    }

    private Work own(UUID id, CurrentUser user) {
        Work work = inventory.find(id).orElseThrow(() -> new NotFound("work " + id));
        if (!inventory.mayWrite(user, work.principal())) {
            throw new Refusal("ACC-001");
        }
        return work;
    }

    private String saved(@Nullable UUID id, Form form, CurrentUser user, Model model) {
        try {
            inventory.save(user, form.work(id == null ? UUID.randomUUID() : id, organisation));
            return "redirect:" + ADDRESS;
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(id, form, texts.of(refusal), user, model);
        }
    }

    private String show(@Nullable UUID id, Form form, @Nullable String problem, CurrentUser user, Model model) {
        model.addAttribute(
                "page",
                new FormPage(
                        List.of(
                                new Crumb(texts.of("menu.follow-up"), "/folja-upp"),
                                new Crumb(texts.of("inventory.title"), ADDRESS)),
                        texts.of(id == null ? "inventory.new" : "inventory.edit"),
                        id == null ? ADDRESS : ADDRESS + "/" + id + "/andring",
                        problem,
                        form,
                        choices(user, form.vems())));
        return "followup/workform";
    }

    private List<Option> choices(CurrentUser user, @Nullable String chosen) {
        Stream<Option> own = organisation.listPrincipals(words.today()).stream()
                .filter(principal -> inventory.mayWrite(user, principal.code()))
                .map(principal -> new Option(
                        principal.code(), principal.name(), principal.code().equals(chosen)));
        Stream<Option> joint = inventory.mayWrite(user, null)
                ? Stream.of(new Option(JOINT, texts.of("inventory.joint"), JOINT.equals(chosen)))
                : Stream.empty();
        return Stream.concat(own, joint).toList();
    }

    private Row row(Work work, @Nullable CurrentUser user) {
        return new Row(
                work.title(),
                work.about(),
                work.principal() == null ? texts.of("inventory.joint") : words.principal(work.principal()),
                work.agreement(),
                work.earlier()
                        ? texts.of("inventory.earlier", Integer.toString(work.year()))
                        : Integer.toString(work.year()),
                work.obstacle(),
                user != null && inventory.mayWrite(user, work.principal())
                        ? ADDRESS + "/" + work.id() + "/andring"
                        : null);
    }
}
