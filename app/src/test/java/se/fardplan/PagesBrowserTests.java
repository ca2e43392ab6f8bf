package se.fardplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the demo as each role meets it, in Chromium at 1280 and 390 pixels. */
@ParameterizedClass
@MethodSource("walks")
class PagesBrowserTests {

    private final Walk walk;

    PagesBrowserTests(Walk walk) {
        this.walk = walk;
    }

    static List<Walk> walks() {
        return List.of(
                Demo.Opened.WALK,
                Demo.LoggedIn.WALK,
                Demo.LocalLead.WALK,
                Demo.Politician.WALK,
                Demo.SystemAdministrator.WALK,
                Demo.CountyAdmin.WALK,
                Demo.Refused.WALK,
                Demo.SodraLappland.WALK);
    }

    @Test
    void theWalksReachTheFormsOfEachRole() {
        assertThat(Demo.LoggedIn.WALK.pages).containsAll(Demo.LoggedIn.FORMS);
        assertThat(Demo.LocalLead.WALK.pages).containsAll(Demo.LocalLead.FORMS);
        assertThat(Demo.SystemAdministrator.WALK.pages).contains("/logg", "/drift");
        assertThat(Demo.CountyAdmin.WALK.pages).contains("/personer", "/enheter/ny", "/behorigheter");
        assertThat(Demo.Refused.WALK.pages).hasSize(5);
    }

    @Test
    void everyButtonAndFieldIsLargeEnoughForAThumb() {
        assertThat(walk.of("low")).isEmpty();
    }

    @Test
    void noLinkIsDead() {
        assertThat(walk.of("dead")).isEmpty();
        assertThat(walk.of("anchors")).isEmpty();
    }

    @Test
    void noPageBreaksWcag() {
        assertThat(walk.of("wcag")).isEmpty();
    }

    @Test
    void nothingScrollsSideways() {
        assertThat(walk.of("sideways")).isEmpty();
        assertThat(walk.of("clipped")).isEmpty();
    }

    @Test
    void noTextIsSmallerThanSixteenPixels() {
        assertThat(walk.of("small")).isEmpty();
    }

    @Test
    void noPageShowsWhatOnlyMachinesRead() {
        assertThat(walk.of("machine")).isEmpty();
    }

    @Test
    void everyPageHasOneHeadingAndStepsDownOneAtATime() {
        assertThat(walk.of("outline")).isEmpty();
    }

    @Test
    void theBrowserHasNothingToComplainAbout() {
        assertThat(walk.of("complaints")).isEmpty();
    }
}
