package se.fardplan.database;

/** A name and a password in the database (inloggning i databasen). */
public record Login(String user, String password) {

    /** Without the password: a login may end up in a log. */
    @Override
    public String toString() {
        return "Login[" + user + "]";
    }
}
