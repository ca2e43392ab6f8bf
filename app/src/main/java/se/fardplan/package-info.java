/**
 * The entrance hall: layout, menu, error pages, messages. It imports no room; what it needs of one comes through an
 * interface declared here.
 */
@NullMarked
package se.fardplan;

import org.jspecify.annotations.NullMarked;
