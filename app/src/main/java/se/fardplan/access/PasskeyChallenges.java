package se.fardplan.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * What browsers are asked to sign (utmaningar): each is good once, for a few minutes, in the browser that asked for it.
 *
 * <p>It lies in the database under a secret that the browser holds as a cookie, so that no visitor gets a session by asking
 * and any copy of the application takes the answer.
 */
@Component
class PasskeyChallenges {

    static final String COOKIE = "FARDPLAN_NYCKEL";

    private static final int BYTES = 32;

    private final PasskeyStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PasskeyChallenges(PasskeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param account who is adding a key; null for a login */
    byte[] ask(@Nullable UUID account, HttpServletRequest request, HttpServletResponse response) {
        byte[] challenge = newBytes();
        String token = HexFormat.of().formatHex(newBytes());
        store.dropOld(clock.instant());
        store.ask(Entry.sha256(token), challenge, account, clock.instant().plus(RelyingParty.PATIENCE));
        ResponseCookie cookie = ResponseCookie.from(COOKIE, token)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .maxAge(RelyingParty.PATIENCE)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return challenge;
    }

    /** What this browser was asked; from now on no answer to it holds. Empty when it was not asked, or too long ago. */
    Optional<byte[]> take(@Nullable UUID account, HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null
                ? Optional.empty()
                : store.take(Entry.sha256(cookie.getValue()), account, clock.instant());
    }

    private byte[] newBytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}
