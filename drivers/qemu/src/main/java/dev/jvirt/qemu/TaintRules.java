package dev.jvirt.qemu;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.process.StartPlan.Warnings;
import dev.jvirt.qemu.status.Taint;
import java.util.EnumSet;
import java.util.List;

/// Says what makes a domain one that nobody vouches for.
///
/// @param asRoot whether QEMU runs with all rights
record TaintRules(boolean asRoot) {
    Warnings of(DomainDefinition live) {
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
        return new Warnings(taints, List.of());
    }
}
