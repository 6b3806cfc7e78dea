package dev.jvirt.virsh.network;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.Interface;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.host.InterfaceXmlFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.List;

/// The commands that put an interface of the host under a bridge, and take it out again.
final class InterfaceBridging {
    private static final String BRIDGE = "bridge";

    /// What belongs to the device itself and moves with it; the rest is about its addresses.
    private static final List<String> OF_DEVICE = List.of("mac", "bond", "vlan");

    private final Hypervisor hypervisor;
    private final Output output;
    private final NamedInterfaces interfaces;

    InterfaceBridging(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
        interfaces = new NamedInterfaces(hypervisor);
    }

    Command bridge() {
        return command("iface-bridge", "make a bridge and put an interface under it")
                .description("Put an interface of the host under a new bridge")
                .option(interfaces.nameOption())
                .option(Option.data(BRIDGE, "the name of the bridge"))
                .flag("no-stp", "without the spanning tree protocol")
                .option(Option.number("delay", "seconds in which new ports forward nothing"))
                .flag("no-start", "do not start the bridge now")
                .run(this::bridge);
    }

    private void bridge(Words words) {
        Interface device = interfaces.findByName(words, NamedInterfaces.OPTION);
        String name = words.require(NamedInterfaces.OPTION);
        String bridge = words.require(BRIDGE);
        if (exists(bridge)) {
            throw new CommandFailure("Network device " + bridge + " already exists");
        }
        boolean stp = !words.has("no-stp");
        long delay = words.unsignedNumber("delay").orElse(0);
        XmlQuery document = document(device);
        XmlElement top = document.root();
        String type = type(top, name);
        if (type.equals(BRIDGE)) {
            throw new CommandFailure("Existing device " + name + " is already a bridge");
        }
        checkName(top, name);
        XmlElement under = top.append(BRIDGE);
        under.set("stp", stp ? "on" : "off");
        if (stp) {
            under.set("delay", Long.toString(delay));
        }
        top.set("type", BRIDGE);
        top.set("name", bridge);
        XmlElement attached = under.append("interface");
        attached.set("type", type);
        attached.set("name", name);
        move(top, attached);
        Interface made =
                Attempt.get(
                        "Failed to define new bridge interface " + bridge, () -> define(document));
        output.extra("Created bridge " + bridge + " with attached device " + name + "\n");
        if (!words.has("no-start")) {
            new Outcome("Bridge interface %s started", "Failed to start bridge interface %s")
                    .of(output, bridge, () -> made.create(0));
        }
    }

    private boolean exists(String name) {
        try {
            hypervisor.connection().interfaces().lookupByName(name);
            return true;
        } catch (LibvirtException e) {
            hypervisor.shell().remember(e);
            return false;
        }
    }

    private static XmlQuery document(Interface device) {
        return XmlQuery.of(device.xml(Flags.of(InterfaceXmlFlag.INACTIVE)));
    }

    private Interface define(XmlQuery document) {
        return hypervisor.connection().interfaces().defineXml(document.root().xml(), Flags.none());
    }

    private static String type(XmlElement top, String name) {
        String type = top.attribute("type");
        if (type.isEmpty()) {
            throw new CommandFailure("Existing device " + name + " has no type");
        }
        return type;
    }

    private static void checkName(XmlElement top, String name) {
        String written = top.attribute("name");
        if (!written.equals(name)) {
            throw new CommandFailure(
                    "Interface name from config "
                            + written
                            + " doesn't match given supplied name "
                            + name);
        }
    }

    private static void move(XmlElement from, XmlElement to) {
        for (XmlElement child : from.children()) {
            if (OF_DEVICE.contains(child.name())) {
                child.moveTo(to);
            }
        }
    }

    Command unbridge() {
        return command("iface-unbridge", "remove a bridge and set its interface free")
                .description("Take the only interface of a bridge out of it")
                .option(Option.data(BRIDGE, "the name of the bridge"))
                .flag("no-start", "do not start the interface now (it is without addresses then)")
                .run(this::unbridge);
    }

    private void unbridge(Words words) {
        Interface bridge = interfaces.findByName(words, BRIDGE);
        String bridgeName = words.require(BRIDGE);
        XmlQuery document = document(bridge);
        XmlElement top = document.root();
        if (!type(top, bridgeName).equals(BRIDGE)) {
            throw new CommandFailure("Device " + bridgeName + " is not a bridge");
        }
        checkName(top, bridgeName);
        XmlElement under = top.child(BRIDGE);
        XmlElement attached = attached(under);
        String name = attached.attribute("name");
        if (name.isEmpty()) {
            throw new CommandFailure("Device attached to bridge " + bridgeName + " has no name");
        }
        String type = attached.attribute("type");
        if (type.isEmpty()) {
            throw new CommandFailure("Attached device " + name + " has no type");
        }
        top.set("type", type);
        top.set("name", name);
        move(attached, top);
        under.remove();
        Attempt.to("Failed to destroy bridge interface " + bridgeName, () -> bridge.destroy(0));
        Attempt.to("Failed to undefine bridge interface " + bridgeName, bridge::undefine);
        Interface made =
                Attempt.get("Failed to define new interface " + name, () -> define(document));
        output.extra("Device " + name + " un-attached from bridge " + bridgeName + "\n");
        if (!words.has("no-start")) {
            new Outcome("Interface %s started", "Failed to start interface %s")
                    .of(output, name, () -> made.create(0));
        }
    }

    private static XmlElement attached(XmlElement under) {
        if (!under.exists()) {
            throw new CommandFailure("No bridge node in xml document");
        }
        List<XmlElement> attached = under.children("interface");
        if (attached.size() > 1) {
            throw new CommandFailure("Multiple interfaces attached to bridge");
        }
        if (attached.isEmpty()) {
            throw new CommandFailure("No interface attached to bridge");
        }
        return attached.getFirst();
    }
}
