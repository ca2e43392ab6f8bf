package se.fardplan.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Passkeys;
import se.fardplan.access.Requires;

/** Adding and removing one's own passkeys (egna inloggningsnycklar). */
@Controller
class OwnKeysController {

    private final Passkeys passkeys;
    private final OwnChanges changes;
    private final OwnAccountPages pages;
    private final Texts texts;

    OwnKeysController(Passkeys passkeys, OwnChanges changes, OwnAccountPages pages, Texts texts) {
        this.passkeys = passkeys;
        this.changes = changes;
        this.pages = pages;
        this.texts = texts;
    }

    /** What the browser is to make a key for, or under {@code problem} the sentence that says why not: for a script. */
    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/nycklar/fraga")
    ResponseEntity<Object> ask(
            @RequestParam("namn") String name,
            @RequestParam(name = "losenord", defaultValue = "") String password,
            CurrentUser user,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            String question = passkeys.askToAdd(user, name, password, request, response);
            return answer(ResponseEntity.ok(), question);
        } catch (Refusal refusal) {
            return answer(ResponseEntity.unprocessableContent(), Map.of("problem", texts.of(refusal)));
        }
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/nycklar")
    String add(
            @RequestParam("namn") String name,
            @RequestParam("svar") String json,
            CurrentUser user,
            HttpServletRequest request,
            Model model) {
        try {
            changes.addKey(user, passkeys.answer(user, json, request), name);
        } catch (Refusal refusal) {
            return pages.show(texts.of(refusal), null, user, request, model);
        }
        return "redirect:/mitt-konto?klart=nyckel";
    }

    @Requires(Act.BE_LOGGED_IN)
    @PostMapping("/mitt-konto/nycklar/{key:[0-9a-f-]{36}}/borttagning")
    String remove(@PathVariable UUID key, CurrentUser user, HttpServletRequest request, Model model) {
        try {
            changes.removeKey(user, key);
        } catch (Refusal refusal) {
            return pages.show(texts.of(refusal), null, user, request, model);
        }
        return "redirect:/mitt-konto?klart=nyckel-borta";
    }

    private static ResponseEntity<Object> answer(ResponseEntity.BodyBuilder answer, Object body) {
        return answer.contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
