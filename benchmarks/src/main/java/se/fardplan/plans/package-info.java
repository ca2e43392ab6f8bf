/** What the benchmarks measure inside the room of plans. */
@NullMarked
package se.fardplan.plans;

import org.jspecify.annotations.NullMarked;
