package dev.jvirt.qemu.address;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.LibvirtException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PciBusesTest {
    private static final Set<PciConnection> CONVENTIONAL =
            EnumSet.of(PciConnection.PCI_DEVICE, PciConnection.AUTO_ASSIGN);
    private static final Set<PciConnection> EXPRESS =
            EnumSet.of(PciConnection.PCIE_DEVICE, PciConnection.AUTO_ASSIGN);
    private static final Set<PciConnection> PORT =
            EnumSet.of(PciConnection.PCIE_ROOT_PORT, PciConnection.SHARED_SLOT);

    private static PciBuses planning(String root) {
        var buses = new PciBuses(true, false, true);
        buses.add(PciBus.behind(root, true));
        return buses;
    }

    private static PciBuses fixed(String root) {
        var buses = new PciBuses(false, false, true);
        buses.add(PciBus.behind(root, true));
        return buses;
    }

    @Test
    void conventionalDevicesFillTheRootSlotBySlot() {
        var buses = fixed("pci-root");
        buses.reserve(new PciPlace(0, 1, 0), CONVENTIONAL, 0);

        assertThat(buses.reserveNext(CONVENTIONAL, 0, Optional.empty()))
                .isEqualTo(new PciPlace(0, 2, 0));
        assertThat(buses.reserveNext(CONVENTIONAL, 0, Optional.empty()))
                .isEqualTo(new PciPlace(0, 3, 0));
    }

    @Test
    void aFullRootGetsABridge() {
        var buses = planning("pci-root");
        for (int slot = 1; slot <= 31; slot++) {
            buses.reserveNext(CONVENTIONAL, 0, Optional.empty());
        }

        var place = buses.reserveNext(CONVENTIONAL, 0, Optional.empty());

        assertThat(place).isEqualTo(new PciPlace(1, 1, 0));
        assertThat(buses.buses().get(1).model()).isEqualTo("pci-bridge");
    }

    @Test
    void anExpressDeviceGetsARootPortOfItsOwn() {
        var buses = planning("pcie-root");

        assertThat(buses.reserveNext(EXPRESS, 0, Optional.empty()))
                .isEqualTo(new PciPlace(1, 0, 0));
        assertThat(buses.reserveNext(EXPRESS, 0, Optional.empty()))
                .isEqualTo(new PciPlace(2, 0, 0));
        assertThat(buses.buses().get(2).model()).isEqualTo("pcie-root-port");
    }

    @Test
    void aConventionalDeviceOnExpressGetsABridgeBehindAPort() {
        var buses = planning("pcie-root");

        var place = buses.reserveNext(CONVENTIONAL, 0, Optional.empty());

        assertThat(place).isEqualTo(new PciPlace(2, 1, 0));
        assertThat(buses.buses().get(1).model()).isEqualTo("pcie-root-port");
        assertThat(buses.buses().get(2).model()).isEqualTo("pcie-to-pci-bridge");
    }

    @Test
    void rootPortsShareASlot() {
        var buses = fixed("pcie-root");

        assertThat(buses.reserveNext(PORT, 0, Optional.empty())).isEqualTo(new PciPlace(0, 1, 0));
        assertThat(buses.reserveNext(PORT, 0, Optional.empty())).isEqualTo(new PciPlace(0, 1, 1));
    }

    @Test
    void aPlaceIsTakenOnce() {
        var buses = fixed("pci-root");
        buses.reserve(new PciPlace(0, 5, 0), CONVENTIONAL, 0);

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> buses.reserve(new PciPlace(0, 5, 0), CONVENTIONAL, 0));

        assertThat(error.code()).isEqualTo(XML_ERROR);
        assertThat(error).hasMessageContaining("Attempted double use of PCI Address 0000:00:05.0");
    }

    @Test
    void aBusOrDomainThatIsNotThereIsNamed() {
        var buses = fixed("pci-root");

        assertThat(
                        catchThrowableOfType(
                                LibvirtException.class,
                                () -> buses.reserve(new PciPlace(3, 1, 0), CONVENTIONAL, 0)))
                .hasMessageContaining(
                        "Invalid PCI address 0000:03:01.0. Only PCI buses up to 0 are available");
        assertThat(
                        catchThrowableOfType(
                                LibvirtException.class,
                                () -> buses.reserve(new PciPlace(1, 0, 1, 0), CONVENTIONAL, 0)))
                .hasMessageContaining(
                        "Invalid PCI address 0001:00:01.0. Only PCI domain 0 is available");
    }

    @Test
    void withoutRoomAndWithoutPlanningThereIsNoPlace() {
        var buses = fixed("pcie-root");

        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> buses.reserveNext(EXPRESS, 0, Optional.empty()));

        assertThat(error.code()).isEqualTo(INTERNAL_ERROR);
        assertThat(error).hasMessageContaining("No more available PCI slots");
    }
}
