package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserAgentTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0|Firefox|Windows
            Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0 Safari/537.36 Edg/142.0|Edge|Windows
            Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36|Chrome|Linux
            Mozilla/5.0 (Linux; Android 16; Pixel 9) Chrome/142.0 Mobile Safari/537.36 EdgA/142.0|Edge|Android
            Mozilla/5.0 (Linux; Android 16; SM-S911B) SamsungBrowser/28.0 Chrome/130.0 Safari/537.36|Samsung Internet|Android
            Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) Version/26.1 Mobile/15E148 Safari/604.1|Safari|iPhone
            Mozilla/5.0 (iPad; CPU OS 26_1 like Mac OS X) CriOS/142.0 Mobile/15E148 Safari/604.1|Chrome|iPad
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.1 Safari/605.1.15|Safari|Mac
            """)
    void tellsTheBrowserAndTheMachine(String said, String name, String machine) {
        assertThat(UserAgent.of(said)).isEqualTo(new UserAgent(name, machine));
    }

    @Test
    void makesNothingOfWhatItDoesNotKnow() {
        assertThat(UserAgent.of(null)).isEqualTo(UserAgent.UNKNOWN);
        assertThat(UserAgent.of("curl/8 <script>")).isEqualTo(UserAgent.UNKNOWN);
    }
}
