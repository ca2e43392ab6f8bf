package se.fardplan.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import se.fardplan.Crumb;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.PersonChange;
import se.fardplan.access.Requires;
import se.fardplan.access.Role;

/** Inviting one person by form (bjud in). */
@Controller
class InvitationController {

    private final PersonDirectory directory;
    private final Principals principals;
    private final Access access;
    private final Texts texts;

    /** What the form holds, as it was written; {@code roll} may be blank. */
    record Form(
            @Nullable String epost,
            @Nullable String namn,
            @Nullable String huvudman,
            @Nullable String roll) {

        String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    record Page(
            List<Crumb> crumbs,
            Form form,
            @Nullable String problem,
            List<Principals.Choice> organisations,
            List<Principals.Choice> roles,
            boolean mayCounty) {}

    InvitationController(PersonDirectory directory, Principals principals, Access access, Texts texts) {
        this.directory = directory;
        this.principals = principals;
        this.access = access;
        this.texts = texts;
    }

    @Requires(Act.MANAGE_PEOPLE)
    @GetMapping("/personer/ny")
    String blank(CurrentUser user, Model model) {
        List<Principals.Choice> own = own(user);
        return show(new Form("", "", own.size() == 1 ? own.getFirst().value() : "", ""), null, user, model);
    }

    @Requires(Act.MANAGE_PEOPLE)
    @PostMapping("/personer")
    String invite(@ModelAttribute Form form, CurrentUser user, Model model) {
        UUID id = UUID.randomUUID();
        try {
            String organisation = form.text(form.huvudman());
            List<PersonChange> changes = new ArrayList<>();
            changes.add(new PersonChange.Invite(
                    id, form.text(form.epost()), form.text(form.namn()), PersonForm.orNull(organisation)));
            if (!form.text(form.roll()).isEmpty()) {
                changes.add(PersonForm.give(id, form.text(form.roll()), organisation, "", "", ""));
            }
            directory.apply(user, changes);
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(form, texts.of(refusal), user, model);
        }
        return "redirect:/personer/" + id;
    }

    private String show(Form form, @Nullable String problem, CurrentUser user, Model model) {
        model.addAttribute(
                "page",
                new Page(
                        List.of(new Crumb(texts.of("persons.title"), "/personer")),
                        form,
                        problem,
                        own(user),
                        Arrays.stream(Role.values())
                                .filter(role -> own(user).stream()
                                                .anyMatch(choice -> access.mayGive(
                                                        user, new CurrentUser.Grant(role, choice.value())))
                                        || access.mayGive(user, new CurrentUser.Grant(role, null)))
                                .map(role -> new Principals.Choice(role.name(), texts.of("role." + role)))
                                .toList(),
                        access.may(user, Act.MANAGE_PEOPLE, null)));
        return "people/invitation";
    }

    private List<Principals.Choice> own(CurrentUser user) {
        return principals.choices().stream()
                .filter(choice -> access.may(user, Act.MANAGE_PEOPLE, choice.value()))
                .toList();
    }
}
