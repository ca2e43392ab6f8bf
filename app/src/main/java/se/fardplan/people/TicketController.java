package se.fardplan.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.OpenForm;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Entrance;
import se.fardplan.access.Open;
import se.fardplan.access.OwnAccount;
import se.fardplan.access.Requires;

/**
 * Where the links in mails lead: to a first password, a new one, a new address; and the form for a forgotten password.
 *
 * <p>Opening a link changes nothing, since mail programs open links on their own.
 */
@Controller
class TicketController {

    private static final String NO_STORE = "no-store";

    private final Tickets tickets;
    private final Entrance entrance;
    private final Texts texts;

    /**
     * The form behind a link.
     *
     * @param purpose the middle of its message keys
     * @param address where the form is sent
     * @param email whose account it is, or what the new address is
     * @param problem the sentence to mend it by; null when nothing is wrong
     */
    record TicketPage(
            String purpose,
            String address,
            String name,
            String email,
            String madeBy,
            @Nullable String problem) {}

    /** @param sent true once the form has been sent */
    record ForgottenPage(boolean sent) {}

    TicketController(Tickets tickets, Entrance entrance, Texts texts) {
        this.tickets = tickets;
        this.entrance = entrance;
        this.texts = texts;
    }

    @Open
    @GetMapping("/valkommen/{token:[A-Za-z0-9_-]+}")
    String invitation(
            @PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return form(token, Ticket.Purpose.INVITATION, null, request, response, model);
    }

    @Open
    @PostMapping("/valkommen/{token:[A-Za-z0-9_-]+}")
    String open(
            @PathVariable String token,
            @RequestParam("losenord") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return choose(token, Ticket.Purpose.INVITATION, password, request, response, model);
    }

    @Open
    @GetMapping("/nytt-losenord/{token:[A-Za-z0-9_-]+}")
    String reminder(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return form(token, Ticket.Purpose.PASSWORD, null, request, response, model);
    }

    @Open
    @PostMapping("/nytt-losenord/{token:[A-Za-z0-9_-]+}")
    String renew(
            @PathVariable String token,
            @RequestParam("losenord") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return choose(token, Ticket.Purpose.PASSWORD, password, request, response, model);
    }

    /** The link is made by a login with a password that was given, which begins no session. */
    @Open
    @GetMapping("/eget-losenord/{token:[A-Za-z0-9_-]+}")
    String own(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return form(token, Ticket.Purpose.OWN, null, request, response, model);
    }

    @Open
    @PostMapping("/eget-losenord/{token:[A-Za-z0-9_-]+}")
    String chooseOwn(
            @PathVariable String token,
            @RequestParam("losenord") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return choose(token, Ticket.Purpose.OWN, password, request, response, model);
    }

    /** Only for the account's owner: an address may have been mistyped, and its reader be a stranger. */
    @Requires(Act.BE_LOGGED_IN)
    @GetMapping("/ny-adress/{token:[A-Za-z0-9_-]+}")
    String address(
            @PathVariable String token,
            CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return findOwn(token, user).isEmpty()
                ? gone(Ticket.Purpose.ADDRESS, response, model)
                : form(token, Ticket.Purpose.ADDRESS, null, request, response, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/ny-adress/{token:[A-Za-z0-9_-]+}")
    String confirm(
            @PathVariable String token,
            CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Ticket> ticket = findOwn(token, user);
        if (ticket.isEmpty()) {
            return gone(Ticket.Purpose.ADDRESS, response, model);
        }
        try {
            tickets.confirmAddress(ticket.get());
        } catch (Refusal refusal) {
            response.setStatus(422);
            return form(token, Ticket.Purpose.ADDRESS, texts.of(refusal), request, response, model);
        }
        entrance.open(user.id(), request, response);
        return "redirect:/mitt-konto";
    }

    private Optional<Ticket> findOwn(String token, CurrentUser user) {
        return findOpen(token, Ticket.Purpose.ADDRESS)
                .filter(ticket -> ticket.person().equals(user.id()));
    }

    @Open
    @GetMapping("/glomt-losenord")
    String forgotten(HttpServletRequest request, HttpServletResponse response, Model model) {
        return shown("people/forgotten", new ForgottenPage(false), request, response, model);
    }

    @Open
    @PostMapping("/glomt-losenord")
    String remind(
            @RequestParam("epost") String email,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        tickets.remind(email);
        return shown("people/forgotten", new ForgottenPage(true), request, response, model);
    }

    private String choose(
            String token,
            Ticket.Purpose purpose,
            String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Ticket> ticket = findOpen(token, purpose);
        if (ticket.isEmpty()) {
            return gone(purpose, response, model);
        }
        try {
            tickets.choosePassword(ticket.get(), password);
        } catch (Refusal refusal) {
            response.setStatus(422);
            return form(token, purpose, texts.of(refusal), request, response, model);
        }
        entrance.open(ticket.get().person(), request, response);
        return "redirect:/att-gora";
    }

    /** The ticket behind a link, as long as it and its owner's account hold. */
    private Optional<Ticket> findOpen(String token, Ticket.Purpose purpose) {
        return tickets.findOpen(token, purpose)
                .filter(ticket -> tickets.findOwner(ticket).isPresent());
    }

    private String form(
            String token,
            Ticket.Purpose purpose,
            @Nullable String problem,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Ticket ticket = tickets.findOpen(token, purpose).orElse(null);
        OwnAccount.Owner owner =
                ticket == null ? null : tickets.findOwner(ticket).orElse(null);
        if (ticket == null || owner == null) {
            return gone(purpose, response, model);
        }
        TicketPage page = new TicketPage(
                purpose.name(), purpose.path(token), owner.name(), ticket.email(), ticket.madeBy(), problem);
        return shown("people/ticket", page, request, response, model);
    }

    /** Used, too old or never made: which of them is not said. */
    private static String gone(Ticket.Purpose purpose, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_GONE);
        response.setHeader("Cache-Control", NO_STORE);
        model.addAttribute("page", new TicketPage(purpose.name(), "", "", "", "", null));
        return "people/ticketgone";
    }

    /** The form carries a token of its own, and the address a secret. */
    private static String shown(
            String view, Object page, HttpServletRequest request, HttpServletResponse response, Model model) {
        OpenForm.mark(request);
        response.setHeader("Cache-Control", NO_STORE);
        model.addAttribute("page", page);
        return view;
    }
}
