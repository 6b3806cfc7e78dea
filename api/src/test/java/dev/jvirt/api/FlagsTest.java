package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.domain.DomainXmlFlag;
import org.junit.jupiter.api.Test;

class FlagsTest {
    @Test
    void unknownBitsAreKeptAndRefused() {
        var flags = new Flags<DomainXmlFlag>(DomainXmlFlag.SECURE.bit() | 1 << 20);

        assertThat(flags.known(DomainXmlFlag.class)).containsExactly(DomainXmlFlag.SECURE);
        assertThatThrownBy(() -> flags.allow("qemuDomainGetXMLDesc", DomainXmlFlag.SECURE))
                .hasMessage("unsupported flags (0x100000) in function qemuDomainGetXMLDesc");
    }

    @Test
    void supportedBitsPass() {
        Flags.of(DomainXmlFlag.SECURE, DomainXmlFlag.INACTIVE)
                .allow("f", DomainXmlFlag.SECURE, DomainXmlFlag.INACTIVE, DomainXmlFlag.MIGRATABLE);
    }

    @Test
    void contradictingFlagsAreNamed() {
        var flags = Flags.of(DomainXmlFlag.SECURE, DomainXmlFlag.INACTIVE);

        assertThatThrownBy(() -> flags.exclusive("f", DomainXmlFlag.SECURE, DomainXmlFlag.INACTIVE))
                .hasMessageContaining("'SECURE' and 'INACTIVE' are mutually exclusive");
    }
}
