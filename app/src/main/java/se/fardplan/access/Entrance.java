package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** The way in for someone who has proven who they are by other means than a password (entrén). */
@Component
@ConditionalOnWebApplication
public class Entrance {

    private final Login login;
    private final Sessions sessions;

    Entrance(Login login, Sessions sessions) {
        this.login = login;
        this.sessions = sessions;
    }

    /** Begins a session for the person; nothing happens when the account is closed. */
    public void open(UUID person, HttpServletRequest request, HttpServletResponse response) {
        login.proven(person).ifPresent(who -> sessions.start(who, request, response));
    }
}
