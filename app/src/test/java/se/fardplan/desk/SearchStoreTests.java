package se.fardplan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.fardplan.TestDatabase;
import se.fardplan.access.Scope;

/** What is found, in which order, and what is not. */
class SearchStoreTests {

    private static final Set<String> OPEN = Scope.anyone().keys();

    private final DataSource source = TestDatabase.copy().dataSource();
    private final JdbcClient database = JdbcClient.create(source);
    private final SearchStore texts = new SearchStore(database);
    private final WordStore words = new WordStore(database);
    private final Search search = new Search(texts, words);

    private void write(String address, String title, String text) {
        write(address, "plan", title, text, Scope.anyone());
    }

    private void write(String address, String kind, String title, String text, Scope scope) {
        texts.save(List.of(new SearchText(kind, address, title, text, scope)));
    }

    private List<String> found(String asked) {
        return found(asked, OPEN);
    }

    private List<String> found(String asked, Set<String> mine) {
        return search.find(Question.of(asked), mine, null, 0, 20).hits().stream()
                .map(SearchStore.Hit::address)
                .toList();
    }

    @Test
    void findsAWordInItsInflections() {
        write("/1", "Kommunernas handlingsplaner", "");
        write("/2", "Annat", "Om en handlingsplan för hemsjukvården.");
        assertThat(found("handlingsplanen")).containsExactly("/1", "/2");
        assertThat(found("hemsjukvård")).containsExactly("/2");
        assertThat(found("kommun hemsjukvård")).isEmpty();
    }

    @Test
    void putsTheExactTitleFirstThenTitlesThenCompoundsThenTexts() {
        write("/text", "Något annat", "Här står sjukvård i texten.");
        write("/compound", "Hemsjukvård", "");
        write("/title", "Sjukvård i hela länet", "");
        write("/exact", "Sjukvård", "");
        assertThat(found("sjukvård")).containsExactly("/exact", "/title", "/compound", "/text");
    }

    @Test
    void putsTheTextThatSaysItMostFirst() {
        write("/once", "Ena", "Utskrivning nämns en gång bland mycket annat som inte hör hit alls.");
        write("/often", "Andra", "Utskrivning. Trygg utskrivning. Planerad utskrivning.");
        assertThat(found("utskrivning")).containsExactly("/often", "/once");
    }

    @Test
    void takesTheLastWordForABeginningToo() {
        write("/1", "Samordnad individuell plan", "");
        assertThat(found("individuell samordn")).containsExactly("/1");
        assertThat(found("samord")).containsExactly("/1");
        assertThat(found("samord individuell")).isEmpty();
    }

    @Test
    void countsÅAndÄAndÖAsLettersAndAccentsAsNone() {
        write("/idé", "Idé om vård", "");
        write("/mål", "Ett mål", "");
        write("/mal", "En mal", "");
        assertThat(found("ide")).containsExactly("/idé");
        assertThat(found("IDÉ")).containsExactly("/idé");
        // The exact letter ranks before the one that only looks like it.
        assertThat(found("mål").getFirst()).isEqualTo("/mål");
        assertThat(found("mal").getFirst()).isEqualTo("/mal");
    }

    @Test
    void findsWhatWasMeantWhenAWordIsWrittenWrong() {
        write("/1", "Trygg utskrivning från sjukhus", "Rehabilitering i hemmet.");
        write("/2", "Något annat", "");
        words.learn();
        Search.Found typed = search.find(Question.of("utskrvning"), OPEN, null, 0, 20);
        assertThat(typed.likely()).isTrue();
        assertThat(typed.hits()).extracting(SearchStore.Hit::address).containsExactly("/1");
        assertThat(found("rehabiltering och sjukhus")).containsExactly("/1");
        assertThat(found("xyzzyqwk")).isEmpty();
    }

    @Test
    void showsNeitherHitNorCountOfWhatMayNotBeOpened() {
        UUID account = UUID.randomUUID();
        write("/open", "plan", "Planen för Orsa", "", Scope.anyone());
        write("/mine", "plan", "Planen för mig", "", Scope.account(account));
        write("/secret", "draft", "Hemlig plan", "", Scope.account(UUID.randomUUID()));
        words.learn();
        assertThat(found("plan")).containsExactly("/open");
        assertThat(search.find(Question.of("plan"), OPEN, null, 0, 20).hits())
                .allSatisfy(hit -> assertThat(hit.ofKind()).isEqualTo(1));
        assertThat(found("plan", Set.copyOf(Scope.account(account).keys()))).containsExactly("/mine");
        assertThat(found("hemlig")).isEmpty();
        // Nor when a wrong spelling leads there.
        Search.Found typed = search.find(Question.of("hemmlig"), OPEN, null, 0, 20);
        assertThat(typed.hits()).isEmpty();
    }

    @Test
    void givesSomeOfEachKindAndAllOfOne() {
        for (int number = 10; number < 40; number++) {
            write("/unit/" + number, "unit", "Enhet " + number, "", Scope.anyone());
        }
        write("/goal", "sub-goal", "Enhet och helhet", "", Scope.anyone());
        var first = search.find(Question.of("enhet"), OPEN, null, 0, 4).hits();
        assertThat(first).hasSize(5);
        assertThat(Search.count(first)).isEqualTo(31);
        var second = search.find(Question.of("enhet"), OPEN, "unit", 20, 20).hits();
        assertThat(second)
                .hasSize(10)
                .allSatisfy(hit -> assertThat(hit.ofKind()).isEqualTo(30));
        assertThat(second.getFirst().address()).isEqualTo("/unit/30");
    }

    @Test
    void marksTheWordsInThePieceItShows() {
        write("/1", "Titel", "<script>alert(1)</script> Alla kommuner \uE000har\uE001 planer & mål.");
        String snippet = search.find(Question.of("planerna"), OPEN, null, 0, 20)
                .hits()
                .getFirst()
                .snippet();
        assertThat(snippet).contains("\uE000planer\uE001 & mål").doesNotContain("\uE000har");
    }

    @Test
    void replacesAndForgets() {
        write("/1", "Gamla namnet", "");
        write("/1", "Nya namnet", "");
        assertThat(found("gamla")).isEmpty();
        assertThat(found("nya namnet")).containsExactly("/1");
        texts.replace(Set.of("plan"), List.of(new SearchText("plan", "/2", "Den enda", "", Scope.anyone())));
        assertThat(found("nya")).isEmpty();
        assertThat(found("enda")).containsExactly("/2");
        texts.delete("/2");
        assertThat(found("enda")).isEmpty();
    }

    @Test
    void takesSignsThatMeanSomethingToADatabaseForNothing() {
        write("/1", "100 % av planerna", "");
        assertThat(found("100%")).containsExactly("/1");
        assertThat(found("_")).isEmpty();
        assertThat(found("' or 1=1 --")).isEmpty();
    }
}
