package dev.jvirt.virsh.domain;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/// Completes the names of the devices of the domain that was typed before.
public record DeviceNames(Hypervisor hypervisor) {

    /// The targets of disks.
    public Completer disks() {
        return names((devices, names) -> targets(devices.children("disk"), names));
    }

    /// The names of network interfaces on the host, or their MAC addresses.
    public Completer interfaces() {
        return names(
                (devices, names) -> {
                    for (XmlElement nic : devices.children("interface")) {
                        String name = nic.child("target").attribute("dev");
                        names.add(name.isEmpty() ? nic.child("mac").attribute("address") : name);
                    }
                });
    }

    /// The aliases of all devices.
    public Completer aliases() {
        return names(
                (devices, names) -> {
                    for (XmlElement device : devices.children()) {
                        String alias = device.child("alias").attribute("name");
                        if (!alias.isEmpty()) {
                            names.add(alias);
                        }
                    }
                });
    }

    /// The numbers of IOThreads.
    public Completer ioThreads() {
        return words -> {
            var numbers = new ArrayList<String>();
            domain(words)
                    .vcpus()
                    .ioThreads(Flags.none())
                    .forEach(thread -> numbers.add(Integer.toString(thread.id())));
            return numbers;
        };
    }

    private static void targets(List<XmlElement> disks, List<String> names) {
        for (XmlElement disk : disks) {
            names.add(disk.child("target").attribute("dev"));
        }
    }

    private Completer names(BiConsumer<XmlElement, List<String>> collect) {
        return words -> {
            var names = new ArrayList<String>();
            String xml = domain(words).xml(Flags.none());
            collect.accept(XmlQuery.of(xml).root().child("devices"), names);
            return names;
        };
    }

    private Domain domain(Words words) {
        return new Domains(hypervisor).find(words);
    }
}
