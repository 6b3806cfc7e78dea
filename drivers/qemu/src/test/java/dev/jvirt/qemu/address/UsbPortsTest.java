package dev.jvirt.qemu.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.LibvirtException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UsbPortsTest {
    private final UsbPorts ports = new UsbPorts();

    @Test
    void portsAreTakenInOrderAndBusByBus() {
        ports.addBus(0, 2);
        ports.addBus(1, 2);

        assertThat(ports.next()).isEqualTo(new UsbPlace(0, List.of(1)));
        assertThat(ports.next()).isEqualTo(new UsbPlace(0, List.of(2)));
        assertThat(ports.next()).isEqualTo(new UsbPlace(1, List.of(1)));
        assertThat(ports.next(1)).isEqualTo(new UsbPlace(1, List.of(2)));
    }

    @Test
    void whatADocumentAsksForIsLeftOut() {
        ports.addBus(0, 4);
        ports.reserve(new UsbPlace(0, List.of(1)));

        assertThat(ports.next()).isEqualTo(new UsbPlace(0, List.of(2)));
    }

    @Test
    void aHubOffersPortsWhenItsParentIsFull() {
        ports.addBus(0, 2);
        ports.addHub(new UsbPlace(0, List.of(1)));
        ports.reserve(new UsbPlace(0, List.of(2)));

        assertThat(ports.next()).isEqualTo(new UsbPlace(0, List.of(1, 1)));
    }

    @Test
    void aHubCanBePutIntoThePortThatWasTakenForIt() {
        ports.addBus(0, 1);
        var place = ports.next();

        ports.addHubAt(place);

        assertThat(ports.next()).isEqualTo(new UsbPlace(0, List.of(1, 1)));
    }

    @Test
    void whatIsNotThereIsNamed() {
        ports.addBus(0, 2);

        assertThat(refusal(() -> ports.reserve(new UsbPlace(1, List.of(1)))))
                .hasMessageContaining("Missing USB bus 1");
        assertThat(refusal(() -> ports.reserve(new UsbPlace(0, List.of(3)))))
                .hasMessageContaining("requested USB port 3 not present on USB bus 0");
        assertThat(refusal(() -> ports.reserve(new UsbPlace(0, List.of(1, 1)))))
                .hasMessageContaining("there is no hub at port 1 in USB address bus: 0 port: 1.1");
        assertThat(refusal(() -> ports.next(7)))
                .hasMessageContaining(
                        "USB bus 7 requested but no controller with that index is present");
    }

    @Test
    void aPortIsTakenOnce() {
        ports.addBus(0, 2);
        ports.reserve(new UsbPlace(0, List.of(1)));

        assertThat(refusal(() -> ports.reserve(new UsbPlace(0, List.of(1)))))
                .hasMessageContaining("Duplicate USB address bus 0 port 1");
        assertThat(refusal(() -> ports.addBus(0, 2)))
                .hasMessageContaining("Duplicate USB controllers with index 0");
    }

    @Test
    void whenAllAreTakenThereIsNone() {
        ports.addBus(0, 1);
        ports.next();

        assertThat(refusal(ports::next)).hasMessageContaining("No free USB ports");
    }

    private static LibvirtException refusal(Runnable call) {
        return catchThrowableOfType(LibvirtException.class, call::run);
    }
}
