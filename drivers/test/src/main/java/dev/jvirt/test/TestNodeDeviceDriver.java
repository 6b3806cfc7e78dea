package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.Flags;
import dev.jvirt.api.driver.NodeDeviceDriver;
import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.NodeDeviceEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.api.host.NodeDeviceCreateFlag;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.api.host.NodeDeviceListFlag;
import dev.jvirt.api.host.NodeDeviceXmlFlag;
import dev.jvirt.base.domain.EventDelivery;
import dev.jvirt.documents.host.NodeCapability;
import dev.jvirt.documents.host.NodeDevice;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The devices of a world's host, as a connection sees them.
final class TestNodeDeviceDriver implements NodeDeviceDriver {
    private final TestWorld world;
    private final EventDelivery events;

    /// @param events those of this connection
    TestNodeDeviceDriver(TestWorld world, EventDelivery events) {
        this.world = world;
        this.events = events;
    }

    private TestNodeDevices devices() {
        return world.nodeDevices();
    }

    @Override
    public List<NodeDeviceId> list(Flags<NodeDeviceListFlag> flags) {
        Flags.refuse(TEST, "testConnectListAllNodeDevices", flags.bits() & ~supported());
        return devices().all().stream()
                .filter(device -> passes(device, flags))
                .map(device -> new NodeDeviceId(device.name()))
                .toList();
    }

    private static int supported() {
        int bits = 0;
        for (NodeDeviceListFlag flag : NodeDeviceListFlag.values()) {
            bits |= flag.name().startsWith("CAP_") ? flag.bit() : 0;
        }
        return bits;
    }

    private static boolean passes(NodeDevice device, Flags<NodeDeviceListFlag> flags) {
        if (flags.bits() == 0) {
            return true;
        }
        for (NodeDeviceListFlag flag : flags.known(NodeDeviceListFlag.class)) {
            if (has(device, capability(flag))) {
                return true;
            }
        }
        return false;
    }

    /// The capability that a flag asks for: most flags have its name.
    private static String capability(NodeDeviceListFlag flag) {
        String name = flag.name().substring("CAP_".length()).toLowerCase(Locale.ROOT);
        return switch (flag) {
            case CAP_PCI_DEV, CAP_USB_DEV -> name.substring(0, name.length() - "_dev".length());
            case CAP_CCW_DEV, CAP_CSS_DEV -> name.substring(0, name.length() - "_dev".length());
            case CAP_USB_INTERFACE -> "usb";
            default -> name;
        };
    }

    private static boolean has(NodeDevice device, String capability) {
        return device.find(capability.equals("vports") ? "vport_ops" : capability).isPresent();
    }

    @Override
    public List<String> names(Optional<String> capability, int flags) {
        Flags.refuse(TEST, "testNodeListDevices", flags);
        return devices().all().stream()
                .filter(device -> capability.map(wanted -> has(device, wanted)).orElse(true))
                .map(NodeDevice::name)
                .toList();
    }

    @Override
    public NodeDeviceId lookupByName(String name) {
        return new NodeDeviceId(devices().require(name).name());
    }

    @Override
    public NodeDeviceId createXml(String xml, Flags<NodeDeviceCreateFlag> flags) {
        flags.allow(TEST, "testNodeDeviceCreateXML", NodeDeviceCreateFlag.VALIDATE);
        return new NodeDeviceId(devices().create(xml).name());
    }

    @Override
    public void destroy(NodeDeviceId device) {
        devices().destroy(device.name());
    }

    /// How many virtual ports a host has is looked up anew, and there is nothing to find it in.
    @Override
    public String xml(NodeDeviceId device, Flags<NodeDeviceXmlFlag> flags) {
        flags.allow(TEST, "testNodeDeviceGetXMLDesc");
        NodeDevice known = devices().require(device.name());
        List<NodeCapability> counted =
                known.capabilities().stream()
                        .map(c -> c.with("vport_ops", new NodeCapability.Fact("max_vports", "0")))
                        .map(c -> c.with("vport_ops", new NodeCapability.Fact("vports", "0")))
                        .toList();
        return known.withCapabilities(counted).format();
    }

    @Override
    public Optional<String> parent(NodeDeviceId device) {
        return devices().require(device.name()).parent();
    }

    @Override
    public List<String> capabilities(NodeDeviceId device) {
        return devices().require(device.name()).capabilities().stream()
                .map(NodeCapability::kind)
                .toList();
    }

    @Override
    public Subscription subscribe(
            NodeDeviceEventId kind,
            Optional<NodeDeviceId> device,
            Consumer<NodeDeviceEvent> handler) {
        return events.subscribe(
                way ->
                        devices()
                                .observers()
                                .subscribe(
                                        event ->
                                                event.kind() == kind
                                                        && device.map(event.device()::equals)
                                                                .orElse(true),
                                        way),
                handler);
    }
}
