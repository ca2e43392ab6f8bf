package se.fardplan.people;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.access.CurrentUser;
import se.fardplan.sheets.Preview;

/** A file's way in: sent, shown, and saved if nothing has changed since it was shown (inläsning). */
@Service
class Uploads {

    private static final Duration KEPT = Duration.ofDays(1);

    private final UploadStore store;
    private final Clock clock;

    /**
     * A file and what it would change.
     *
     * @param seen stands for the preview: another one gives another text
     */
    record Shown(UUID id, String fileName, Preview preview, String seen) {}

    Uploads(UploadStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Keeps the file and says what it would change; refusals are those of the template. */
    @Transactional
    public Shown keep(CurrentUser user, Exchange register, String fileName, byte[] content) {
        UploadStore.Upload upload = new UploadStore.Upload(UUID.randomUUID(), fileName, content);
        Shown shown = show(user, register, upload);
        store.delete(upload.id(), clock.instant().minus(KEPT));
        store.add(upload, register.name(), user.id(), clock.instant());
        return shown;
    }

    /**
     * Saves what the file changes, all or nothing, if it is the same as the user saw.
     *
     * @return what the user has to look at again; its {@code seen} equals the given one when it has been saved
     * @throws Refusal {@code PEO-007} the file is no longer kept
     */
    @Transactional
    public Shown save(CurrentUser user, Exchange register, UUID id, String seen) {
        UploadStore.Upload upload =
                store.find(id, register.name(), user.id()).orElseThrow(() -> new Refusal("PEO-007"));
        Exchange.Plan plan = register.plan(user, register.template().read(upload.fileName(), upload.content()));
        Shown shown = shown(upload, plan.preview());
        if (shown.seen().equals(seen) && plan.preview().problems().isEmpty()) {
            plan.save().run();
            store.delete(id, clock.instant().minus(KEPT));
        }
        return shown;
    }

    private Shown show(CurrentUser user, Exchange register, UploadStore.Upload upload) {
        return shown(
                upload,
                register.plan(user, register.template().read(upload.fileName(), upload.content()))
                        .preview());
    }

    private static Shown shown(UploadStore.Upload upload, Preview preview) {
        return new Shown(upload.id(), upload.fileName(), preview, preview.imprint());
    }
}
