package se.fardplan.access;

import java.util.UUID;

/** Where someone chooses a password of their own who has logged in with one that was given (eget lösenord). */
public interface OwnPasswords {

    /** The address of a page that is good once and for a while, for the one with the account and no one else. */
    String open(UUID account);
}
