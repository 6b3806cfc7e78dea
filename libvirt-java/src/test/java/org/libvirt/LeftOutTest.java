package org.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the comparison with the published jar leaves out is what the documentation says.
class LeftOutTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("jvirt.repository", ".."));
    private static final Pattern EXCLUDED =
            Pattern.compile("<exclude>(org\\.libvirt[^<]*)</exclude>");
    private static final Pattern TOLD =
            Pattern.compile("^- `(org\\.libvirt[^`]*)`$", Pattern.MULTILINE);

    private static List<String> found(Pattern pattern, String file) throws IOException {
        return pattern.matcher(Files.readString(REPOSITORY.resolve(file)))
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void theDocumentationListsIt() throws IOException {
        assertThat(found(TOLD, "docs/libvirt-java.md"))
                .containsExactlyElementsOf(found(EXCLUDED, "libvirt-java/pom.xml"))
                .hasSizeGreaterThan(1);
    }

    /// The two fields hold pointers of JNA, and two methods return structures of it.
    @Test
    void allOfItNeedsJna() throws IOException {
        assertThat(found(EXCLUDED, "libvirt-java/pom.xml"))
                .filteredOn(
                        member ->
                                !member.contains("org.libvirt.jna")
                                        && !member.contains("com.sun.jna"))
                .containsExactlyInAnyOrder(
                        "org.libvirt.Connect#vcp",
                        "org.libvirt.StoragePool#vspp",
                        "org.libvirt.SchedParameter#toNative(org.libvirt.SchedParameter)",
                        "org.libvirt.TypedParameter#toNative(org.libvirt.TypedParameter)");
    }
}
