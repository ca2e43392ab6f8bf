package se.fardplan.desk;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.NotFound;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Open;
import se.fardplan.access.Requires;

/** Whether to have the day's letter (utskick): on one's own pages, or by the link in the letter without a login. */
@Controller
class SubscriptionController {

    private static final String ON = "pa";

    private final Subscriptions subscriptions;

    /**
     * @param address where the form is sent
     * @param changed true when it has just been chosen
     * @param own true for someone who has logged in
     */
    record SubscriptionPage(boolean daily, String address, boolean changed, boolean own) {}

    SubscriptionController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Requires(Act.BE_LOGGED_IN)
    @GetMapping("/mitt-konto/utskick")
    String own(@RequestParam(name = "klart", required = false) @Nullable String done, CurrentUser user, Model model) {
        boolean daily = subscriptions.of(user).daily();
        model.addAttribute("page", new SubscriptionPage(daily, "/mitt-konto/utskick", done != null, true));
        return "desk/subscription";
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/utskick")
    String chooseOwn(@RequestParam("dagens") String daily, CurrentUser user) {
        subscriptions.choose(user, ON.equals(daily));
        return "redirect:/mitt-konto/utskick?klart=ja";
    }

    /** Opening the link changes nothing, since mail programs open links on their own. */
    @Open
    @GetMapping("/utskick/{token:[0-9a-z]+}")
    String linked(@PathVariable String token, HttpServletResponse response, Model model) {
        return shown(get(token), false, response, model);
    }

    /** A mail program that stops the letter by itself sends no {@code dagens}. */
    @Open
    @PostMapping("/utskick/{token:[0-9a-z]+}")
    String chooseLinked(
            @PathVariable String token,
            @RequestParam(name = "dagens", defaultValue = "av") String daily,
            HttpServletResponse response,
            Model model) {
        subscriptions.choose(get(token), ON.equals(daily));
        return shown(get(token), true, response, model);
    }

    private SubscriptionStore.Subscription get(String token) {
        return subscriptions.find(token).orElseThrow(() -> new NotFound("subscription behind a link"));
    }

    private static String shown(
            SubscriptionStore.Subscription found, boolean changed, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("page", new SubscriptionPage(found.daily(), "/utskick/" + found.token(), changed, false));
        return "desk/subscription";
    }
}
