package se.fardplan.access;

import java.util.Locale;
import java.util.regex.Pattern;
import se.fardplan.Refusal;

/** An e-mail address as it is kept (e-postadress): without spaces around it, in small letters. */
final class EmailAddress {

    private static final Pattern SHAPE = Pattern.compile("[^@\\s]+@[^@\\s.]+(\\.[^@\\s.]+)+");

    private EmailAddress() {}

    /** Refusals: {@code ACC-002} no e-mail address. */
    static String of(String written) {
        String address = written.strip().toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(address).matches()) {
            throw new Refusal("ACC-002", written);
        }
        return address;
    }
}
