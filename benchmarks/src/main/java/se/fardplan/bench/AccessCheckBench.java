package se.fardplan.bench;

import java.util.List;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import se.fardplan.access.Decisions;

/** One decision of the policy for someone with four roles, against Spring Security's own by authority names. */
final class AccessCheckBench {

    private static final int DECISIONS = 1_000_000;
    private static final double LIMIT = 5;

    private AccessCheckBench() {}

    static boolean run() throws Exception {
        ours();
        peer();
        Interleaved measured = Interleaved.of(AccessCheckBench::ours, AccessCheckBench::peer);
        measured.print(
                "access-check",
                "µs",
                "limit ours<=5 µs; peer: AuthorityAuthorizationManager of Spring Security, which knows no organisations");
        return measured.ours() <= LIMIT;
    }

    private static double ours() {
        long begun = System.nanoTime();
        int allowed = Decisions.decide(DECISIONS);
        double each = (System.nanoTime() - begun) / 1e3 / DECISIONS;
        if (allowed == 0 || allowed == DECISIONS) {
            throw new IllegalStateException("expected some to be allowed and some not, got " + allowed);
        }
        return each;
    }

    private static double peer() {
        Supplier<Authentication> user = () -> USER;
        long begun = System.nanoTime();
        int allowed = 0;
        for (int number = 0; number < DECISIONS; number++) {
            if (MANAGERS.get(number % MANAGERS.size()).authorize(user, USER).isGranted()) {
                allowed++;
            }
        }
        double each = (System.nanoTime() - begun) / 1e3 / DECISIONS;
        if (allowed == 0) {
            throw new IllegalStateException("expected some to be allowed");
        }
        return each;
    }

    private static final Authentication USER = UsernamePasswordAuthenticationToken.authenticated(
            "anna",
            null,
            List.of(
                    new SimpleGrantedAuthority("UNIT_MANAGER:2080-001"),
                    new SimpleGrantedAuthority("UNIT_MANAGER:2080-002"),
                    new SimpleGrantedAuthority("LOCAL_LEAD:2080"),
                    new SimpleGrantedAuthority("HEAD:2034")));

    private static final List<AuthorityAuthorizationManager<Object>> MANAGERS = List.of(
            AuthorityAuthorizationManager.hasAnyAuthority("LOCAL_LEAD:2080", "REGIONAL_LEAD:*"),
            AuthorityAuthorizationManager.hasAnyAuthority("HEAD:2034", "HEAD:*"),
            AuthorityAuthorizationManager.hasAnyAuthority("COUNTY_ADMIN:*", "SYSADMIN:*"));
}
