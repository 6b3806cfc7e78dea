package dev.jvirt.host.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CpuidInstructionTest {
    private static boolean isX86() {
        return System.getProperty("os.arch").equals("amd64");
    }

    @Test
    void theProcessorNamesItsMakerAsTheKernelDoes() throws IOException {
        assumeTrue(isX86(), "not an x86 host");
        try (var cpuid = CpuidInstruction.load()) {
            var answer = cpuid.ask(0, 0);

            var name = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
            name.putInt(answer.ebx()).putInt(answer.edx()).putInt(answer.ecx());
            assertThat(Files.readString(Path.of("/proc/cpuinfo")))
                    .contains(new String(name.array(), StandardCharsets.US_ASCII));
        }
    }

    @Test
    void theSubleafIsPartOfTheQuestion() throws IOException {
        assumeTrue(isX86(), "not an x86 host");
        try (var cpuid = CpuidInstruction.load()) {
            var answer = cpuid.ask(4, 1);

            assertThat(answer.leaf()).isEqualTo(4);
            assertThat(answer.subleaf()).isEqualTo(1);
            assertThat(cpuid.ask(0x8000_0000, 0).eax()).isNegative();
        }
    }

    @Test
    void otherProcessorsDoNotHaveIt() {
        assumeFalse(isX86(), "an x86 host");

        assertThatThrownBy(CpuidInstruction::load)
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
