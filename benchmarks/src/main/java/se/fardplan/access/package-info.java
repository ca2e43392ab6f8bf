/** What the benchmarks need from inside the room access. */
@NullMarked
package se.fardplan.access;

import org.jspecify.annotations.NullMarked;
