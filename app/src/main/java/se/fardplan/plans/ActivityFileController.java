package se.fardplan.plans;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.fardplan.Crumb;
import se.fardplan.NotFound;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Requires;
import se.fardplan.sheets.TakeAway;

/** A plan's activities out as a file, and back with what was changed (aktiviteter ut och in). */
@Controller
class ActivityFileController {

    private final Plans plans;
    private final PlanRights rights;
    private final ActivityTable table;
    private final ActivityUploads uploads;
    private final Texts texts;

    /**
     * Where a file is sent, and what it would change once it has been.
     *
     * @param plan its address
     * @param shown null before a file is sent
     * @param message what the user must know first; null when nothing
     */
    record Page(
            String plan,
            List<Crumb> crumbs,
            ActivityUploads.@Nullable Shown shown,
            @Nullable String message,
            boolean done) {}

    ActivityFileController(Plans plans, PlanRights rights, ActivityTable table, ActivityUploads uploads, Texts texts) {
        this.plans = plans;
        this.rights = rights;
        this.table = table;
        this.uploads = uploads;
        this.texts = texts;
    }

    @Requires(Act.BE_LOGGED_IN)
    @GetMapping("/planera/planer/{id}/inlasning")
    String form(@PathVariable UUID id, CurrentUser user, Model model) {
        return show(own(id, user), null, null, false, model);
    }

    @Requires(Act.BE_LOGGED_IN)
    @GetMapping("/planera/planer/{id}/inlasning/aktiviteter.{ending:csv|xlsx}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable String ending, CurrentUser user) {
        Plan plan = own(id, user);
        var rows = table.rows(plans.listActivities(id));
        return TakeAway.file(
                "aktiviteter-att-andra",
                ending,
                ending.equals("csv")
                        ? table.template(plan).csv(rows)
                        : table.template(plan).xlsx(rows));
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/planera/planer/{id}/inlasning")
    String send(@PathVariable UUID id, @RequestParam("fil") MultipartFile file, CurrentUser user, Model model)
            throws IOException {
        Plan plan = own(id, user);
        if (file.isEmpty()) {
            return show(plan, null, texts.of("import.noFile"), false, model);
        }
        try {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            return show(plan, uploads.keep(user, plan, name, file.getBytes()), null, false, model);
        } catch (Refusal refusal) {
            return show(plan, null, texts.of(refusal), false, model);
        }
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/planera/planer/{id}/inlasning/{upload:[0-9a-f-]{36}}")
    String save(
            @PathVariable UUID id,
            @PathVariable UUID upload,
            @RequestParam("sett") String seen,
            CurrentUser user,
            Model model) {
        Plan plan = own(id, user);
        try {
            ActivityUploads.Shown shown = uploads.save(user, plan, upload, seen);
            return shown.seen().equals(seen)
                    ? show(plan, shown, null, true, model)
                    : show(plan, shown, texts.of("import.changed"), false, model);
        } catch (Refusal refusal) {
            if (refusal.isForbidden()) {
                throw refusal;
            }
            return show(plan, null, texts.of(refusal), false, model);
        }
    }

    private Plan own(UUID id, CurrentUser user) {
        Plan plan = plans.find(id)
                .filter(found -> rights.mayRead(user, found))
                .orElseThrow(() -> new NotFound("plan " + id));
        if (!rights.mayWrite(user, plan)) {
            throw new Refusal("ACC-001");
        }
        return plan;
    }

    private String show(
            Plan plan, ActivityUploads.@Nullable Shown shown, @Nullable String message, boolean done, Model model) {
        model.addAttribute(
                "page",
                new Page(
                        plan.href(),
                        List.of(new Crumb(texts.of("plans.title"), "/planera"), new Crumb(plan.title(), plan.href())),
                        shown,
                        message,
                        done));
        return "plans/activityfile";
    }
}
