package se.fardplan.followup;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.fardplan.access.Access;
import se.fardplan.access.Act;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.access.Scope;

/** Who may answer and read what (rätt till svar): the owner's people answer, the county's support reads what is sent. */
@Component
class FollowUpRights {

    private final Access access;

    FollowUpRights(Access access) {
        this.access = access;
    }

    boolean mayLead(@Nullable CurrentUser user) {
        return user != null && access.may(user, Act.LEAD_ROUND, null);
    }

    boolean mayAnswer(@Nullable CurrentUser user, Asked asked) {
        return user != null
                && (asked.owners().stream().anyMatch(owner -> access.may(user, Act.ANSWER_ROUND, owner, asked.unit()))
                        || asked.countys() && access.may(user, Act.WRITE_COUNTY_PLAN, null));
    }

    /** What is sent is part of the year's report, and read by those who read its drafts. */
    boolean mayRead(@Nullable CurrentUser user, Asked asked, Answer answer) {
        return answer.published() != null
                || mayAnswer(user, asked)
                || answer.state() == Answer.State.SENT && mayReadSent(user);
    }

    boolean mayReadSent(@Nullable CurrentUser user) {
        return user != null && access.maySomewhere(user, Act.READ_DRAFTS);
    }

    /** Whose desks lie the lines about {@code asked} on. */
    static Scope answerers(Asked asked) {
        Stream<Scope> owners = asked.owners().stream().map(owner -> answerers(owner, asked.unit()));
        Stream<Scope> county = asked.countys() ? Stream.of(Scope.act(Act.WRITE_COUNTY_PLAN, null)) : Stream.empty();
        return Stream.concat(owners, county).reduce(Scope::or).orElseThrow();
    }

    static Scope answerers(String owner, @Nullable String unit) {
        Scope whole = Scope.act(Act.ANSWER_ROUND, owner);
        return unit == null ? whole : whole.or(Scope.role(Role.UNIT_MANAGER, owner, unit));
    }

    /** Who finds what is sent by searching. */
    static Scope readers(Asked asked, Answer answer, List<String> principals) {
        if (answer.published() != null) {
            return Scope.anyone();
        }
        return Stream.concat(
                        Stream.of(answerers(asked), Scope.act(Act.READ_DRAFTS, null)),
                        principals.stream().map(code -> Scope.act(Act.READ_DRAFTS, code)))
                .reduce(Scope::or)
                .orElseThrow();
    }
}
