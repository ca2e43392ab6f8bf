package se.fardplan.plans;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.fardplan.Texts;
import se.fardplan.plans.SimilarStore.Shared;
import se.fardplan.plans.SimilarStore.Text;

/** Who else does the same (vem gör också detta): published activities of other principals that share rare words. */
@Component
class Similar {

    static final int SHOWN = 5;

    private static final int EXPLAINED = 5;
    private static final int FEWEST_SHARED = 2;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*");

    /** An activity that shares less than this part of what the most similar one does is no help. */
    private static final double LEAST = 0.25;

    /** Words that tell nothing of what is done, beside those that PostgreSQL knows. */
    private static final Set<String> FILLING = Set.of(
            ("alla andra annan annat bland både bättre därefter dit egen eget egna enligt fler flera fram får först första går gör"
                            + " göra hela hos igen innan inom kan kommer kring lite mellan minst mycket många måste ny nya något någon"
                            + " olika per redan ringer sedan själv ska står ställer stället större så tar tid tills tillsammans trettio"
                            + " tre två upp ut utifrån vad var varandra varje vet veta vilka visar våra även")
                    .split(" "));

    private final SimilarStore words;

    /**
     * An activity like another.
     *
     * @param shared the words they have in common, the most telling first: {@code läkemedelslista (läkemedelsgenomgång)} where
     *     the other writes the first and this one the second
     */
    record Hit(UUID activity, List<String> shared) {

        Hit {
            shared = List.copyOf(shared);
        }
    }

    Similar(SimilarStore words) {
        this.words = words;
    }

    /** Says what the plan's activities are about; only while everyone may read it are they found by others. */
    void learn(Plan plan, List<Activity> activities) {
        boolean open = plan.state().isPublic();
        words.learn(activities.stream().map(activity -> text(activity, open)).toList());
    }

    /** At most five, the most similar first. */
    List<Hit> find(Activity activity) {
        Map<UUID, Set<String>> shared = new LinkedHashMap<>();
        List<Shared> found = words.find(activity.id(), activity.owner(), SHOWN);
        for (Shared word : found) {
            if (word.fit() < LEAST * found.getFirst().fit()) {
                continue;
            }
            Set<String> told = shared.computeIfAbsent(word.activity(), id -> new LinkedHashSet<>());
            boolean isTold = told.stream().anyMatch(other -> other.startsWith(word.theirs()));
            if (!isTold && told.size() < EXPLAINED) {
                told.add(inWords(word));
            }
        }
        return shared.entrySet().stream()
                .filter(hit -> hit.getValue().size() >= FEWEST_SHARED)
                .map(hit -> new Hit(hit.getKey(), List.copyOf(hit.getValue())))
                .toList();
    }

    private static String inWords(Shared word) {
        int same = Math.min(word.mine().length(), word.theirs().length()) - 2;
        boolean inflected = same > 0
                && word.mine()
                        .startsWith(word.theirs()
                                .substring(0, Math.min(same, word.theirs().length())));
        return inflected ? word.theirs() : word.theirs() + " (" + word.mine() + ")";
    }

    /** What the title says weighs most, then what is done, then for whom and by whom. */
    private static Text text(Activity activity, boolean open) {
        List<String> words = new ArrayList<>();
        List<Float> heft = new ArrayList<>();
        Activity.Answers answers = activity.answers();
        add(words, heft, activity.title(), 3f);
        add(words, heft, activity.lead(), 1.5f);
        add(words, heft, answers.how(), 1.5f);
        add(words, heft, answers.who(), 1f);
        add(words, heft, answers.byWhom(), 0.7f);
        add(words, heft, answers.followUp(), 0.7f);
        String digest = words.hashCode() + "-" + words.size() + "-" + activity.owner() + "-" + open;
        return new Text(activity.id(), activity.owner(), open, digest, words, heft);
    }

    private static void add(List<String> words, List<Float> heft, String text, float weight) {
        String small = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Texts.SWEDISH);
        WORD.matcher(small)
                .results()
                .map(MatchResult::group)
                .filter(word -> !FILLING.contains(word))
                .forEach(word -> {
                    words.add(word);
                    heft.add(weight);
                });
    }
}
