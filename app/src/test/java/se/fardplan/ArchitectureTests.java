package se.fardplan;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Component;

/** The walls of the house: the arrows between rooms. */
class ArchitectureTests {

    private static final ApplicationModules ROOMS = ApplicationModules.of(Fardplan.class);

    @Test
    void arrowsPointDownward() {
        ROOMS.verify();
    }

    /** {@link Fardplan} looks for components among classes that stand alone; a nested one would never be found. */
    @Test
    void componentsStandAlone() {
        JavaClasses house = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackagesOf(Fardplan.class);
        ArchRuleDefinition.classes()
                .that()
                .areMetaAnnotatedWith(Component.class)
                .should()
                .beTopLevelClasses()
                .check(house);
    }
}
