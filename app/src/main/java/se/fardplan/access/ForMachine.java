package se.fardplan.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An endpoint for another machine (för maskiner), which sends {@code Authorization: Bearer …} with the token that the
 * installation's settings hold. While none is set the endpoint is shut; no role opens it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ForMachine {

    /** The setting that holds the token. */
    String value();
}
