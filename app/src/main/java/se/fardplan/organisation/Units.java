package se.fardplan.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.fardplan.Refusal;

/**
 * The units of the principals and the actors beside them, on any day (enheter).
 *
 * <p>A change runs in the caller's transaction; who may make it, and the log, are the caller's. Its refusals are those of
 * {@link UnitTree}, and {@code ORG-023} no such principal.
 */
@Service
public class Units {

    private final UnitStore store;
    private final PrincipalStore principals;

    Units(UnitStore store, PrincipalStore principals) {
        this.store = store;
        this.principals = principals;
    }

    /** Every unit there is, was or is planned, by code. */
    public List<Unit> list() {
        return store.read().all();
    }

    /** The unit with {@code code}, whatever its letters' case. */
    public Optional<Unit> find(String code) {
        return store.read().find(code);
    }

    /** Makes one change and gives the unit as it now stands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Unit apply(UnitChange change) {
        return apply(List.of(change)).getFirst();
    }

    /** Makes the changes in order, all or none, and gives each unit as it then stands. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Unit> apply(List<UnitChange> changes) {
        store.lock();
        UnitTree tree = store.read();
        List<String> codes =
                changes.stream().map(change -> apply(tree, change).code()).toList();
        store.save(tree.changed());
        UnitTree after = store.read();
        return codes.stream().map(after::get).toList();
    }

    /**
     * Makes the changes in order on paper only.
     *
     * @return for each change the refusal it would meet, null where it would be made
     */
    public List<@Nullable Refusal> rehearse(List<UnitChange> changes) {
        UnitTree tree = store.read();
        List<@Nullable Refusal> refusals = new ArrayList<>();
        for (UnitChange change : changes) {
            try {
                apply(tree, change);
                refusals.add(null);
            } catch (Refusal refusal) {
                refusals.add(refusal);
            }
        }
        return refusals;
    }

    private Unit apply(UnitTree tree, UnitChange change) {
        return switch (change) {
            case UnitChange.Add add -> {
                checkPrincipal(add.details());
                String code = add.code().isBlank()
                        ? nextCode(tree, add.details().principal())
                        : add.code().strip();
                yield tree.add(code, add.details(), add.from(), add.until());
            }
            case UnitChange.Change to -> {
                checkPrincipal(to.details());
                yield tree.change(tree.get(to.code(), to.version()), to.details(), to.day());
            }
            case UnitChange.End end -> tree.end(tree.get(end.code(), end.version()), end.lastDay());
            case UnitChange.Merge merge ->
                tree.merge(tree.get(merge.code(), merge.version()), tree.get(merge.into()), merge.day());
            case UnitChange.Name name -> tree.name(tree.get(name.code(), name.version()), name.aliases());
        };
    }

    private void checkPrincipal(UnitDetails details) {
        String principal = details.principal();
        if (principal != null && principals.find(principal).isEmpty()) {
            throw new Refusal("ORG-023", principal);
        }
    }

    private static String nextCode(UnitTree tree, @Nullable String principal) {
        String start = Objects.requireNonNullElse(principal, "aktor") + "-";
        int number = 1;
        while (tree.find(start + "%03d".formatted(number)).isPresent()) {
            number++;
        }
        return start + "%03d".formatted(number);
    }
}
