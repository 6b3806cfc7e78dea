package dev.jvirt.qemu.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.qemu.capabilities.EmulatorFinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorRequestTest {
    private final Path root;
    private final QemuBinaries binaries;
    private final String x86;
    private final String i386;

    EmulatorRequestTest(@TempDir Path folder) throws IOException {
        root = folder;
        x86 = install("qemu-system-x86_64");
        i386 = install("qemu-system-i386");
        install("qemu-system-ppc64");
        binaries =
                new QemuBinaries(
                        new EmulatorFinder("x86_64", root.toString()),
                        new CapabilitiesCache(root.resolve("cache")),
                        new CapabilitiesProbe(
                                (binary, accelerators) ->
                                        new SmallQemu(
                                                binary.substring(binary.lastIndexOf('-') + 1),
                                                false)),
                        new ProbeWorld(root, "x86_64", new ProbingProgram(1, 2), List.of()));
    }

    private String install(String name) throws IOException {
        Path binary = Files.writeString(root.resolve(name), "");
        Files.setPosixFilePermissions(binary, PosixFilePermissions.fromString("rwxr-xr-x"));
        return binary.toString();
    }

    private static Optional<String> given(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(text);
    }

    private EmulatorChoice choose(String binary, String arch, String machine, String type) {
        return new EmulatorRequest(given(binary), given(arch), given(machine), given(type))
                .choose(binaries);
    }

    private void assertRefused(
            ErrorCode code,
            String message,
            String binary,
            String arch,
            String machine,
            String type) {
        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> choose(binary, arch, machine, type));

        assertThat(error).hasMessageEndingWith(message);
        assertThat(error.code()).isEqualTo(code);
    }

    @Test
    void whatIsLeftOpenIsTheHostsOwn() {
        EmulatorChoice choice = choose("-", "-", "-", "-");

        assertThat(choice.capabilities().binary()).isEqualTo(x86);
        assertThat(choice.arch()).isEqualTo("x86_64");
        assertThat(choice.type()).isEqualTo(VirtType.QEMU);
        assertThat(choice.machine()).isEqualTo("pc-1");
        assertThat(choose("-", "-", "-", "none").type()).isEqualTo(VirtType.QEMU);
    }

    @Test
    void aliasesOfMachinesAreReplaced() {
        assertThat(choose("-", "-", "pc", "-").machine()).isEqualTo("pc-1");
    }

    @Test
    void a64BitBinaryRuns32BitGuests() {
        EmulatorChoice choice = choose(x86, "i686", "-", "qemu");

        assertThat(choice.capabilities().binary()).isEqualTo(x86);
        assertThat(choice.arch()).isEqualTo("i686");
        assertThat(choose("-", "ppc64le", "-", "-").arch()).isEqualTo("ppc64le");
    }

    @Test
    void unknownWordsAreNamed() {
        assertRefused(ErrorCode.INVALID_ARG, "unknown architecture: foo", "-", "foo", "-", "-");
        assertRefused(ErrorCode.INVALID_ARG, "unknown virttype: foo", "-", "foo", "-", "foo");
        assertRefused(
                ErrorCode.INVALID_ARG,
                "the machine 'foo' is not supported by emulator '%s'".formatted(x86),
                "-",
                "-",
                "foo",
                "xen");
    }

    @Test
    void whatDoesNotFitTogetherIsNamed() {
        assertRefused(
                ErrorCode.INVALID_ARG,
                "architecture from emulator 'x86_64' doesn't match given architecture 'sparc'",
                x86,
                "sparc",
                "foo",
                "xen");
        assertRefused(
                ErrorCode.INVALID_ARG,
                "Emulator '%s' does not support arch 'x86_64'".formatted(i386),
                i386,
                "-",
                "-",
                "-");
        assertRefused(
                ErrorCode.INVALID_ARG,
                "Emulator '%s' does not support virt type 'kvm'".formatted(x86),
                "-",
                "-",
                "-",
                "kvm");
    }

    @Test
    void anArchitectureWithoutBinaryIsNamed() {
        assertRefused(
                ErrorCode.CONFIG_UNSUPPORTED,
                "unable to find any emulator to serve 'sparc' architecture",
                "-",
                "sparc",
                "-",
                "-");
    }

    @Test
    void pathsThatNameNothingAreRefused() {
        assertRefused(
                ErrorCode.SYSTEM_ERROR,
                "Cannot check QEMU binary : No such file or directory",
                "",
                "-",
                "-",
                "-");
        assertRefused(
                ErrorCode.SYSTEM_ERROR,
                "Cannot check QEMU binary no-such-qemu: No such file or directory",
                "no-such-qemu",
                "-",
                "-",
                "-");
    }
}
