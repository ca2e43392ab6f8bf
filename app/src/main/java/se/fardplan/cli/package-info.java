/**
 * The command line: each command opens the data folder and calls the rooms' faces.
 *
 * <p>Lives here: {@code main} and one class a command. Never here: rules, SQL, pages.
 */
@NullMarked
package se.fardplan.cli;

import org.jspecify.annotations.NullMarked;
