package se.fardplan;

import jakarta.servlet.http.HttpServletRequest;

/** Marks an open page as one with a form (öppet formulär): it gets the form's token, which other open pages never ask for. */
public final class OpenForm {

    private static final String MARK = OpenForm.class.getName();

    private OpenForm() {}

    public static void mark(HttpServletRequest request) {
        request.setAttribute(MARK, true);
    }

    static boolean isMarked(HttpServletRequest request) {
        return request.getAttribute(MARK) != null;
    }
}
