package se.fardplan.plans;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;
import se.fardplan.access.CurrentUser;
import se.fardplan.sheets.Preview;

/** A file's way in: sent, shown, and saved if nothing has changed since it was shown (inläsning av aktiviteter). */
@Service
class ActivityUploads {

    private static final Duration KEPT = Duration.ofDays(1);

    private final ActivityUploadStore store;
    private final ActivityTable table;
    private final ActivityFile files;
    private final ActivityBatch batch;
    private final ActivityStore activities;
    private final PlanStore plans;
    private final Clock clock;

    /** @param seen stands for the preview: another one gives another text */
    record Shown(UUID id, String fileName, Preview preview, String seen) {}

    ActivityUploads(
            ActivityUploadStore store,
            ActivityTable table,
            ActivityFile files,
            ActivityBatch batch,
            ActivityStore activities,
            PlanStore plans,
            Clock clock) {
        this.store = store;
        this.table = table;
        this.files = files;
        this.batch = batch;
        this.activities = activities;
        this.plans = plans;
        this.clock = clock;
    }

    /** Keeps the file and says what it would change; refusals are those of the template. */
    @Transactional
    public Shown keep(CurrentUser user, Plan plan, String fileName, byte[] content) {
        ActivityUploadStore.Upload upload = new ActivityUploadStore.Upload(UUID.randomUUID(), fileName, content);
        Shown shown = shown(upload, read(user, plan, upload).preview());
        store.delete(upload.id(), clock.instant().minus(KEPT));
        store.add(upload, plan.id(), user.id(), clock.instant());
        return shown;
    }

    /**
     * Saves what the file changes, all or nothing, if it is the same as the user saw.
     *
     * @return what the user has to look at again; its {@code seen} equals the given one when it has been saved
     * @throws Refusal {@code PLA-007} the file is no longer kept
     */
    @Transactional
    public Shown save(CurrentUser user, Plan plan, UUID id, String seen) {
        // Of two who save the same file, the second finds it no longer kept.
        plans.lock(plan.id());
        ActivityUploadStore.Upload upload =
                store.find(id, plan.id(), user.id()).orElseThrow(() -> new Refusal("PLA-007"));
        ActivityFile.Read read = read(user, plans.find(plan.id()).orElseThrow(), upload);
        Shown shown = shown(upload, read.preview());
        if (shown.seen().equals(seen) && read.preview().problems().isEmpty()) {
            batch.save(user, plan.id(), read.changes());
            store.delete(id, clock.instant().minus(KEPT));
        }
        return shown;
    }

    private ActivityFile.Read read(CurrentUser user, Plan plan, ActivityUploadStore.Upload upload) {
        return files.read(
                user, plan, activities.list(plan.id()), table.template(plan).read(upload.fileName(), upload.content()));
    }

    private static Shown shown(ActivityUploadStore.Upload upload, Preview preview) {
        return new Shown(upload.id(), upload.fileName(), preview, preview.imprint());
    }
}
