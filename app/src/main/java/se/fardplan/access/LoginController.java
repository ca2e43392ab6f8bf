package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Logging in and out (logga in och ut). */
@Controller
class LoginController {

    private final Login login;
    private final Sessions sessions;
    private final LoginPages pages;

    LoginController(Login login, Sessions sessions, LoginPages pages) {
        this.login = login;
        this.sessions = sessions;
        this.pages = pages;
    }

    @Open
    @GetMapping("/logga-in")
    String form(HttpServletRequest request, HttpServletResponse response, Model model) {
        if (sessions.findUser(request).isPresent()) {
            return "redirect:" + LoginPages.next(request);
        }
        model.addAttribute(
                "page",
                request.getParameter("ut") != null
                        ? pages.loggedOut(request)
                        : request.getParameter("okand") != null ? pages.unknownOutside(request) : pages.first(request));
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
        return switch (login.attempt(attempt)) {
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
            case Login.Wrong wrong -> {
                model.addAttribute("page", pages.wrong(request));
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
