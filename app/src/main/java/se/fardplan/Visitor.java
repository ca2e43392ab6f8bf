package se.fardplan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the page is shown to (besökaren), as much as the layout needs. */
public interface Visitor {

    /** The name of the one who is logged in; null for an open visitor. */
    @Nullable
    String name();

    /** The pages beyond the open menu that this visitor may see; none for an open visitor. */
    default List<MenuEntry> own() {
        return List.of();
    }

    /** True when a menu entry of this role-bound kind may be shown. */
    boolean mayWrite();
}
