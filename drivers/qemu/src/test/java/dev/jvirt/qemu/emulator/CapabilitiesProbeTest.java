package dev.jvirt.qemu.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.process.Identity;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.CapabilitiesReader;
import dev.jvirt.qemu.capabilities.CapabilitiesWriter;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapabilitiesProbeTest {
    private static final ProbeWorld WORLD = ProbeWorld.of("x86_64", new ProbingProgram(1, 2));

    private final Path folder;

    CapabilitiesProbeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anInstalledQemuSaysWhatItCanDo() {
        String binary = InstalledQemu.binary();

        QemuCapabilities found = patientProbe().probe(binary, WORLD);

        assertThat(found.binary()).isEqualTo(binary);
        assertThat(found.stamp().selfVersion()).isEqualTo(2);
        assertThat(found.arch()).isEqualTo("x86_64");
        assertThat(found.version()).isGreaterThan(4002000);
        assertThat(found.flags()).contains(QemuFlag.TCG, QemuFlag.PCIE_ROOT_PORT);
        assertThat(found.has(QemuFlag.KVM)).isEqualTo(found.host().kernelVersion().isPresent());
        assertThat(found.canonicalMachine(Accelerator.TCG, "q35")).startsWith("pc-q35-");
        assertThat(found.defaultMachine(Accelerator.TCG).orElseThrow().alias()).contains("pc");
        assertThat(found.accelerator(Accelerator.TCG).hostCpu()).isPresent();
        assertThat(found.accelerator(Accelerator.TCG).cpuModels())
                .extracting(CpuModel::name)
                .contains("qemu64");
        String document = CapabilitiesWriter.format(found);
        assertThat(CapabilitiesWriter.format(CapabilitiesReader.parse(document)))
                .isEqualTo(document);
    }

    private static CapabilitiesProbe patientProbe() {
        return CapabilitiesProbe.ofProcesses(ProbeSettings.of(System.getenv()));
    }

    private static CapabilitiesProbe hastyProbe() {
        return CapabilitiesProbe.ofProcesses(
                new ProbeSettings(
                        Map.of("PATH", "/usr/bin:/bin"), Optional.empty(), Duration.ofSeconds(1)));
    }

    private String script(String text) throws IOException {
        Path script = folder.resolve("qemu");
        Files.writeString(script, "#!/bin/sh\n" + text);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script.toString();
    }

    private static LibvirtException refusal(CapabilitiesProbe probe, String binary) {
        return catchThrowableOfType(LibvirtException.class, () -> probe.probe(binary, WORLD));
    }

    @Test
    void aMissingBinaryIsNamed() {
        LibvirtException error = refusal(patientProbe(), "/nowhere/qemu");

        assertThat(error.code()).isEqualTo(ErrorCode.SYSTEM_ERROR);
        assertThat(error)
                .hasMessage("Cannot check QEMU binary /nowhere/qemu: No such file or directory");
    }

    @Test
    void aBinaryThatMayNotBeExecutedIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("qemu"), "");

        LibvirtException error = refusal(patientProbe(), file.toString());

        assertThat(error.code()).isEqualTo(ErrorCode.SYSTEM_ERROR);
        assertThat(error)
                .hasMessage("QEMU binary %s is not executable: Permission denied".formatted(file));
    }

    @Test
    void aFolderIsNoBinary() {
        assertThat(refusal(patientProbe(), folder.toString()))
                .hasMessage("QEMU binary %s is not executable: Is a directory".formatted(folder));
    }

    @Test
    void whatABinarySaysBeforeItFailsIsTold() throws IOException {
        String binary = script("echo 'no accelerator found' >&2; exit 1");

        LibvirtException error = refusal(patientProbe(), binary);

        assertThat(error.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(error)
                .hasMessage(
                        "internal error: Failed to start QEMU binary %s for probing: %s"
                                .formatted(binary, "no accelerator found"));
    }

    @Test
    void aBinaryThatEndsSilentlyHasItsStatusTold() throws IOException {
        assertThat(refusal(patientProbe(), script("exit 7")))
                .hasMessageEndingWith("it ended without a word, exit status 7");
    }

    @Test
    void anotherProgramIsToldFromAQemu() throws IOException {
        assertThat(refusal(patientProbe(), script("echo hello")))
                .hasMessageEndingWith("it does not speak QMP: 'hello'");
    }

    @Test
    void aFileOfAnotherFormatIsTold() throws IOException {
        Path file = Files.write(folder.resolve("qemu"), new byte[] {0x7f, 'E', 'L', 'F', 0, 0});
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(refusal(patientProbe(), file.toString()))
                .hasMessageContaining("Failed to start QEMU binary " + file);
    }

    @Test
    void aBinaryThatHangsIsGivenUpAndKilledWithItsChildren() throws Exception {
        Path pids = folder.resolve("pids");
        String binary =
                script(
                        "sleep 1000 & echo $$ $! > %s; echo 'waiting for luck' >&2; wait"
                                .formatted(pids));

        LibvirtException error = refusal(hastyProbe(), binary);

        assertThat(error.code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT);
        assertThat(error)
                .hasMessageContaining(
                        "QEMU binary %s did not answer within 1000 ms".formatted(binary))
                .hasMessageEndingWith("waiting for luck");
        for (String pid : Files.readString(pids).strip().split(" ")) {
            var process = ProcessHandle.of(Long.parseLong(pid));
            if (process.isPresent()) {
                assertThat(process.get().onExit().get(10, TimeUnit.SECONDS)).isNotNull();
            }
        }
    }

    @Test
    void aBinaryThatHangsAfterItsGreetingIsGivenUpToo() throws IOException {
        String binary = script("echo '{\"QMP\": {}}'; exec sleep 1000");

        assertThat(refusal(hastyProbe(), binary).code()).isEqualTo(ErrorCode.OPERATION_TIMEOUT);
    }

    @Test
    void aBinaryThatSaysVeryMuchIsGivenUpToo() throws IOException {
        String binary = script("yes lots of words >&2");

        assertThat(refusal(hastyProbe(), binary))
                .hasMessageContaining("did not answer")
                .hasMessageContaining("lots of words");
    }

    @Test
    void aBinaryRunsAsWhoeverIsSaid() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "needs to be root");
        String binary = script("id -u >&2; exit 1");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        var settings =
                ProbeSettings.of(System.getenv()).runAs(new Identity(65534, 65534, List.of()));

        assertThat(refusal(CapabilitiesProbe.ofProcesses(settings), binary))
                .hasMessageEndingWith(": 65534");
    }

    @Test
    void aBinaryGetsOnlyTheEnvironmentItIsMeantToGet() throws IOException {
        String binary = script("env | cut -d= -f1 | sort | tr '\\n' ' ' >&2; exit 1");

        assertThat(refusal(hastyProbe(), binary)).hasMessageContaining("PATH PWD");
        assertThat(ProbeSettings.of(Map.of("PATH", "/bin", "SECRET", "x")).environment())
                .containsOnlyKeys("LC_ALL", "PATH");
    }
}
