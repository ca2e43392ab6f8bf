package se.fardplan.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.NoSuchMessageException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.UriComponentsBuilder;
import se.fardplan.PagesTest;
import se.fardplan.access.Act;
import se.fardplan.access.Role;
import se.fardplan.access.Scope;
import se.fardplan.access.Someone;
import se.fardplan.organisation.CountyLoader;

@PagesTest
class SearchPagesTests {

    @Autowired
    MockMvcTester pages;

    @Autowired
    Desk desk;

    @Autowired
    WordStore words;

    @Autowired
    CountyLoader loader;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void load() {
        transaction.executeWithoutResult(status -> loader.ensureLoaded("dalarna", false));
        words.learn();
    }

    private static String address(String asked) {
        return UriComponentsBuilder.fromPath("/sok")
                .queryParam("fraga", "{asked}")
                .encode()
                .build(asked)
                .toString();
    }

    private String open(String address) {
        var answer = pages.get().uri(java.net.URI.create(address)).exchange();
        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Cache-Control")).isEqualTo("no-store");
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void findsWhatTheCountyPackageHolds() {
        assertThat(open(address("nära för mig"))).contains("href=\"/delmal/nara-for-mig\"", "Delmål");
        assertThat(open(address("hemtjänst"))).contains("Nyckeltal", "href=\"/nyckeltal/KF");
        assertThat(open(address("Falun"))).contains("Huvudmän", "/namn?q=Falu");
        assertThat(open(address("Länschefsnätverket"))).contains("Organ");
        assertThat(open(address("KF08"))).contains("href=\"/nyckeltal/KF08\"");
        assertThat(open(address("RSS"))).contains("Förkortningar", "/forkortningar#ord-rss");
        assertThat(open(address("enkla principer"))).contains("/strategin/malbild#principer");
    }

    @Test
    void saysHowManyAndMarksTheWords() {
        assertThat(open(address("vårdtillfällen")))
                .containsPattern("<h1>(En|Två|Tre|\\d+) träff")
                .contains("<mark>");
    }

    @Test
    void helpsWhenNothingIsFound() {
        assertThat(open(address("xyzzyqwk")))
                .contains("Inget hittades på ”xyzzyqwk”", "Prova färre ord", "när man har loggat in");
        assertThat(open(address("hemtjnst"))).contains("Inget hittades på ”hemtjnst”", "liknar", "/nyckeltal/KF");
        assertThat(open("/sok")).contains("Sök i Färdplan");
        assertThat(open(address("?!"))).contains("Skriv minst ett ord");
    }

    @Test
    void showsWhatWasAskedAsTextAlone() {
        assertThat(open(address("<img src=x> \"><script>alert(1)</script>")))
                .doesNotContain("<img src=x", "<script>alert");
        transaction.executeWithoutResult(status -> desk.index(
                new SearchText("document", "/om", "<i>Titel</i>", "Kvistbro <b>fet</b> & mer", Scope.anyone())));
        assertThat(open(address("kvistbro")))
                .contains("&lt;i&gt;Titel", "<mark>Kvistbro</mark>", "&amp; mer")
                .doesNotContain("<i>Titel", "<b>fet");
        transaction.executeWithoutResult(status -> desk.forget("/om"));
        assertThat(open(address("kvistbro"))).contains("Inget hittades");
    }

    @Test
    void showsADraftToThoseWhoMayReadItAlone() {
        transaction.executeWithoutResult(status -> desk.index(
                new SearchText("document", "/kontakt", "Grönköpingsutkastet", "", Scope.act(Act.READ_DRAFTS, null))));
        assertThat(open(address("grönköpingsutkastet"))).contains("Inget hittades");
        assertThat(pages.get()
                        .uri(java.net.URI.create(address("grönköpingsutkastet")))
                        .with(Someone.as(Role.POLITICIAN)))
                .bodyText()
                .contains("Inget hittades")
                .doesNotContain("har loggat in");
        assertThat(pages.get()
                        .uri(java.net.URI.create(address("grönköpingsutkastet")))
                        .with(Someone.as(Role.HEAD)))
                .bodyText()
                .contains("En träff", "/kontakt");
    }

    @Test
    void showsAllOfOneKindPageByPage() {
        transaction.executeWithoutResult(status -> {
            for (int number = 100; number < 150; number++) {
                desk.index(new SearchText("document", "/om#" + number, "Provbilagan " + number, "", Scope.anyone()));
            }
        });
        assertThat(open(address("provbilagan"))).contains("50 träffar", "Visa alla 50", "typ=document");
        String first = open(address("provbilagan") + "&typ=document");
        assertThat(first).contains("Provbilagan 119", "Nästa sida").doesNotContain("Provbilagan 120", "Föregående");
        String last = open(address("provbilagan") + "&typ=document&sida=3");
        assertThat(last).contains("Provbilagan 149", "Föregående sida").doesNotContain("Nästa");
    }

    @Test
    void refusesAKindWithoutAName() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        status -> desk.index(new SearchText("gizmo", "/x", "X", "", Scope.anyone()))))
                .isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void readsASourceAgainWhenItSaysMore() {
        database.sql("update desk.search_source set version = 0").update();
        database.sql("delete from desk.search_text").update();
        sources.refresh();
        assertThat(open(address("nära för mig"))).contains("/delmal/nara-for-mig");
        database.sql("delete from desk.search_text").update();
        sources.refresh();
        assertThat(open(address("nära för mig"))).doesNotContain("/delmal/nara-for-mig");
        database.sql("update desk.search_source set version = 0").update();
        sources.refresh();
    }

    @Autowired
    SearchSources sources;

    @Test
    void standsInTheHeadOfEveryPageButItsOwn() {
        assertThat(pages.get().uri("/om")).bodyText().contains("action=\"/sok\"", "id=\"sok\"", "id=\"sok-s\"");
        assertThat(open("/sok")).doesNotContain("id=\"sok\"").contains("id=\"fraga\"");
    }
}
