package se.fardplan.followup;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.fardplan.DemoPart;
import se.fardplan.ExampleFile;
import se.fardplan.Texts;
import se.fardplan.access.CurrentUser;
import se.fardplan.access.Role;
import se.fardplan.organisation.Organisation;
import se.fardplan.organisation.Principal;
import se.fardplan.plans.Activity;
import se.fardplan.plans.Plan;
import se.fardplan.plans.Plans;

/** Example plans sent to the units, one received and broken down, and what came before the plans (exempeldata). */
@Component
@Order(75)
class HandedOnDemo implements DemoPart {

    private static final String FILE = "followup/examples.yaml";
    private static final int DAYS_SINCE_OWN = 20;
    private static final int DAYS_SINCE_COUNTYS = 4;
    private static final int DAYS_TO_RECEIVE = 3;

    private final Distributions distributions;
    private final Inventory inventory;
    private final Plans plans;
    private final Organisation organisation;
    private final Texts texts;

    /** @param owner a municipality's code, {@code REGION}, or null for a joint work */
    record Example(
            String title,
            String about,
            @Nullable String owner,
            String agreement,
            int year,
            @DefaultValue("false") boolean earlier,
            @DefaultValue("") String obstacle) {}

    HandedOnDemo(
            Distributions distributions, Inventory inventory, Plans plans, Organisation organisation, Texts texts) {
        this.distributions = distributions;
        this.inventory = inventory;
        this.plans = plans;
        this.organisation = organisation;
        this.texts = texts;
    }

    @Override
    public void fill(LocalDate asOf) {
        List<CurrentUser> managers = distributions.listManagers();
        if (!managers.isEmpty()) {
            hand(managers, Distributions.managed(managers.getFirst()).getFirst(), asOf);
        }
        List<Principal> principals = organisation.listPrincipals(asOf);
        examples().forEach(example -> keep(example, principals));
    }

    /** @param place the first one's */
    private void hand(List<CurrentUser> managers, Distributions.Place place, LocalDate asOf) {
        CurrentUser manager = managers.getFirst();
        for (Plan plan : plans.listPublic()) {
            if (!plan.state().isInForce() || !Distributions.concerns(plan, place)) {
                continue;
            }
            boolean countys = plan.shape().isCountys();
            LocalDate day = asOf.minusDays(countys ? DAYS_SINCE_COUNTYS : DAYS_SINCE_OWN);
            distributions.on(day).lay(lead(countys ? null : place.principal()), plan, managers);
            if (!countys) {
                distributions.on(day.plusDays(DAYS_TO_RECEIVE)).receive(manager, plan.id());
            }
        }
        List<Activity> own = plans.listPublished().stream()
                .filter(published -> Distributions.isFor(published, place))
                .map(Plans.Published::activity)
                .limit(2)
                .toList();
        for (int at = 1; at <= own.size(); at++) {
            UUID activity = own.get(at - 1).id();
            String key = "followup.demo.step." + at + "-";
            distributions.add(
                    manager,
                    activity,
                    place.code(),
                    texts.of(key + "what"),
                    texts.of(key + "when"),
                    texts.of(key + "who"));
        }
        distributions.listSteps(manager, own.stream().limit(1).map(Activity::id).toList()).stream()
                .findFirst()
                .ifPresent(step -> distributions.change(manager, step.id(), step.version(), Activity.State.STARTED));
    }

    private void keep(Example example, List<Principal> principals) {
        boolean region = "REGION".equals(example.owner());
        String owner = region
                ? principals.stream()
                        .filter(principal -> principal.kind() == Principal.Kind.REGION)
                        .map(Principal::code)
                        .findFirst()
                        .orElse(null)
                : example.owner();
        if (example.owner() != null
                && principals.stream().noneMatch(principal -> principal.code().equals(owner))) {
            return;
        }
        Work.Whose whose = owner == null ? Work.Whose.JOINT : region ? Work.Whose.REGION : Work.Whose.MUNICIPALITY;
        inventory.save(
                lead(owner),
                new Work(
                        UUID.randomUUID(),
                        example.title(),
                        example.about(),
                        whose,
                        owner,
                        example.agreement(),
                        example.year(),
                        example.earlier(),
                        example.obstacle(),
                        0));
    }

    private static List<Example> examples() {
        return ExampleFile.read(FILE, "works", Bindable.listOf(Example.class));
    }

    /** Someone who exists in the examples alone and cannot log in. @param principal null for the county's lead */
    private CurrentUser lead(@Nullable String principal) {
        String name = principal == null ? "followup.demo.lead" : "plans.demo.lead";
        Role role = principal == null ? Role.REGIONAL_LEAD : Role.LOCAL_LEAD;
        return new CurrentUser(
                UUID.nameUUIDFromBytes((name + principal).getBytes(StandardCharsets.UTF_8)),
                texts.of(name),
                "",
                List.of(new CurrentUser.Grant(role, principal)));
    }
}
