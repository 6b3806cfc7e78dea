package dev.jvirt.qemu.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.host.kvm.KvmDevice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VcpuLimitsTest {
    private static final VcpuLimits WITHOUT_KVM = new VcpuLimits(Path.of("/nowhere/kvm"));

    @Test
    void plainEmulationHasAFixedLimit() {
        assertThat(WITHOUT_KVM.maxVcpus(Optional.empty())).isEqualTo(16);
        assertThat(WITHOUT_KVM.maxVcpus(Optional.of("QEMU"))).isEqualTo(16);
    }

    @Test
    void kvmIsAsked() {
        assumeTrue(Files.isWritable(KvmDevice.PATH), "KVM cannot be used here");

        assertThat(new VcpuLimits(KvmDevice.PATH).maxVcpus(Optional.of("kvm"))).isPositive();
    }

    @Test
    void kvmThatIsNotThereIsNamed() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> WITHOUT_KVM.maxVcpus(Optional.of("kvm")));

        assertThat(error.code()).isEqualTo(ErrorCode.SYSTEM_ERROR);
        assertThat(error).hasMessage("Unable to open /nowhere/kvm: No such file or directory");
    }

    @Test
    void otherTypesAreNotQemus() {
        var error =
                catchThrowableOfType(
                        LibvirtException.class, () -> WITHOUT_KVM.maxVcpus(Optional.of("xen")));

        assertThat(error.code()).isEqualTo(ErrorCode.INVALID_ARG);
        assertThat(error).hasMessageEndingWith("unknown type 'xen'");
    }
}
