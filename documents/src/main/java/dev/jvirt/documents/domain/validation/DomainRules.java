package dev.jvirt.documents.domain.validation;

import static dev.jvirt.api.ErrorCode.INVALID_ARG;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.api.ErrorCode.XML_ERROR;
import static dev.jvirt.documents.domain.validation.Refuse.unsupportedWhen;
import static dev.jvirt.documents.domain.validation.Refuse.when;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.Filesystem;
import dev.jvirt.documents.domain.FilesystemDriver;
import dev.jvirt.documents.domain.IoThreads;
import dev.jvirt.documents.domain.Iommu;
import dev.jvirt.documents.domain.Lifecycle;
import dev.jvirt.documents.domain.MachineFeatures;
import dev.jvirt.documents.domain.MemoryBacking;
import dev.jvirt.documents.domain.Video;
import dev.jvirt.documents.domain.completion.DriverFeature;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/// Rules of the whole definition.
final class DomainRules {
    private static final int MAX_APPLICATION_ID = 128;
    private static final int MAX_TIMEOUT = 65535;
    private static final long MAX_CPUS = 0xFFFF_FFFFL;

    private final DomainDefinition definition;
    private final Set<DriverFeature> features;

    DomainRules(DomainDefinition definition, Set<DriverFeature> features) {
        this.definition = definition;
        this.features = features;
    }

    void check() {
        checkResource();
        DuplicateRules.check(definition);
        checkTopology();
        AliasRules.check(definition);
        checkIommu();
        checkLifecycle();
        checkHugePages();
        FirmwareRules.check(
                definition.os().firmware(), features.contains(DriverFeature.FIRMWARE_AUTOSELECT));
        CpuTuneRules.check(definition.resources().tuning().cpu());
        checkBoot();
        checkVideos();
        checkIdMap();
        definition.cpu().flatMap(Cpu::numa).ifPresent(NumaRules::check);
        checkFilesystems();
        checkIoThreads();
    }

    private void checkResource() {
        var id = definition.resources().tuning().resource().applicationId();
        if (id.isPresent()) {
            when(
                    !Texts.isPrintable(id.get()),
                    XML_ERROR,
                    "Fibre Channel 'appid' is not a printable string");
            when(
                    id.get().isEmpty() || id.get().length() > MAX_APPLICATION_ID,
                    INVALID_ARG,
                    "Fibre Channel 'appid' string length must be between [1, 128]");
        }
    }

    private void checkTopology() {
        var topology = definition.cpu().flatMap(Cpu::topology);
        unsupportedWhen(
                topology.filter(t -> t.count() > MAX_CPUS || t.count() < 0).isPresent(),
                "cpu topology results in more than %d cpus",
                MAX_CPUS);
    }

    private void checkIommu() {
        var iommu = definition.devices().first(Iommu.class);
        if (iommu.isEmpty()) {
            return;
        }
        boolean remapping = iommu.get().interruptRemapping().orElse(false);
        boolean split =
                definition
                        .features()
                        .machine()
                        .ioApic()
                        .filter(i -> i == MachineFeatures.IoApic.QEMU)
                        .isPresent();
        unsupportedWhen(
                remapping && !split,
                "IOMMU interrupt remapping requires split I/O APIC (ioapic driver='qemu')");
        unsupportedWhen(
                iommu.get().eim().orElse(false) && !remapping,
                "IOMMU eim requires interrupt remapping to be enabled");
    }

    private void checkLifecycle() {
        refuseDump(definition.lifecycle().onPoweroff(), "poweroff");
        refuseDump(definition.lifecycle().onReboot(), "reboot");
    }

    private static void refuseDump(Lifecycle.Action action, String event) {
        boolean dump =
                action == Lifecycle.Action.COREDUMP_DESTROY
                        || action == Lifecycle.Action.COREDUMP_RESTART;
        unsupportedWhen(
                dump, "Lifecycle event '%s' doesn't support '%s' action", event, action.word());
    }

    private void checkHugePages() {
        var pages = definition.memory().backing().hugePages().orElse(List.of());
        int nodes = definition.cpu().flatMap(Cpu::numa).map(n -> n.cells().size()).orElse(0);
        for (int i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            for (int j = 0; j < i; j++) {
                checkPair(page, pages.get(j));
            }
            if (page.nodes().isPresent()) {
                OptionalInt missing =
                        page.nodes().get().ids().filter(id -> id >= Math.max(nodes, 0)).findFirst();
                when(
                        missing.isPresent(),
                        XML_DETAIL,
                        "hugepages: node %d not found",
                        missing.orElse(0));
            }
        }
    }

    private static void checkPair(MemoryBacking.HugePage page, MemoryBacking.HugePage other) {
        if (page.nodes().isPresent() && other.nodes().isPresent()) {
            when(
                    page.nodes().get().overlaps(other.nodes().get()),
                    XML_DETAIL,
                    "nodeset attribute of hugepages of sizes %d and %d intersect",
                    page.size(),
                    other.size());
        }
        when(
                page.nodes().isEmpty() && other.nodes().isEmpty(),
                XML_DETAIL,
                "two master hugepages detected: %d and %d",
                page.size(),
                other.size());
    }

    private void checkBoot() {
        var boot = definition.os().boot();
        unsupportedWhen(
                boot.menuTimeout().orElse(0) > MAX_TIMEOUT,
                "invalid value for boot menu timeout, must be in range [0,65535]");
        int reboot = boot.rebootTimeout().orElse(0);
        unsupportedWhen(
                reboot < -1 || reboot > MAX_TIMEOUT,
                "invalid value for rebootTimeout, must be in range [-1,65535]");
    }

    private void checkVideos() {
        int primary = 0;
        for (Video video : definition.devices().videos()) {
            primary += video.primary() ? 1 : 0;
        }
        unsupportedWhen(primary > 1, "Only one primary video device is supported");
    }

    private void checkIdMap() {
        var container = definition.os().container();
        unsupportedWhen(
                container.users().isEmpty() != container.groups().isEmpty(),
                "uid and gid should be mapped both");
        boolean root =
                container.users().isEmpty()
                        || (container.users().getFirst().start() == 0
                                && container.groups().getFirst().start() == 0);
        unsupportedWhen(!root, "You must map the root user of container");
    }

    private void checkFilesystems() {
        var targets = new HashSet<String>();
        for (Filesystem filesystem : definition.devices().of(Filesystem.class)) {
            boolean virtiofs =
                    filesystem
                            .driver()
                            .type()
                            .filter(t -> t == FilesystemDriver.Type.VIRTIOFS)
                            .isPresent();
            String target = filesystem.target().orElse("");
            unsupportedWhen(
                    virtiofs && !targets.add(target),
                    "filesystem target '%s' specified twice",
                    target);
        }
    }

    private void checkIoThreads() {
        for (IoThreads.IoThread thread : definition.resources().ioThreads().threads()) {
            check(thread.pool());
        }
        definition.resources().ioThreads().defaultPool().ifPresent(DomainRules::check);
    }

    private static void check(IoThreads.Pool pool) {
        unsupportedWhen(
                pool.max().isPresent() && pool.max().getAsInt() == 0,
                "thread_pool_max must be a positive integer");
        // Absent counts as -1 here, so that a minimum without maximum is refused.
        unsupportedWhen(
                pool.min().orElse(-1) > pool.max().orElse(-1),
                "thread_pool_min must be smaller or equal to thread_pool_max");
    }
}
