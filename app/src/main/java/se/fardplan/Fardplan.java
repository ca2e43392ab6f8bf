package se.fardplan;

import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * The application (Färdplan). It is started by the command line, which opens the database beside it.
 *
 * <p>Components are looked for among classes that stand alone: half of all classes are nested in another, and none of
 * those is a component.
 */
@SpringBootApplication
@ComponentScan(
        resourcePattern = "**/{standing:[^$]+}.class",
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class)
        })
public class Fardplan {}
