package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.TestPropertySource;
import se.fardplan.PagesTest;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser.Grant;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.Organisation;

@PagesTest
@TestPropertySource(properties = "fardplan.test=mapping")
class RoleMappingPagesTests {

    @Autowired
    CountyLoader counties;

    @Autowired
    Organisation organisation;

    @Autowired
    Texts texts;

    @BeforeEach
    void load() {
        counties.ensureLoaded("dalarna", true);
    }

    private RoleMapping mapping(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("settings", settings));
        return new RoleMapping(environment, organisation, texts);
    }

    @Test
    void givesWhatIsWrittenForEachValue() {
        RoleMapping mapping = mapping(Map.of(
                "fardplan.oidc.roles./lan/Chefer och ledare", "head, local-lead:2080",
                "fardplan.oidc.roles.x", "registrar"));
        mapping.start();
        RoleMapping.Mapped mapped = mapping.of(Map.of("groups", List.of("/lan/Chefer och ledare", "annat", "X")));
        assertThat(mapped.grants()).containsExactly(new Grant(Role.HEAD, null), new Grant(Role.LOCAL_LEAD, "2080"));
        assertThat(mapped.unknown()).isEqualTo(2);
        assertThat(mapping.of(Map.of()).grants()).isEmpty();
    }

    @Test
    void readsAnotherClaimAndOneWithinOthers() {
        Map<String, Object> settings =
                Map.of("fardplan.oidc.claim", "realm_access.roles", "fardplan.oidc.roles.x", "head");
        assertThat(mapping(settings)
                        .of(Map.of("realm_access", Map.of("roles", List.of("x"))))
                        .grants())
                .hasSize(1);
        assertThat(mapping(settings).of(Map.of("realm_access.roles", "x")).grants())
                .hasSize(1);
        assertThat(mapping(settings).of(Map.of("realm_access", "x")).grants()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "local-lead:9999, Det finns ingen huvudman med koden 9999",
        "local-lead, gäller en huvudman",
        "chef, Rollen ”chef” finns inte",
        "'', finns inte"
    })
    void refusesToStartOnWhatIsWrong(String roles, String sentence) {
        Refusal refusal = catchThrowableOfType(
                Refusal.class,
                () -> mapping(Map.of("fardplan.oidc.roles.x", roles)).start());
        assertThat(texts.of(refusal)).contains("Inställningen fardplan.oidc.roles.x", sentence, "starta igen");
    }
}
