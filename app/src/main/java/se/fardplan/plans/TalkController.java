package se.fardplan.plans;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;

/** Comments on an activity, and why it lacks what it lacks (kommentera, förklara). */
@Controller
class TalkController {

    private final Activities activities;
    private final Comments comments;

    TalkController(Activities activities, Comments comments) {
        this.activities = activities;
        this.comments = comments;
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/planera/aktiviteter/{id}/kommentarer")
    String comment(@PathVariable UUID id, @RequestParam("kommentar") String words, CurrentUser user) {
        return done(id, "#kommentarer", () -> comments.add(user, id, words));
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/planera/aktiviteter/{id}/kommentarer/lasta")
    String read(@PathVariable UUID id, CurrentUser user) {
        return done(id, "#kommentarer", () -> comments.clear(user, id));
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/planera/aktiviteter/{id}/forklaring")
    String explain(@PathVariable UUID id, @RequestParam("varfor") String reason, CurrentUser user) {
        return done(id, "", () -> activities.explain(user, id, reason));
    }

    private static String done(UUID id, String place, Runnable change) {
        try {
            change.run();
        } catch (Refusal refusal) {
            if (refusal.code().equals("PLA-004")) {
                throw new NotFound("activity " + id);
            }
            throw refusal;
        }
        return "redirect:/planera/aktiviteter/" + id + place;
    }
}
