package se.fardplan.access;

import java.util.List;
import java.util.stream.Stream;
import se.fardplan.MenuEntry;

/** The pages beyond the open menu, each for those who may do an act somewhere (egna sidor). */
final class OwnPages {

    private static final List<OwnPage> ALL = List.of(
            new OwnPage("my-unit", "/planera/min-enhet", Act.RECEIVE_PLAN),
            new OwnPage("distributions", "/planera/utskick", Act.WRITE_SOME_PLAN),
            new OwnPage("people", "/personer", Act.READ_PEOPLE),
            new OwnPage("review", "/behorigheter", Act.REVIEW_GRANTS),
            new OwnPage("log", "/logg", Act.READ_AUDIT),
            new OwnPage("operations", "/drift", Act.SEE_OPERATIONS),
            new OwnPage("own-account", "/mitt-konto", Act.BE_LOGGED_IN),
            new OwnPage("digest", "/mitt-konto/utskick", Act.BE_LOGGED_IN));

    private record OwnPage(String key, String href, Act act) {}

    private OwnPages() {}

    static Stream<MenuEntry> of(CurrentUser user) {
        return ALL.stream()
                .filter(page -> Policy.allowsSomewhere(user, page.act()))
                .map(page -> MenuEntry.entry(page.key(), page.href()));
    }
}
