package se.fardplan;

import java.io.Serial;
import java.util.List;

/**
 * Something the user asked for that cannot be done, with a stable code and a Swedish sentence that says what to do.
 *
 * <p>The sentence is the message {@code refusal.<code>} with {@code arguments}; pages and the command line show the same.
 */
public class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;
    private final transient List<Object> arguments;

    /** @param code such as {@code KOL-004}; the text stands under {@code refusal.KOL-004} in the message files */
    public Refusal(String code, Object... arguments) {
        super(code + " " + List.of(arguments));
        this.code = code;
        this.arguments = List.of(arguments);
    }

    public String code() {
        return code;
    }

    /** True when it is about who asked, so that there is nothing in a form to mend. */
    public boolean isForbidden() {
        return code.equals("ACC-001");
    }

    public List<Object> arguments() {
        return arguments;
    }
}
