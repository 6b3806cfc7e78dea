package dev.jvirt.test;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.Disk;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.HostDevice;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.NetworkInterface;
import dev.jvirt.documents.domain.StorageLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What speaks against a domain with which a world begins: what taints it, and what it uses that is
/// deprecated.
record Warnings(List<String> taints, List<String> deprecations) {
    /// Nothing.
    static final Warnings NONE = new Warnings(List.of(), List.of());

    /// A model that is deprecated in every world, so that applications can try how they show it.
    private static final String DEPRECATED_CPU = "Deprecated-Test";

    Warnings {
        taints = List.copyOf(taints);
        deprecations = List.copyOf(deprecations);
    }

    static Warnings of(DomainDefinition definition) {
        var taints = new ArrayList<String>();
        var deprecations = new ArrayList<String>();
        if (hasRawAccess(definition)) {
            taints.add("running with undesirable elevated privileges");
        }
        if (runsScripts(definition)) {
            taints.add("network configuration using opaque shell scripts");
        }
        if (passesCdrom(definition)) {
            taints.add("use of host cdrom passthrough");
        }
        if (definition.os().kernel().dtb().isPresent()) {
            taints.add("custom device tree blob used");
        }
        if (isDeprecated(definition.cpu())) {
            taints.add("use of deprecated configuration settings");
            deprecations.add("CPU model " + DEPRECATED_CPU);
        }
        return new Warnings(taints, deprecations);
    }

    private static boolean hasRawAccess(DomainDefinition definition) {
        for (Disk disk : definition.devices().disks()) {
            if (disk.policy().scsi().rawIo().orElse(false)) {
                return true;
            }
        }
        for (HostDevice device : definition.devices().of(HostDevice.class)) {
            if (device.source() instanceof HostDeviceSource.ScsiUnit unit
                    && unit.rights().rawIo().orElse(false)) {
                return true;
            }
        }
        return false;
    }

    private static boolean runsScripts(DomainDefinition definition) {
        for (NetworkInterface nic : definition.devices().interfaces()) {
            if (nic.host().script().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean passesCdrom(DomainDefinition definition) {
        for (Disk disk : definition.devices().disks()) {
            if (disk.kind() == Disk.Kind.CDROM
                    && disk.source().location() instanceof StorageLocation.Block block
                    && block.path().isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDeprecated(Optional<Cpu> cpu) {
        return cpu.filter(c -> c.mode() == Cpu.Mode.CUSTOM)
                .flatMap(Cpu::model)
                .filter(DEPRECATED_CPU::equals)
                .isPresent();
    }

    /// The warnings in words.
    ///
    /// @param withTaints whether to tell what taints the domain
    /// @param withDeprecations whether to tell what it uses that is deprecated
    List<String> messages(boolean withTaints, boolean withDeprecations) {
        var messages = new ArrayList<String>();
        if (withTaints) {
            taints.forEach(taint -> messages.add("tainted: " + taint));
        }
        if (withDeprecations) {
            deprecations.forEach(use -> messages.add("deprecated configuration: " + use));
        }
        return messages;
    }
}
