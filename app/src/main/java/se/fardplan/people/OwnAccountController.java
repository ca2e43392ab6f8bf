package se.fardplan.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Entrance;
import se.fardplan.access.OwnAccount;
import se.fardplan.access.Requires;

/** One's own account: roles, stand-ins, password, sessions and address (mitt konto). */
@Controller
class OwnAccountController {

    private final OwnAccountPages pages;
    private final OwnChanges changes;
    private final OwnAccount account;
    private final Entrance entrance;
    private final Texts texts;

    OwnAccountController(
            OwnAccountPages pages, OwnChanges changes, OwnAccount account, Entrance entrance, Texts texts) {
        this.pages = pages;
        this.changes = changes;
        this.account = account;
        this.entrance = entrance;
        this.texts = texts;
    }

    @Requires(Act.BE_LOGGED_IN)
    @GetMapping("/mitt-konto")
    String page(
            @RequestParam(name = "klart", defaultValue = "") String done,
            CurrentUser user,
            HttpServletRequest request,
            Model model) {
        boolean known = List.of("losenord", "adress", "vikarie", "nyckel", "nyckel-borta", "utloggad", "utloggade")
                .contains(done);
        return pages.show(null, known ? texts.of("account.done." + done) : null, user, request, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/losenord")
    String password(
            @RequestParam("gammalt") String old,
            @RequestParam("nytt") String password,
            CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return saved(
                () -> {
                    changes.password(user, old, password);
                    // Every session has ended, this one too.
                    entrance.open(user.id(), request, response);
                },
                "losenord",
                user,
                request,
                model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/adress")
    String address(
            @RequestParam("epost") String email,
            @RequestParam(name = "losenord", defaultValue = "") String password,
            CurrentUser user,
            HttpServletRequest request,
            Model model) {
        return proven(() -> changes.address(user, email), "adress", user, password, request, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/vikarier")
    String standIn(
            @RequestParam("roll") UUID held,
            @RequestParam("epost") String email,
            @RequestParam("fran") String from,
            @RequestParam("till") String until,
            CurrentUser user,
            HttpServletRequest request,
            Model model) {
        return saved(
                () -> changes.standIn(user, held, email, UnitForm.day(from), UnitForm.day(until)),
                "vikarie",
                user,
                request,
                model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/vikarier/{person:[0-9a-f-]{36}}/{held:[0-9a-f-]{36}}/avslut")
    String endStandIn(
            @PathVariable UUID person,
            @PathVariable UUID held,
            CurrentUser user,
            HttpServletRequest request,
            Model model) {
        return saved(() -> changes.endStandIn(user, person, held), "vikarie", user, request, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/inloggningar/{handle:[0-9a-f-]{36}}/avslut")
    String endSession(
            @PathVariable UUID handle,
            @RequestParam(name = "losenord", defaultValue = "") String password,
            CurrentUser user,
            HttpServletRequest request,
            Model model) {
        return proven(() -> changes.endSession(user, handle, request), "utloggad", user, password, request, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/inloggningar/avslut")
    String endOtherSessions(
            @RequestParam(name = "losenord", defaultValue = "") String password,
            CurrentUser user,
            HttpServletRequest request,
            Model model) {
        return proven(() -> changes.endOtherSessions(user, request), "utloggade", user, password, request, model);
    }

    /** As {@link #saved}, for one who shows to be the account's owner by its password. */
    private String proven(
            Runnable change, String done, CurrentUser user, String password, HttpServletRequest request, Model model) {
        return saved(
                () -> {
                    account.demandOwner(user, password, request);
                    change.run();
                },
                done,
                user,
                request,
                model);
    }

    private String saved(Runnable change, String done, CurrentUser user, HttpServletRequest request, Model model) {
        try {
            change.run();
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return pages.show(texts.of(refusal), null, user, request, model);
        }
        return "redirect:/mitt-konto?klart=" + done;
    }
}
