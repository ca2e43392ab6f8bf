package se.fardplan.access;

import jakarta.servlet.http.HttpServletRequest;

/** Which addresses a login may lead on to (vägar): those of this house alone. */
final class Paths {

    private Paths() {}

    /** True for a path of this server; {@code //other.example} and {@code /\other.example} lead elsewhere. */
    static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().noneMatch(sign -> sign == '\\' || sign < ' ')
                && !path.startsWith("/logga-");
    }

    /** The path and query that were asked for. */
    static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }
}
