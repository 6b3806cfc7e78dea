package dev.jvirt.qemu.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.documents.domain.Cpu.Feature;
import dev.jvirt.documents.domain.Cpu.FeaturePolicy;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.CpuProperty;
import dev.jvirt.qemu.capabilities.HostCpuModel;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GivenCpuTest {
    private static final Optional<NamedCpu> HOST =
            Optional.of(NamedCpu.of("Conroe").with("cmt", FeaturePolicy.REQUIRE));

    private static QemuCapabilities emulator(String arch, Optional<HostCpuModel> hostCpu) {
        var models =
                List.of(
                        new CpuModel(
                                "Conroe", Optional.empty(), Optional.of(true), false, List.of()));
        var offer = new AcceleratorCapabilities(hostCpu, models, List.of());
        return QemuCapabilities.builder()
                .arch(arch)
                .accelerator(Accelerator.KVM, offer)
                .accelerator(Accelerator.TCG, offer)
                .build();
    }

    private static HostCpuModel conroeWith(CpuProperty... more) {
        var properties = new ArrayList<>(List.of(more));
        X86Facts.features(NamedCpu.of("Conroe")).stream()
                .mapToObj(X86Table.instance()::name)
                .forEach(name -> properties.add(on(name, true)));
        return new HostCpuModel("base", true, properties);
    }

    private static CpuProperty on(String name, boolean migratable) {
        return new CpuProperty(name, CpuProperty.Kind.BOOLEAN, "true", Optional.of(migratable));
    }

    @Test
    void whatTheEmulatorTellsGetsAName() {
        var model = conroeWith(on("hypervisor", true), on("invtsc", false));

        var given =
                GivenCpu.of("x86_64", emulator("x86_64", Optional.of(model)), Accelerator.KVM, HOST)
                        .orElseThrow();

        assertThat(given.ofEmulator()).isTrue();
        assertThat(given.reported().model()).contains("Conroe");
        assertThat(given.reported().features())
                .containsExactly(
                        new Feature("hypervisor", FeaturePolicy.REQUIRE),
                        new Feature("invtsc", FeaturePolicy.REQUIRE));
        assertThat(given.migratable().features())
                .containsExactly(new Feature("hypervisor", FeaturePolicy.REQUIRE));
        assertThat(given.full().features())
                .containsExactly(
                        new Feature("cmt", FeaturePolicy.REQUIRE),
                        new Feature("hypervisor", FeaturePolicy.REQUIRE),
                        new Feature("invtsc", FeaturePolicy.REQUIRE));
    }

    @Test
    void emulatedProcessorsHaveNothingOfTheHosts() {
        var given =
                GivenCpu.of(
                                "x86_64",
                                emulator("x86_64", Optional.of(conroeWith())),
                                Accelerator.TCG,
                                HOST)
                        .orElseThrow();

        assertThat(given.full()).isEqualTo(given.reported());
    }

    @Test
    void anEmulatorThatTellsNothingGivesWhatTheHostHasAndItKnows() {
        var given =
                GivenCpu.of("x86_64", emulator("x86_64", Optional.empty()), Accelerator.KVM, HOST)
                        .orElseThrow();

        assertThat(given.ofEmulator()).isFalse();
        assertThat(given.reported()).isEqualTo(NamedCpu.of("Conroe"));
    }

    @Test
    void anotherArchitecturesEmulatorGivesNothing() {
        assertThat(
                        GivenCpu.of(
                                "x86_64",
                                emulator("aarch64", Optional.empty()),
                                Accelerator.TCG,
                                HOST))
                .isEmpty();
        assertThat(
                        GivenCpu.of(
                                "x86_64",
                                emulator("x86_64", Optional.empty()),
                                Accelerator.KVM,
                                Optional.empty()))
                .isEmpty();
    }

    @Test
    void aMainframesEmulatorUsesTheNamesOfDocuments() {
        var model =
                new HostCpuModel(
                        "z15",
                        false,
                        List.of(
                                new CpuProperty(
                                        "te",
                                        CpuProperty.Kind.BOOLEAN,
                                        "false",
                                        Optional.empty())));

        var given =
                GivenCpu.of(
                                "s390x",
                                emulator("s390x", Optional.of(model)),
                                Accelerator.KVM,
                                Optional.empty())
                        .orElseThrow();

        assertThat(given.reported())
                .isEqualTo(NamedCpu.of("z15").with("te", FeaturePolicy.DISABLE));
    }

    @Test
    void thisHostHasAName() {
        var host = new HostProcessor("x86_64");

        assertThat(host.facts().isPresent())
                .isEqualTo(System.getProperty("os.arch").equals("amd64"));
        host.name().ifPresent(cpu -> assertThat(cpu.count(FeaturePolicy.DISABLE)).isZero());
        assertThat(new HostProcessor("aarch64").name()).isEmpty();
    }
}
