package dev.jvirt.qemu.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.qemu.capabilities.CacheStamp;
import dev.jvirt.qemu.capabilities.HostFacts;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeWorldTest {
    private static final String CPU =
            """
            processor\t: 0
            vendor_id\t: AuthenticAMD
            cpu family\t: 25
            model\t\t: 17
            model name\t: AMD EPYC
            stepping\t: 1
            microcode\t: 0x%s

            processor\t: 1
            vendor_id\t: Other
            """;

    private final Path root;
    private final Path binary;

    ProbeWorldTest(@TempDir Path folder) throws IOException {
        root = folder;
        binary = write("usr/bin/qemu", "");
        write("dev/kvm", "");
        write("proc/cpuinfo", CPU.formatted("1000065"));
        write("proc/sys/kernel/osrelease", "6.1.0\n");
        write("proc/sys/kernel/version", "#1 SMP\n");
        write("sys/module/kvm_amd/parameters/nested", "1\n");
        write("sys/module/kvm_amd/parameters/sev", "N\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private ProbeWorld world() {
        return world(new ProbingProgram(100, 9000000));
    }

    private ProbeWorld world(ProbingProgram program) {
        return new ProbeWorld(
                root, "x86_64", program, List.of(root.resolve("none"), root.resolve("modules")));
    }

    private QemuCapabilities answers(String arch, boolean kvm) throws IOException {
        var answers = QemuCapabilities.builder().binary(binary.toString()).arch(arch);
        answers.stamp(world().stamp(binary.toString())).host(world().hostFacts());
        return (kvm ? answers.set(QemuFlag.KVM) : answers).build();
    }

    @Test
    void theHostIsReadFromTheKernelsFiles() {
        assertThat(world().hostFacts())
                .isEqualTo(
                        new HostFacts(
                                0,
                                0x1000065,
                                Optional.of(
                                        "AuthenticAMD, AMD EPYC, family: 25, model: 17,"
                                                + " stepping: 1"),
                                Optional.of("6.1.0 #1 SMP"),
                                List.of(),
                                true,
                                false));
        assertThat(world().kvmUsable()).isTrue();
    }

    @Test
    void theStampHasTheTimesOfAllThatMatters() throws IOException {
        Files.createDirectory(root.resolve("modules"));
        Files.setLastModifiedTime(root.resolve("modules"), FileTime.fromMillis(5000));

        CacheStamp stamp = world().stamp(binary.toString());

        assertThat(stamp.binaryTime()).isGreaterThan(1_000_000_000);
        assertThat(stamp.moduleFolderTime()).isEqualTo(5);
        assertThat(stamp.selfTime()).isEqualTo(100);
        assertThat(stamp.selfVersion()).isEqualTo(9000000);
    }

    @Test
    void answersAreTrueWhileNothingChanges() throws IOException {
        assertThat(world().stillGives(answers("x86_64", true))).isTrue();
    }

    @Test
    void anotherProgramOrVersionAsksAgain() throws IOException {
        QemuCapabilities answers = answers("x86_64", true);

        assertThat(world(new ProbingProgram(101, 9000000)).stillGives(answers)).isFalse();
        assertThat(world(new ProbingProgram(100, 9001000)).stillGives(answers)).isFalse();
    }

    @Test
    void aChangedModuleFolderAsksAgain() throws IOException {
        QemuCapabilities answers = answers("x86_64", true);

        Files.createDirectory(root.resolve("modules"));

        assertThat(world().stillGives(answers)).isFalse();
    }

    @Test
    void aRemovedBinaryHasNoAnswers() throws IOException {
        QemuCapabilities answers = answers("x86_64", true);

        Files.delete(binary);

        assertThat(world().stillGives(answers)).isFalse();
    }

    @Test
    void anotherMicrocodeOrKernelAsksAgain() throws IOException {
        QemuCapabilities answers = answers("x86_64", true);

        write("proc/cpuinfo", CPU.formatted("1000066"));
        assertThat(world().stillGives(answers)).isFalse();

        write("proc/cpuinfo", CPU.formatted("1000065"));
        write("proc/sys/kernel/osrelease", "6.2.0\n");
        assertThat(world().stillGives(answers)).isFalse();
    }

    @Test
    void kvmThatComesOrGoesAsksAgain() throws IOException {
        assertThat(world().stillGives(answers("x86_64", false))).isFalse();
        QemuCapabilities answers = answers("x86_64", true);

        Files.delete(root.resolve("dev/kvm"));

        assertThat(world().stillGives(answers)).isFalse();
        assertThat(world().stillGives(answers("x86_64", false))).isTrue();
    }

    @Test
    void theKernelIsOfNoConcernToGuestsOfOtherArchitectures() throws IOException {
        QemuCapabilities answers = answers("aarch64", false);

        write("proc/sys/kernel/osrelease", "6.2.0\n");

        assertThat(world().stillGives(answers)).isTrue();
    }
}
