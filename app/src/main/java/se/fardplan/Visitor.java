package se.fardplan;

import org.jspecify.annotations.Nullable;

/** Who the page is shown to (besökaren), as much as the layout needs. */
public interface Visitor {

    /** The name of the one who is logged in; null for an open visitor. */
    @Nullable
    String name();

    /** True when a menu entry of this role-bound kind may be shown. */
    boolean mayWrite();
}
