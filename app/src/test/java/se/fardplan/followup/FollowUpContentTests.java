package se.fardplan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.fardplan.organisation.CountyPackage;
import se.fardplan.organisation.Problems;

/** What the counties' packages say of others' forms. */
class FollowUpContentTests {

    @ParameterizedTest
    @ValueSource(strings = {"dalarna", "sodra-lappland"})
    void fillsTheFormsOfBothReceiversFromTheSameAnswers(String county) {
        Path folder =
                Path.of(System.getProperty("fardplan.home")).resolve("counties").resolve(county);
        Problems problems = new Problems();
        List<ExternalForm> forms = FollowUpPart.read(new CountyPackage(folder), problems);
        assertThat(problems.list()).isEmpty();
        assertThat(forms)
                .extracting(ExternalForm::receiver)
                .containsExactly("Socialstyrelsen", "Sveriges Kommuner och Regioner");
        assertThat(forms).allSatisfy(form -> {
            assertThat(form.rows()).hasSizeGreaterThanOrEqualTo(8);
            assertThat(form.rows()).filteredOn(ExternalForm.Row::byHand).hasSize(1);
        });
    }
}
