package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainUndefineFlag;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.host.file.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Removes definitions, and what belongs to them as far as the caller agrees.
final class DomainUndefine {
    private final QemuParts parts;
    private final DomainJobs jobs;

    DomainUndefine(QemuParts parts) {
        this.parts = parts;
        this.jobs = new DomainJobs(parts.domains());
    }

    /// Removes the definition of a domain. One that runs goes on without.
    void undefine(DomainId id, Flags<DomainUndefineFlag> flags) {
        flags.allow(ErrorDomain.QEMU, "qemuDomainUndefineFlags", DomainUndefineFlag.values());
        refuseBoth(
                flags,
                DomainUndefineFlag.NVRAM,
                DomainUndefineFlag.KEEP_NVRAM,
                "cannot both keep and delete nvram");
        refuseBoth(
                flags,
                DomainUndefineFlag.TPM,
                DomainUndefineFlag.KEEP_TPM,
                "cannot both keep and delete TPM");
        try (var held = jobs.modify(id, "virDomainUndefineFlags")) {
            undefine(held.domain(), flags);
        }
    }

    private static void refuseBoth(
            Flags<DomainUndefineFlag> flags,
            DomainUndefineFlag one,
            DomainUndefineFlag other,
            String detail) {
        if (flags.has(one) && flags.has(other)) {
            throw QemuErrors.invalid(detail);
        }
    }

    private void undefine(DomainObject domain, Flags<DomainUndefineFlag> flags) {
        if (!domain.published().persistent()) {
            throw QemuErrors.invalid("cannot undefine transient domain");
        }
        metadata(domain, flags);
        managedSave(domain, flags);
        nvram(domain, flags);
        DomainId before = domain.identity();
        parts.store().remove(domain.name());
        domain.undefine();
        parts.events().emit(new DomainEvent.Lifecycle(before, LifecycleDetail.UNDEFINED_REMOVED));
        if (!domain.isActive()) {
            parts.domains().remove(domain);
        }
    }

    private void metadata(DomainObject domain, Flags<DomainUndefineFlag> flags) {
        if (domain.isActive()) {
            return; // they go with the running domain
        }
        var metadata = new DomainMetadata(parts.folders(), domain.name());
        int snapshots = metadata.snapshots();
        if (snapshots > 0) {
            if (!flags.has(DomainUndefineFlag.SNAPSHOTS_METADATA)) {
                throw QemuErrors.invalid(
                        "cannot delete inactive domain with %d snapshots".formatted(snapshots));
            }
            metadata.removeSnapshots();
        }
        int checkpoints = metadata.checkpoints();
        if (checkpoints > 0) {
            if (!flags.has(DomainUndefineFlag.CHECKPOINTS_METADATA)) {
                throw QemuErrors.invalid(
                        "cannot delete inactive domain with %d checkpoints".formatted(checkpoints));
            }
            metadata.removeCheckpoints();
        }
    }

    private void managedSave(DomainObject domain, Flags<DomainUndefineFlag> flags) {
        var saves = new ManagedSave(parts.folders());
        if (!saves.exists(domain.name())) {
            return;
        }
        if (!flags.has(DomainUndefineFlag.MANAGED_SAVE)) {
            throw QemuErrors.invalid("Refusing to undefine while domain managed save image exists");
        }
        saves.remove(domain.name());
    }

    private static void nvram(DomainObject domain, Flags<DomainUndefineFlag> flags) {
        Optional<Path> file = NvramFile.of(domain.published().inactive());
        if (file.isEmpty() || !Files.exists(file.get())) {
            return;
        }
        if (flags.has(DomainUndefineFlag.NVRAM)) {
            remove(file.get());
        } else if (!flags.has(DomainUndefineFlag.KEEP_NVRAM)) {
            throw QemuErrors.invalid("cannot undefine domain with nvram");
        }
    }

    private static void remove(Path nvram) {
        try {
            Files.delete(nvram);
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorDomain.QEMU,
                    ErrorCode.SYSTEM_ERROR,
                    "failed to remove nvram: %s: %s".formatted(nvram, Reason.of(failure)),
                    failure);
        }
    }
}
