package dev.jvirt.tests.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.jvirt.tests.lab.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The public API of libvirt can be reached from Java; the table says how, and what tests it.
class ApiCoverageTest {
    private static List<ApiCoverage.Row> rows = List.of();

    @BeforeAll
    static void read() {
        assumeThat(ApiCoverage.hasTable()).as("the recorded functions").isTrue();
        rows = ApiCoverage.rows();
    }

    @Test
    void everyFunctionHasAMember() {
        assertThat(rows).isNotEmpty().noneMatch(row -> row.member().isEmpty());
    }

    @Test
    void everyFunctionHasATest() {
        assertThat(rows).isNotEmpty().noneMatch(row -> row.test().isEmpty());
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
