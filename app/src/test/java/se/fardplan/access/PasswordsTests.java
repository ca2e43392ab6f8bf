package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.fardplan.Refusal;

class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kort|ACC-010",
                "elva tecken|ACC-010",
                "password1234|ACC-012",
                "Lösenord2026!|ACC-012",
                "sommarsommar1|ACC-012",
                "aaaaaaaaaaaaaaaa|ACC-012",
                "123456789012|ACC-012",
                "qwertyuiop123|ACC-012",
                "färdplan 2026|ACC-012",
                "Manchester-2026|ACC-012",
                "1234567890987654321|ACC-012",
                "min anna.berg är bra|ACC-013",
                "hej Anna Berg hej|ACC-013",
                "tre gröna cyklar tre gröna cyklar tre gröna cyklar tre gröna cyklar tre gröna|ACC-011"
            })
    void refusesWhatIsEasyToGuess(String password, String code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> passwords.check(password, "anna.berg@example.org", "Anna Berg"))
                .extracting(Refusal::code)
                .isEqualTo(code);
    }

    @Test
    void takesSeveralWords() {
        assertThatCode(() -> passwords.check("tre gröna cyklar", "anna.berg@example.org", "Anna Berg"))
                .doesNotThrowAnyException();
    }

    @RepeatedTest(20)
    void makesPasswordsThatItTakesItself() {
        assertThatCode(() -> passwords.check(passwords.generate(), "anna.berg@example.org", "Anna Berg"))
                .doesNotThrowAnyException();
    }

    @Test
    void knowsItsOwnHashesAndNothingElse() {
        String hash = passwords.hash("tre gröna cyklar");
        assertThat(hash).startsWith("{bcrypt}").doesNotContain("cyklar");
        assertThat(passwords.matches("tre gröna cyklar", hash)).isTrue();
        assertThat(passwords.matches("tre gröna cyklAr", hash)).isFalse();
        assertThat(passwords.matches("tre gröna cyklar", null)).isFalse();
        assertThat(passwords.isOutdated(hash)).isFalse();
        assertThat(passwords.isOutdated(
                        "{sha256}97cde38028ad898ebc02e690819fa220e88c62e0699403e94fff291cfffaf8410849f27605abcbc0"))
                .isTrue();
    }
}
