package dev.jvirt.qemu;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInfo;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.base.domain.DomainFilter;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.domain.DomainReads;
import dev.jvirt.base.domain.PublishedDomain;
import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.host.process.ProcessStat;
import dev.jvirt.qemu.process.LiveDomain;
import dev.jvirt.qemu.process.QemuProcesses;
import dev.jvirt.qemu.status.Taint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Questions about domains that nobody has to wait for: nothing here takes a job or asks QEMU.
final class DomainInquiries {
    private static final int DEPRECATIONS = 1;
    private static final int TAINTS = 2;

    private final QemuParts parts;
    private final DomainReads reads;

    DomainInquiries(QemuParts parts) {
        this.parts = parts;
        this.reads = new DomainReads(parts.domains());
    }

    List<DomainId> list(Flags<DomainListFlag> flags) {
        flags.allow(ErrorDomain.QEMU, "qemuConnectListAllDomains", DomainListFlag.values());
        var saves = new ManagedSave(parts.folders());
        var filter = new DomainFilter(flags, domain -> saves.exists(domain.current().name()));
        return parts.domains().identities(filter);
    }

    DomainInfo info(DomainId id) {
        DomainObject domain = parts.domains().require(id);
        long cpuTime = parts.processes().find(domain).map(DomainInquiries::cpuTime).orElse(0L);
        return DomainReads.info(domain.published(), cpuTime);
    }

    private static long cpuTime(LiveDomain live) {
        try {
            ProcessStat now = ProcessStat.read(live.pid());
            return now.userTime() + now.systemTime();
        } catch (IOException gone) {
            return 0;
        }
    }

    DomainStatus state(DomainId id, int flags) {
        Flags.refuse(ErrorDomain.QEMU, "qemuDomainGetState", flags);
        return reads.of(id).status();
    }

    String xml(DomainId id, Flags<DomainXmlFlag> flags) {
        flags.allow(ErrorDomain.QEMU, "qemuDomainGetXMLDesc", DomainXmlFlag.values());
        DomainObject domain = parts.domains().require(id);
        boolean inactive = flags.has(DomainXmlFlag.INACTIVE);
        PublishedDomain published = domain.published();
        DomainDefinition shown = inactive ? published.inactive() : published.current();
        if (flags.has(DomainXmlFlag.MIGRATABLE) && !inactive) {
            shown = withOriginalCpu(domain, shown);
        }
        if (flags.has(DomainXmlFlag.UPDATE_CPU)) {
            shown = parts.documents().withHostCpu(shown);
        }
        return reads.xml(shown, flags);
    }

    /// Another host completes the processor in its own way.
    private DomainDefinition withOriginalCpu(DomainObject domain, DomainDefinition shown) {
        var numa = shown.cpu().flatMap(Cpu::numa);
        var told =
                parts.processes()
                        .find(domain)
                        .flatMap(LiveDomain::originalCpu)
                        .map(cpu -> cpu.withNuma(numa));
        return told.isPresent() ? shown.withCpu(told) : shown;
    }

    String osType(DomainId id) {
        return reads.osType(id);
    }

    long maxMemory(DomainId id) {
        return reads.maxMemory(id);
    }

    int maxVcpus(DomainId id) {
        PublishedDomain domain = reads.of(id);
        if (!domain.isActive()) {
            throw QemuProcesses.notRunning();
        }
        return domain.current().vcpus().max();
    }

    PublishedDomain published(DomainId id) {
        return reads.of(id);
    }

    boolean hasManagedSave(DomainId id, int flags) {
        Flags.refuse(ErrorDomain.QEMU, "qemuDomainHasManagedSaveImage", flags);
        return new ManagedSave(parts.folders()).exists(reads.of(id).current().name());
    }

    List<String> messages(DomainId id, int flags) {
        DomainObject domain = parts.domains().require(id);
        var messages = new ArrayList<String>();
        LiveDomain live = parts.processes().find(domain).orElse(null);
        if (live == null) {
            return messages;
        }
        if (flags == 0 || (flags & TAINTS) != 0) {
            for (Taint taint : live.taints()) {
                messages.add("tainted: " + taint.message());
            }
        }
        if (flags == 0 || (flags & DEPRECATIONS) != 0) {
            for (String deprecation : live.deprecations()) {
                messages.add("deprecated configuration: " + deprecation);
            }
        }
        return messages;
    }
}
