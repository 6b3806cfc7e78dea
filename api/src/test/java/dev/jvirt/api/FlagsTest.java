package dev.jvirt.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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

        var rules =
                new FlagRules<>(ErrorDomain.QEMU, "qemuDomainGetXMLDesc", "VIR_DOMAIN_XML_", flags);

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> rules.exclusive(DomainXmlFlag.SECURE, DomainXmlFlag.INACTIVE));

        assertThat(error)
                .hasMessage(
                        "Flags 'VIR_DOMAIN_XML_SECURE' and 'VIR_DOMAIN_XML_INACTIVE' are mutually"
                                + " exclusive");
        assertThat(error.str1()).contains("qemuDomainGetXMLDesc");
        assertThat(error.str2()).contains("ctl");
        assertThat(error.domain()).isEqualTo(ErrorDomain.QEMU);
    }
}
