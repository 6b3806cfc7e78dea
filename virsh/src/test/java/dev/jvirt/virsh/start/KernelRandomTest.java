package dev.jvirt.virsh.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class KernelRandomTest {

    @Test
    void itGivesOtherNumbersEachTime() throws GeneralSecurityException {
        var random = SecureRandom.getInstance("NativePRNGNonBlocking", new KernelRandom());
        byte[] some = new byte[32];
        random.nextBytes(some);
        byte[] others = new byte[32];
        random.nextBytes(others);

        assertThat(some).isNotEqualTo(others).isNotEqualTo(new byte[32]);
        assertThat(random.generateSeed(16)).hasSize(16).isNotEqualTo(new byte[16]);
    }

    @Test
    void aSeedDoesNotMakeItForeseeable() throws GeneralSecurityException {
        var one = SecureRandom.getInstance("NativePRNGNonBlocking", new KernelRandom());
        var other = SecureRandom.getInstance("NativePRNGNonBlocking", new KernelRandom());
        one.setSeed(7);
        other.setSeed(7);

        assertThat(one.nextLong()).isNotEqualTo(other.nextLong());
    }
}
