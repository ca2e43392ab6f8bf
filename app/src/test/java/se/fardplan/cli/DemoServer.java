package se.fardplan.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import se.fardplan.DemoPart;
import se.fardplan.Fardplan;
import se.fardplan.TestDatabase;
import se.fardplan.organisation.CountyLoader;
import se.fardplan.organisation.Organisation;

/** A county's demo on a free port and a test database of its own, filled as {@code ./fardplan demo} fills it. */
public final class DemoServer {

    private final ConfigurableApplicationContext rooms;

    private DemoServer(ConfigurableApplicationContext rooms) {
        this.rooms = rooms;
    }

    /** @param asOf the day the examples stand for */
    public static DemoServer start(String county, LocalDate asOf) {
        return start(county, asOf, Map.of());
    }

    /** @param settings what the installation's own file would say, such as where its mail server is */
    public static DemoServer start(String county, LocalDate asOf, Map<String, Object> settings) {
        return start(county, asOf, settings, null);
    }

    /** @param clock what everything in the house goes by; null for the real time */
    public static DemoServer start(String county, LocalDate asOf, Map<String, Object> settings, @Nullable Clock clock) {
        SpringApplication application = new SpringApplication(Fardplan.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setLogStartupInfo(false);
        application.addInitializers(new TestDatabase.Beans(), (GenericApplicationContext context) -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("demo", Map.of("server.port", 0, "logging.level.root", "warn")));
            if (clock != null) {
                context.registerBean("movingClock", Clock.class, () -> clock, bean -> bean.setPrimary(true));
            }
            context.registerBean(AtStart.class, () -> atStart(context, county, asOf));
        });
        return new DemoServer(application.run());
    }

    private static AtStart atStart(GenericApplicationContext context, String county, LocalDate asOf) {
        return new AtStart(
                context.getBean(Organisation.class),
                context.getBean(CountyLoader.class),
                context.getBeanProvider(DemoPart.class).orderedStream().toList(),
                context.getBean(TransactionTemplate.class),
                county,
                asOf);
    }

    public String address() {
        return "http://localhost:" + rooms.getEnvironment().getProperty("local.server.port");
    }

    /** What the demo tells at its start, such as its accounts. */
    public List<String> notes() {
        return rooms.getBeanProvider(DemoPart.class)
                .orderedStream()
                .flatMap(part -> part.notes().stream())
                .toList();
    }

    /** A room's face, to bring about what the browser should then see. */
    public <T> T ask(Class<T> face) {
        return rooms.getBean(face);
    }
}
