package dev.jvirt.qemu;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.AcceleratorCapabilities;
import dev.jvirt.qemu.capabilities.CpuModel;
import dev.jvirt.qemu.capabilities.MachineType;
import dev.jvirt.qemu.capabilities.QemuCapabilities;
import dev.jvirt.qemu.process.StartPlan.Warnings;
import dev.jvirt.qemu.status.Taint;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Says what makes a domain one that nobody vouches for, and what it uses that will go away.
///
/// @param asRoot whether QEMU runs with all rights
record TaintRules(boolean asRoot) {
    Warnings of(DomainDefinition live, QemuCapabilities capabilities) {
        List<String> deprecations = deprecations(live, capabilities);
        var taints = EnumSet.noneOf(Taint.class);
        if (asRoot) {
            taints.add(Taint.HIGH_PRIVILEGES);
        }
        if (!live.qemu().arguments().isEmpty() || !live.qemu().environment().isEmpty()) {
            taints.add(Taint.CUSTOM_ARGV);
        }
        if (live.cpu().filter(cpu -> cpu.mode() == Cpu.Mode.HOST_PASSTHROUGH).isPresent()) {
            taints.add(Taint.HOST_CPU);
        }
        if (live.devices().interfaces().stream().anyMatch(TaintRules::runsScript)) {
            taints.add(Taint.SHELL_SCRIPTS);
        }
        if (!deprecations.isEmpty()) {
            taints.add(Taint.DEPRECATED_CONFIG);
        }
        return new Warnings(taints, deprecations);
    }

    private static boolean runsScript(NetworkInterface card) {
        return card.host().script().isPresent();
    }

    private static List<String> deprecations(DomainDefinition live, QemuCapabilities capabilities) {
        AcceleratorCapabilities offer =
                capabilities.accelerator(
                        Accelerator.ofDomainType(live.type().word()).orElse(Accelerator.TCG));
        var found = new ArrayList<String>();
        Optional<String> machine = live.os().machine();
        if (machine.flatMap(offer::machine).filter(MachineType::deprecated).isPresent()) {
            found.add("machine type '%s'".formatted(machine.get()));
        }
        Optional<String> model = live.cpu().flatMap(Cpu::model);
        for (CpuModel known : offer.cpuModels()) {
            if (known.deprecated() && model.filter(known.name()::equals).isPresent()) {
                found.add("CPU model '%s'".formatted(known.name()));
            }
        }
        return found;
    }
}
