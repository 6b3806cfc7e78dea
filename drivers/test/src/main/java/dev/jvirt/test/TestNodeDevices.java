package dev.jvirt.test;

import static dev.jvirt.api.ErrorDomain.NODEDEV;
import static dev.jvirt.api.ErrorDomain.TEST;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.event.NodeDeviceEvent;
import dev.jvirt.api.event.NodeDeviceLifecycleType;
import dev.jvirt.api.host.NodeDeviceId;
import dev.jvirt.documents.host.NodeCapability;
import dev.jvirt.documents.host.NodeDevice;
import dev.jvirt.documents.xml.Element;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/// The devices of a world's host. Guarded by [#lock], which is held while a change is reported.
final class TestNodeDevices {
    private static final String FC_HOST = "fc_host";
    private static final String VPORTS = "vport_ops";

    /// The virtual port that every new one is like, and the name that every new one gets.
    private static final String MODEL = "scsi_host11";

    private static final String MADE = "scsi_host12";

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, NodeDevice> devices = new LinkedHashMap<>();
    private final Observers<NodeDeviceEvent> observers = new Observers<>();

    /// Who wants to know what happens to them.
    Observers<NodeDeviceEvent> observers() {
        return observers;
    }

    List<NodeDevice> all() {
        lock.lock();
        try {
            return List.copyOf(devices.values());
        } finally {
            lock.unlock();
        }
    }

    /// Puts in a device, or another definition of one that is here.
    void add(NodeDevice device) {
        lock.lock();
        try {
            devices.put(device.name(), device);
        } finally {
            lock.unlock();
        }
    }

    /// The device with that name, or NO_NODE_DEVICE.
    NodeDevice require(String name) {
        lock.lock();
        try {
            NodeDevice device = devices.get(name);
            if (device == null) {
                throw new LibvirtException(
                        TEST,
                        ErrorCode.NO_NODE_DEVICE,
                        "no node device with matching name '%s'".formatted(name));
            }
            return device;
        } finally {
            lock.unlock();
        }
    }

    /// Makes a virtual port.
    NodeDevice create(String xml) {
        Element root = NodeDevice.root(xml);
        NodeDevice wanted = NodeDevice.parse(root, "new device");
        NodeCapability fabric = fabric(wanted);
        String wwnn = name(fabric, "wwnn");
        String wwpn = name(fabric, "wwpn");
        lock.lock();
        try {
            NodeDevice parent = parent(root);
            NodeDevice model = require(MODEL);
            List<NodeCapability> capabilities =
                    model.capabilities().stream()
                            .map(c -> c.with(FC_HOST, new NodeCapability.Fact("wwnn", wwnn)))
                            .map(c -> c.with(FC_HOST, new NodeCapability.Fact("wwpn", wwpn)))
                            .toList();
            NodeDevice made = model.placed(MADE, parent.name()).withCapabilities(capabilities);
            devices.put(MADE, made);
            report(made, NodeDeviceLifecycleType.CREATED);
            return made;
        } finally {
            lock.unlock();
        }
    }

    private static NodeCapability fabric(NodeDevice device) {
        if (device.find("system").isPresent()) {
            throw refused("no system UUID supplied for '%s'".formatted(device.name()));
        }
        return device.find(FC_HOST)
                .orElseThrow(() -> refused("no WWNN supplied for '%s'".formatted(device.name())));
    }

    private static String name(NodeCapability fabric, String which) {
        return fabric.fact(which)
                .orElseThrow(
                        () ->
                                refused(
                                        "no %s supplied for 'new device', and auto-generation failed"
                                                .formatted(which.toUpperCase(Locale.ROOT))));
    }

    private static LibvirtException refused(String detail) {
        return new LibvirtException(NODEDEV, ErrorCode.INTERNAL_ERROR, detail);
    }

    private NodeDevice parent(Element root) {
        Optional<NodeDevice> named =
                root.text("parent").flatMap(name -> Optional.ofNullable(devices.get(name)));
        if (named.isPresent()) {
            return named.get();
        }
        if (root.text("parent").isPresent()) {
            throw refused("Could not find parent device for 'new device'");
        }
        Optional<Element> hint = root.child("parent");
        for (NodeDevice device : devices.values()) {
            if (device.find(VPORTS).isPresent() && fits(device, hint)) {
                return device;
            }
        }
        throw refused("Could not find parent device for 'new device'");
    }

    private static boolean fits(NodeDevice device, Optional<Element> hint) {
        return fits(device, hint, "wwnn", "wwnn")
                && fits(device, hint, "wwpn", "wwpn")
                && fits(device, hint, "fabric_wwn", "fabric_wwn");
    }

    private static boolean fits(
            NodeDevice device, Optional<Element> hint, String attribute, String fact) {
        Optional<String> wanted = hint.flatMap(h -> h.attribute(attribute));
        return wanted.isEmpty() || wanted.equals(device.find(FC_HOST).flatMap(c -> c.fact(fact)));
    }

    /// Takes a device away; the root of the tree stays.
    void destroy(String name) {
        lock.lock();
        try {
            NodeDevice device = require(name);
            if (device.parent().isPresent()) {
                devices.remove(name);
                report(device, NodeDeviceLifecycleType.DELETED);
            }
        } finally {
            lock.unlock();
        }
    }

    private void report(NodeDevice device, NodeDeviceLifecycleType type) {
        observers.emit(new NodeDeviceEvent.Lifecycle(new NodeDeviceId(device.name()), type, 0));
    }
}
