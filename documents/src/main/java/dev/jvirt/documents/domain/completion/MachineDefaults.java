package dev.jvirt.documents.domain.completion;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Firmware;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.Memory;
import dev.jvirt.documents.domain.MemoryBacking;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.Numa;
import dev.jvirt.documents.domain.Os;
import dev.jvirt.documents.domain.Vcpus;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Processors, memory, firmware and boot order.
final class MachineDefaults {
    private MachineDefaults() {}

    static DomainDefinition fill(DomainDefinition given, CompletionSettings settings) {
        if (given.os().type() == Os.Type.EXE && given.os().container().init().isEmpty()) {
            throw new LibvirtException(XML_ERROR, "init binary must be specified");
        }
        var definition = given.withVcpus(vcpus(given.vcpus()));
        definition = definition.withMemory(memory(definition, settings.updateAbi()));
        definition = definition.withOs(firmware(definition.os()));
        definition = hugePages(definition);
        DuplicateChecks.check(definition);
        if (definition.os().type() == Os.Type.HVM && !settings.has(DriverFeature.NO_BOOT_ORDER)) {
            definition = bootOrder(definition);
        }
        TimerChecks.check(definition.clock());
        checkCpu(definition.cpu());
        return definition;
    }

    private static Vcpus vcpus(Vcpus vcpus) {
        var all = new ArrayList<Vcpus.Vcpu>(vcpus.max());
        for (int i = 0; i < vcpus.max(); i++) {
            var vcpu = vcpus.all().get(i);
            if (!vcpu.hotpluggable().orElse(true) && !vcpu.online()) {
                throw new LibvirtException(
                        CONFIG_UNSUPPORTED,
                        "vcpu '%d' is both offline and not hotpluggable".formatted(i));
            }
            all.add(
                    vcpu.hotpluggable().isPresent()
                            ? vcpu
                            : new Vcpus.Vcpu(
                                    vcpu.online(), Optional.of(!vcpu.online()), vcpu.order()));
        }
        return vcpus.withAll(all);
    }

    private static Memory memory(DomainDefinition definition, boolean updateAbi) {
        var memory = definition.memory();
        long nodes = 0;
        if (memory.total() == 0 || updateAbi) {
            for (Numa.Cell cell :
                    definition.cpu().flatMap(Cpu::numa).map(Numa::cells).orElse(List.of())) {
                nodes += cell.memory();
            }
        }
        long plugged = 0;
        for (MemoryDevice device : definition.devices().of(MemoryDevice.class)) {
            plugged += device.target().size();
        }
        long total = nodes > 0 ? nodes + plugged : memory.total();
        if (plugged > total) {
            throw new LibvirtException(
                    XML_ERROR, "Total size of memory devices exceeds the total memory size");
        }
        if (total == plugged) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Memory size must be specified via <memory> or in the <numa> configuration");
        }
        checkHotplug(memory, total);
        boolean open = memory.current() == 0 || memory.current() > total;
        return memory.withTotal(total).withCurrent(open ? total : memory.current());
    }

    private static void checkHotplug(Memory memory, long total) {
        if (memory.hasHotplug() && (memory.max() == 0 || memory.slots() == 0)) {
            throw new LibvirtException(
                    XML_ERROR, "both maximum memory size and memory slot count must be specified");
        }
        if (memory.max() != 0 && memory.max() < total) {
            throw new LibvirtException(
                    XML_ERROR,
                    "maximum memory size must be equal or greater than the actual memory size");
        }
    }

    private static Os firmware(Os os) {
        var firmware = os.firmware();
        if (firmware.features().getOrDefault(Firmware.Feature.ENROLLED_KEYS, false)) {
            if (!firmware.features().getOrDefault(Firmware.Feature.SECURE_BOOT, true)) {
                throw new LibvirtException(
                        XML_DETAIL,
                        "firmware feature 'enrolled-keys' cannot be enabled when firmware feature"
                                + " 'secure-boot' is disabled");
            }
            // Keys without secure boot make no sense, whatever the firmware.
            var features = new EnumMap<>(firmware.features());
            features.put(Firmware.Feature.SECURE_BOOT, true);
            firmware = firmware.withFeatures(features);
        }
        var loader = firmware.loader();
        if (loader.filter(l -> l.path().isPresent() && l.type().isEmpty()).isPresent()) {
            firmware = firmware.withLoader(loader.get().withType(Firmware.LoaderType.ROM));
        }
        return os.withFirmware(firmware);
    }

    /// Without nodes of the guest, huge pages for node 0 are huge pages for all memory.
    private static DomainDefinition hugePages(DomainDefinition definition) {
        var backing = definition.memory().backing();
        boolean nodes = definition.cpu().flatMap(Cpu::numa).isPresent();
        if (nodes || backing.hugePages().isEmpty()) {
            return definition;
        }
        var pages = new ArrayList<MemoryBacking.HugePage>();
        for (MemoryBacking.HugePage page : backing.hugePages().get()) {
            pages.add(
                    page.nodes().filter(n -> n.last() <= 0).isPresent()
                            ? new MemoryBacking.HugePage(page.size(), Optional.empty())
                            : page);
        }
        return definition.withMemory(
                definition.memory().withBacking(backing.withHugePages(Optional.of(pages))));
    }

    private static DomainDefinition bootOrder(DomainDefinition definition) {
        var orders = new HashSet<Integer>();
        for (var device : definition.devices().inWalkingOrder()) {
            if (device instanceof GuestDevice guest && guest.info().boot().isPresent()) {
                int order = guest.info().boot().get().order();
                if (!orders.add(order)) {
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "boot order '%d' used for more than one device".formatted(order));
                }
            }
        }
        var boot = definition.os().boot();
        if (!boot.devices().isEmpty() && !orders.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "per-device boot elements cannot be used together with os/boot elements");
        }
        return boot.devices().isEmpty() && orders.isEmpty()
                ? definition.withOs(
                        definition.os().withBoot(boot.withDevices(List.of(Os.BootDevice.HD))))
                : definition;
    }

    private static void checkCpu(Optional<Cpu> cpu) {
        if (cpu.filter(
                        c ->
                                c.mode() == Cpu.Mode.CUSTOM
                                        && c.model().isEmpty()
                                        && c.policy().check().isPresent())
                .isPresent()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "check attribute specified for CPU with no model");
        }
    }
}
