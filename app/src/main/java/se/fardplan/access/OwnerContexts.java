package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/** Keeps of who is logged in only the account and its stamp (ägaren i sessionen); what else a login brings is forgotten. */
final class OwnerContexts implements SecurityContextRepository {

    @Override
    @SuppressWarnings({"deprecation", "removal"})
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        Sessions.Owner owner = owner(exchange.getRequest());
        if (owner != null) {
            context.setAuthentication(authentication(owner));
        }
        return context;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Sessions.Owner owner) {
            request.getSession().setAttribute(SessionRows.OWNER, owner);
        } else if (owner(request) != null) {
            request.getSession().removeAttribute(SessionRows.OWNER);
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return owner(request) != null;
    }

    static Authentication authentication(Sessions.Owner owner) {
        return UsernamePasswordAuthenticationToken.authenticated(owner, null, List.of());
    }

    private static Sessions.@Nullable Owner owner(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(SessionRows.OWNER) instanceof Sessions.Owner owner
                ? owner
                : null;
    }
}
