package se.fardplan.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;
import se.fardplan.Refusal;
import se.fardplan.Texts;
import se.fardplan.organisation.Organisation;

/**
 * Which roles the claims of an external login give (rollöversättning), by the settings {@code fardplan.oidc.*}.
 *
 * <p>{@code fardplan.oidc.roles.<value> = head, local-lead:2080} gives both roles to whoever has {@code <value>} in the claim
 * {@code fardplan.oidc.claim}. What is wrong is refused at the start: {@code ACC-070}.
 */
@Component
@ConditionalOnWebApplication
class RoleMapping implements SmartLifecycle {

    private static final String PREFIX = "fardplan.oidc.roles.";

    private final Map<String, String> settings = new LinkedHashMap<>();
    private final Map<String, Set<CurrentUser.Grant>> byValue = new LinkedHashMap<>();
    private final String claim;
    private final Organisation organisation;
    private final Texts texts;
    private volatile boolean running;

    /** @param unknown how many values of the claim give no role */
    record Mapped(Set<CurrentUser.Grant> grants, int unknown) {}

    RoleMapping(ConfigurableEnvironment environment, Organisation organisation, Texts texts) {
        this.organisation = organisation;
        this.texts = texts;
        this.claim = environment.getProperty("fardplan.oidc.claim", "groups");
        names(environment).forEach(name -> settings.put(name, environment.getProperty(name, "")));
        settings.forEach((name, roles) -> byValue.put(name.substring(PREFIX.length()), parsed(name, roles)));
    }

    /** What the claims give; nothing when the claim is missing. */
    Mapped of(Map<String, Object> claims) {
        Set<CurrentUser.Grant> grants = new LinkedHashSet<>();
        int unknown = 0;
        for (String value : values(claims)) {
            Set<CurrentUser.Grant> given = byValue.get(value);
            if (given == null) {
                unknown++;
            } else {
                grants.addAll(given);
            }
        }
        return new Mapped(grants, unknown);
    }

    /** After the county has been loaded, and before the first page. */
    @Override
    public void start() {
        byValue.forEach((value, grants) -> grants.forEach(grant -> {
            String code = grant.organisation();
            if (code != null && organisation.findPrincipal(code).isEmpty()) {
                throw wrong(PREFIX + value, new Refusal("ACC-024", code));
            }
        }));
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return 1;
    }

    private List<String> values(Map<String, Object> claims) {
        return switch (find(claims, claim)) {
            case null -> List.of();
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            case Object one -> List.of(one.toString());
        };
    }

    /** A claim may lie within others, such as {@code realm_access.roles}. */
    private static @Nullable Object find(Map<?, ?> claims, String name) {
        Object here = claims.get(name);
        int dot = name.indexOf('.');
        if (here != null || dot < 0) {
            return here;
        }
        return claims.get(name.substring(0, dot)) instanceof Map<?, ?> within
                ? find(within, name.substring(dot + 1))
                : null;
    }

    private Set<CurrentUser.Grant> parsed(String name, String roles) {
        try {
            Set<CurrentUser.Grant> grants = new LinkedHashSet<>();
            Arrays.stream(roles.split(",")).map(String::strip).map(Roles::parse).forEach(grants::add);
            return grants;
        } catch (Refusal refusal) {
            throw wrong(name, refusal);
        }
    }

    private Refusal wrong(String name, Refusal why) {
        return new Refusal("ACC-070", name, settings.getOrDefault(name, ""), texts.of(why));
    }

    private static Stream<String> names(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.startsWith(PREFIX))
                .distinct()
                .sorted();
    }
}
