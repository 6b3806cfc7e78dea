package dev.jvirt.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jvirt.api.network.IpAddressType;
import dev.jvirt.api.network.NetworkDhcpLease;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DhcpLeasesTest {
    @Test
    void leasesComeBackAsTheyWere() {
        var full =
                new NetworkDhcpLease(
                        "virbr0",
                        1_700_000_000L,
                        IpAddressType.IPV6,
                        Optional.of("52:54:00:00:00:01"),
                        Optional.of("5"),
                        "fd00::2",
                        64,
                        Optional.of("web"),
                        Optional.of("00:01"));
        var bare =
                new NetworkDhcpLease(
                        "virbr0",
                        0,
                        IpAddressType.IPV4,
                        Optional.empty(),
                        Optional.empty(),
                        "192.168.122.2",
                        24,
                        Optional.empty(),
                        Optional.empty());

        assertThat(DhcpLeases.local(DhcpLeases.remote(full))).isEqualTo(full);
        assertThat(DhcpLeases.local(DhcpLeases.remote(bare))).isEqualTo(bare);
        assertThat(DhcpLeases.remote(full).type()).isEqualTo(1);
    }
}
