package dev.jvirt.tests.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.jvirt.tests.lab.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The public API of libvirt can be reached from Java; the table says how, and what tests it.
class ApiCoverageTest {
    /// Not reachable yet.
    private static final Set<String> MISSING =
            Set.of(
                    "virDomainDelThrottleGroup",
                    "virDomainGetAutostartOnce",
                    "virDomainSetAutostartOnce",
                    "virDomainSetThrottleGroup",
                    "virGetVersion",
                    "virAdmGetVersion");

    private static List<ApiCoverage.Row> rows = List.of();

    @BeforeAll
    static void read() {
        assumeThat(ApiCoverage.hasTable()).as("the recorded functions").isTrue();
        rows = ApiCoverage.rows();
    }

    /// Those came after 9.0.0.
    @Test
    void everyFunctionHasAMember() {
        assertThat(rows)
                .filteredOn(row -> row.member().isEmpty())
                .extracting(ApiCoverage.Row::function)
                .allMatch(MISSING::contains);
    }

    @Test
    void theDocumentationSaysSo() throws IOException {
        String now = ApiCoverage.markdown(rows);
        Path fresh = Repository.file("tests/target/api-coverage.md");
        Files.createDirectories(fresh.getParent());
        Files.writeString(fresh, now);

        assertThat(Repository.file("docs/api-coverage.md"))
                .as("to be replaced by %s", fresh)
                .content()
                .isEqualTo(now);
    }
}
