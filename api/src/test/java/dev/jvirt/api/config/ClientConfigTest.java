package dev.jvirt.api.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientConfigTest {
    private final Path folder;

    ClientConfigTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private ClientConfig config(String text) throws IOException {
        return ClientConfig.read(Files.writeString(folder.resolve("libvirt.conf"), text));
    }

    @Test
    void theDefaultAndTheAliasesComeFromTheFile() throws IOException {
        ClientConfig config =
                config(
                        """
                        uri_default = "home"
                        uri_aliases = [ "home=qemu:///system", "home=lost:///", "ho_me-2=a=b", ]
                        """);

        assertThat(config.defaultUri()).contains("home");
        assertThat(config.resolve("home")).isEqualTo("qemu:///system");
        assertThat(config.resolve("ho_me-2")).isEqualTo("a=b");
        assertThat(config.resolve("qemu:///session")).isEqualTo("qemu:///session");
    }

    @Test
    void withoutTheFileNamesStandForThemselves() {
        ClientConfig config = ClientConfig.read(folder.resolve("none.conf"));

        assertThat(config.defaultUri()).isEmpty();
        assertThat(config.resolve("home")).isEqualTo("home");
    }

    @Test
    void aFileThatCannotBeReachedCountsAsAbsent() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "");

        assertThat(ClientConfig.read(noFolder.resolve("libvirt.conf")).defaultUri()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "home, expected 'alias=uri://host/path'",
        "a b=c:///, 'aliases may only contain ''a-Z, 0-9, _, -'''",
        "a.b=c:///, 'aliases may only contain ''a-Z, 0-9, _, -'''"
    })
    void malformedAliasesAreRefusedWhoeverIsLookedFor(String alias, String rule)
            throws IOException {
        ClientConfig config = config("uri_aliases = [ \"%s\" ]".formatted(alias));

        var error = catchThrowableOfType(LibvirtException.class, () -> config.resolve("test:///"));

        assertThat(error.code()).isEqualTo(ErrorCode.CONF_SYNTAX);
        assertThat(error)
                .hasMessageEndingWith(
                        "Malformed 'uri_aliases' config entry '%s', %s".formatted(alias, rule));
    }

    @Test
    void whatIsNoConfigurationIsRefusedWithFileAndLine() {
        var error = catchThrowableOfType(LibvirtException.class, () -> config("\nno sense"));

        assertThat(error)
                .hasMessage(
                        "configuration file syntax error: %s:2: expecting an assignment"
                                .formatted(folder.resolve("libvirt.conf")));
    }
}
