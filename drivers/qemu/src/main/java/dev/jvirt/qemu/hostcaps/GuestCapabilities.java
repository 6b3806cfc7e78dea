package dev.jvirt.qemu.hostcaps;

import dev.jvirt.documents.xml.XmlWriter;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.capabilities.QemuFlag;
import java.util.ArrayList;
import java.util.List;

/// `<guest>`: the guests of one architecture that a host can have.
///
/// @param arch the architecture, by libvirt's name
/// @param emulator the path of the binary that runs them
/// @param machines the default one first
/// @param domainTypes the types of domains that can be had, `qemu` first
/// @param acpi whether they have ACPI, which a document can switch off
public record GuestCapabilities(
        String arch,
        String emulator,
        List<MachineType> machines,
        List<String> domainTypes,
        boolean acpi) {
    /// The guests of one architecture.
    public GuestCapabilities {
        machines = List.copyOf(machines);
        domainTypes = List.copyOf(domainTypes);
    }

    /// The guests of an architecture that a binary can run; the binary's own may differ.
    public static GuestCapabilities of(String arch, QemuCapabilities emulator) {
        var domainTypes = new ArrayList<String>();
        if (emulator.has(QemuFlag.TCG)) {
            domainTypes.add(Accelerator.TCG.domainType());
        }
        if (emulator.has(QemuFlag.KVM)) {
            domainTypes.add(Accelerator.KVM.domainType());
        }
        if (emulator.has(QemuFlag.HVF)) {
            domainTypes.add(Accelerator.HVF.domainType());
        }
        List<MachineType> machines =
                emulator.bestAccelerator()
                        .map(best -> emulator.accelerator(best).machines())
                        .orElse(List.of());
        return new GuestCapabilities(
                arch, emulator.binary(), machines, domainTypes, emulator.has(QemuFlag.NO_ACPI));
    }

    void format(XmlWriter out) {
        out.start("guest").leaf("os_type", "hvm");
        out.start("arch").attribute("name", arch);
        out.leaf("wordsize", Architectures.wordSize(arch));
        out.leaf("emulator", emulator);
        for (MachineType machine : machines) {
            machine(out, machine);
        }
        for (String type : domainTypes) {
            out.start("domain").attribute("type", type).end();
        }
        out.end();
        features(out);
        out.end();
    }

    /// The real name, and then the alias, as a machine of its own.
    private static void machine(XmlWriter out, MachineType machine) {
        out.start("machine");
        limits(out, machine).text(machine.name()).end();
        if (machine.alias().isPresent()) {
            out.start("machine").attribute("canonical", machine.name());
            limits(out, machine).text(machine.alias().get()).end();
        }
    }

    private static XmlWriter limits(XmlWriter out, MachineType machine) {
        if (machine.maxCpus() > 0) {
            out.attribute("maxCpus", machine.maxCpus());
        }
        return out.yes("deprecated", machine.deprecated());
    }

    private void features(XmlWriter out) {
        out.start("features");
        out.empty("pae", arch.equals("i686")).empty("nonpae", arch.equals("i686"));
        if (acpi) {
            out.start("acpi").attribute("default", "on").attribute("toggle", "yes").end();
        }
        if (Architectures.isX86(arch)) {
            out.start("apic").attribute("default", "on").attribute("toggle", "no").end();
        }
        out.empty("cpuselection").empty("deviceboot");
        out.start("disksnapshot").attribute("default", "on").attribute("toggle", "no").end();
        out.end();
    }
}
