package se.fardplan.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import se.fardplan.PagesTest;
import se.fardplan.Proves;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;

/** What the demo of Dalarna holds of plans on the first of September 2026. */
@PagesTest
@TestPropertySource(properties = "fardplan.test=plans-demo")
class PlansDemoPagesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    @Autowired
    CountyLoader counties;

    @Autowired
    PlansDemo demo;

    @Autowired
    Plans plans;

    @Autowired
    PlanStore store;

    @Autowired
    Organisation organisation;

    @Autowired
    MockMvcTester pages;

    @Test
    @Proves({"R122", "R124", "R130"})
    void holdsTwelveLocalPlansThatCoverThirteenMunicipalities() {
        counties.ensureLoaded("dalarna", true);
        demo.fill(DAY);
        List<Plan> local = store.list().stream()
                .filter(plan -> plan.shape() == Shape.LOCAL)
                .toList();
        assertThat(local).hasSize(12);
        List<Principal> municipalities = organisation.listPrincipals(DAY).stream()
                .filter(principal -> principal.kind() == Principal.Kind.MUNICIPALITY)
                .toList();
        assertThat(municipalities.stream()
                        .filter(one -> local.stream().noneMatch(plan -> plan.binds(one.code())))
                        .map(Principal::name))
                .containsExactlyInAnyOrder("Malung-Sälen", "Vansbro");
        assertThat(local.stream().filter(plan -> plan.bound().size() == 3)).hasSize(1);
        assertThat(local.stream().collect(Collectors.groupingBy(Plan::state, Collectors.counting())))
                .containsEntry(PlanState.ADOPTED, 7L)
                .containsEntry(PlanState.UNDER_REVIEW, 1L)
                .containsEntry(PlanState.AGREED, 1L)
                .containsEntry(PlanState.DRAFT, 3L);
        assertThat(local.stream()
                        .flatMap(plan -> plan.parties().stream())
                        .map(Plan.Party::agreed)
                        .filter(Objects::nonNull))
                .isNotEmpty()
                .allMatch(day -> day.isBefore(DAY));
        assertThat(plans.listPublished()).hasSizeGreaterThan(20);
        assertThat(pages.get().uri("/planera"))
                .hasStatusOk()
                .bodyText()
                .contains("9 av länets 15 kommuner har en lokal plan i kraft", "tillsammans med Smedjebacken");
    }
}
