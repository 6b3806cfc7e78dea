package dev.jvirt.virsh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyHostsTest {
    @TempDir Path folder;

    private final VirshFixture virsh = new VirshFixture();

    @BeforeEach
    void nameTwoHosts() throws IOException {
        Files.writeString(folder.resolve("hosts"), "fake:///a # one\n\nfake:///b\n");
    }

    private VirshFixture.Result run(String... arguments) {
        return virsh.run("", folder, arguments);
    }

    @Test
    void tablesBecomeOneWithAColumnForTheHost() {
        var result = run("--hosts", "hosts", "list", "--all");

        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.out().lines().filter(line -> line.contains("Host"))).hasSize(1);
        assertThat(result.out()).contains(" fake:///a ", " fake:///b ");
    }

    @Test
    void otherLinesBeginWithTheHost() {
        var result = run("--hosts=hosts", "echo", "--hosts");

        assertThat(result.err()).contains("fake:///a: error", "fake:///b: error");
        assertThat(result.status()).isEqualTo(1);
        assertThat(run("--hosts=hosts", "echo hello").out())
                .isEqualTo("fake:///a: hello\nfake:///b: hello\n");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        var result = run("--hosts", "nosuch", "list");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("error: Failed to open file 'nosuch': No such file or directory\n");
    }

    @Test
    void aCommandIsNeeded() {
        var result = run("--hosts", "hosts");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).isEqualTo("error: option --hosts needs a command\n");
    }

    @Test
    void theNamesOfOwnOptionsTakeNoShortFormsFromOthers() {
        assertThat(run("--ti", "-c", "fake:///a", "echo x").out()).contains("(Time: ");
        assertThat(run("--timeout", "0", "list").err())
                .isEqualTo("error: option --timeout requires a positive integer argument\n");
    }

    @Test
    void factsAndTablesAreJsonIfAskedFor() {
        var result = run("-c", "fake:///a", "--json", "list --all; nodeinfo");

        assertThat(result.out().lines()).hasSize(2);
        assertThat(result.out()).startsWith("[{\"id\":").contains("\n{\"cpu_model\":");
    }
}
