package se.fardplan.plans;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.History;

/** What is said about an activity on its page (samtalet om aktiviteten): why it lacks what it lacks, and comments. */
@Component
class ActivityTalk {

    private final Activities activities;
    private final PlanRights rights;
    private final Comments comments;
    private final Texts texts;

    /**
     * What has been said, and what the reader may say.
     *
     * @param lacking what the activity lacks, in words; blank when nothing
     * @param reason why, with who wrote it; empty until someone has
     * @param said the reason alone, to be changed
     */
    record Talk(
            String lacking,
            String reason,
            String said,
            boolean mayExplain,
            List<History.Change> comments,
            boolean mayComment,
            boolean isOwner) {}

    ActivityTalk(Activities activities, PlanRights rights, Comments comments, Texts texts) {
        this.activities = activities;
        this.rights = rights;
        this.comments = comments;
        this.texts = texts;
    }

    Talk of(Activity activity, Plan plan, @Nullable CurrentUser user) {
        GapReason reason = activities.listReasons(plan.id()).get(activity.id());
        boolean mayWrite = user != null && rights.mayWrite(user, plan, activity);
        return new Talk(
                lacking(activity, texts),
                reason == null
                        ? ""
                        : texts.of("activity.gap.by", reason.reason(), reason.by(), PlanWords.day(reason.day())),
                reason == null ? "" : reason.reason(),
                mayWrite && plan.state().isBeforeAdoption() && !activity.gaps().isEmpty(),
                user == null
                        ? List.of()
                        : comments.list(activity.id()).stream()
                                .map(comment -> new History.Change(
                                        PlanWords.day(comment.day()), comment.by(), "", comment.words()))
                                .toList(),
                user != null,
                mayWrite);
    }

    /** What the activity lacks, each answer by its question. */
    static String lacking(Activity activity, Texts texts) {
        return activity.gaps().stream()
                .flatMap(gap -> gap == Activity.Gap.ANSWERS
                        ? activity.answers().missing().stream()
                                .map(question -> texts.of("activity.gap.question." + question))
                        : Stream.of(texts.of("activity.gap." + gap)))
                .collect(Collectors.joining(", "));
    }
}
