/**
 * Rapporter: the start page, the pages of sub-goals and key figures, the annual report and its frozen years.
 *
 * <p>Lives here: what puts the other rooms together for a reader. Never here: changes of another room data.
 * May use: everything below it.
 */
@ApplicationModule(
        allowedDependencies = {
            "followup",
            "writing",
            "plans",
            "strategy",
            "indicators",
            "governance",
            "desk",
            "access",
            "organisation",
            "charts",
            "sheets"
        })
@NullMarked
package se.fardplan.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
