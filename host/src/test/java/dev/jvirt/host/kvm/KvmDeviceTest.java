package dev.jvirt.host.kvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KvmDeviceTest {
    private static KvmDevice open() throws IOException {
        assumeTrue(
                Files.isReadable(KvmDevice.PATH) && Files.isWritable(KvmDevice.PATH),
                "KVM cannot be used here");
        return KvmDevice.open(KvmDevice.PATH);
    }

    private static void assumeX86() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "not an x86 host");
    }

    @Test
    void guestsCanHaveSomeProcessors() throws IOException {
        try (KvmDevice kvm = open()) {
            assertThat(kvm.maxVcpus()).isBetween(1, 1 << 16);
        }
    }

    @Test
    void whatGuestsSeeOfTheProcessorsIsListedInOrder() throws IOException {
        assumeX86();
        try (KvmDevice kvm = open()) {
            var leaves = kvm.supportedCpuid();

            assertThat(leaves).isSorted().doesNotHaveDuplicates();
            assertThat(leaves.getFirst().leaf()).isZero();
            assertThat(leaves).isEqualTo(kvm.supportedCpuid());
        }
    }

    @Test
    void theTimeStampCounterHasAFrequency() throws IOException {
        assumeX86();
        try (KvmDevice kvm = open()) {
            assertThat(kvm.timeStampFrequency()).isBetween(100_000_000L, 10_000_000_000L);
        }
    }

    @Test
    void anotherFileAnswersNothing(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("kvm"), "");

        try (KvmDevice kvm = KvmDevice.open(file)) {
            assertThatThrownBy(kvm::supportedCpuid).isInstanceOf(IOException.class);
            assertThatThrownBy(kvm::maxVcpus).isInstanceOf(IOException.class);
        }
    }

    @Test
    void thePlaceOfTheProcessorThatAnsweredIsLeftOut() {
        assertThat(new CpuidLeaf(1, 0, 1, 0x05020800, 3, 4).withoutPlace())
                .isEqualTo(new CpuidLeaf(1, 0, 1, 0x00020800, 3, 4));
        assertThat(new CpuidLeaf(0xB, 0, 0, 0, 0, 7).withoutPlace().isEmpty()).isTrue();
    }

    @Test
    void leavesAreOrderedAsUnsignedNumbers() {
        assertThat(new CpuidLeaf(0x80000000, 0, 1, 0, 0, 0))
                .isGreaterThan(new CpuidLeaf(0x40000000, 0, 1, 0, 0, 0));
    }
}
