/**
 * Diagram: data in, SVG out.
 *
 * <p>Lives here: scales, axes, marks, label placement; one small grammar used unchanged on the page, in the PDF and in Word.
 * Never here: any domain type. May use: nothing.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.fardplan.charts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
