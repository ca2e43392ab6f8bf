/**
 * Benchmarks of whole paths: each prints what it took, what a peer took in the same run, and the ratio.
 */
@NullMarked
package se.fardplan.bench;

import org.jspecify.annotations.NullMarked;
