package se.fardplan.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class KeyAddressTests {

    @ParameterizedTest
    @CsvSource({
        "https://fardplan.example.se, fardplan.example.se, https://fardplan.example.se",
        "https://Fardplan.Example.se/, fardplan.example.se, https://fardplan.example.se",
        "https://fardplan.example.se:443, fardplan.example.se, https://fardplan.example.se",
        "https://fardplan.example.se:8443/, fardplan.example.se, https://fardplan.example.se:8443",
        "http://localhost:8080, localhost, http://localhost:8080",
        "http://localhost, localhost, http://localhost"
    })
    void isWhatABrowserWrites(String address, String host, String origin) {
        assertThat(KeyAddress.of(address)).contains(new KeyAddress(host, origin));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fardplan.example.se",
                "https://10.0.0.7",
                "https://[::1]:8443",
                "fardplan.example.se",
                "https://",
                "https://en adress",
                ""
            })
    void isNoneWhereBrowsersAllowNoKeys(String address) {
        assertThat(KeyAddress.of(address)).isEmpty();
    }

    @Test
    void isThisMachinesOwnUntilSet() {
        MockEnvironment settings = new MockEnvironment().withProperty("local.server.port", "8123");
        assertThat(KeyAddress.of(settings).map(KeyAddress::origin)).contains("http://localhost:8123");
        settings.setProperty("fardplan.address", "https://fardplan.example.se");
        assertThat(KeyAddress.of(settings).map(KeyAddress::host)).contains("fardplan.example.se");
    }
}
