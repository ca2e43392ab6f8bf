package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Logging in and out (logga in och ut). */
@Controller
class LoginController {

    private final Login login;
    private final Sessions sessions;
    private final LoginPages pages;
    private final Passkeys passkeys;
    private final OwnPasswords own;

    LoginController(Login login, Sessions sessions, LoginPages pages, Passkeys passkeys, OwnPasswords own) {
        this.login = login;
        this.sessions = sessions;
        this.pages = pages;
        this.passkeys = passkeys;
        this.own = own;
    }

    @Open
    @GetMapping("/logga-in")
    String form(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (sessions.findUser(request).isPresent()) {
            return "redirect:" + LoginPages.next(request);
        }
        model.addAttribute("page", pages.told(request));
        return shown(response);
    }

    @Open
    @PostMapping("/logga-in")
    String logIn(
            @RequestParam("epost") String email,
            @RequestParam("losenord") String password,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Login.Attempt attempt = new Login.Attempt(email, password, Sessions.device(request), request.getRemoteAddr());
        return ended(login.attempt(attempt), "login.wrong", request, response, model);
    }

    /** What a browser is asked to sign with a passkey, for the script of the login page. */
    @Open
    @PostMapping(path = "/logga-in/nyckel/fraga", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String ask(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return passkeys.askToLogIn(request, response);
    }

    @Open
    @PostMapping("/logga-in/nyckel")
    String logInByKey(
            @RequestParam("nyckel") String answer,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<byte[]> challenge = passkeys.takeLogin(request);
        Login.Outcome outcome = login.attemptByKey(
                Sessions.device(request),
                request.getRemoteAddr(),
                () -> challenge
                        .map(asked -> passkeys.prove(asked, answer))
                        .orElseGet(() -> new Passkeys.Unproven(null, false)));
        return ended(outcome, "passkey.wrong", request, response, model);
    }

    private String ended(
            Login.Outcome outcome,
            String wrongMessage,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (outcome) {
            case Login.LoggedIn who -> {
                sessions.start(who, request, response);
                Kept kept = Kept.carriedBy(request);
                if (kept == null) {
                    yield "redirect:" + LoginPages.next(request);
                }
                model.addAttribute("page", pages.resend(request, kept));
                response.setHeader("Cache-Control", "no-store");
                yield "access/resend";
            }
            case Login.MustChoose who -> {
                String address = own.open(who.account());
                response.setHeader("Cache-Control", "no-store");
                Kept kept = Kept.carriedBy(request);
                if (kept == null) {
                    yield "redirect:" + address;
                }
                model.addAttribute("page", new LoginPages.UnsentPage(kept, address, null));
                yield "access/unsent";
            }
            case Login.Wrong wrong -> {
                model.addAttribute("page", pages.wrong(request, wrongMessage));
                response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                yield shown(response);
            }
            case Login.Wait wait -> {
                model.addAttribute("page", pages.wait(request, wait.left()));
                response.setStatus(429);
                response.setHeader("Retry-After", Long.toString(wait.left().toSeconds() + 1));
                yield shown(response);
            }
        };
    }

    @Open
    @PostMapping("/logga-ut")
    String logOut(HttpServletRequest request) {
        sessions.end(request);
        return "redirect:/logga-in?ut";
    }

    /** The form carries a token of its own. */
    private static String shown(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        return "access/login";
    }
}
