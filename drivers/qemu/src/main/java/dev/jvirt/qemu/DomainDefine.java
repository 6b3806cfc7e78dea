package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainDefineFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.LifecycleDetail;
import dev.jvirt.base.domain.DomainList;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.Job;
import dev.jvirt.base.job.JobKind;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.documents.domain.FormatFlags;

/// Defines domains. What is not on disk is not defined: the file comes first, then the answer. How
/// definitions go is in [DomainUndefine].
final class DomainDefine {
    private final QemuParts parts;
    private final DomainJobs jobs;

    DomainDefine(QemuParts parts) {
        this.parts = parts;
        this.jobs = new DomainJobs(parts.domains());
    }

    /// Defines a domain, or defines it anew.
    DomainId define(String xml, Flags<DomainDefineFlag> flags) {
        flags.allow(ErrorDomain.QEMU, "qemuDomainDefineXMLFlags", DomainDefineFlag.VALIDATE);
        DomainDefinition definition =
                parts.documents().parse(xml, flags.has(DomainDefineFlag.VALIDATE));
        while (true) {
            DomainList.Found found = parts.domains().findOrAdd(definition, false);
            DomainObject domain = found.domain();
            try (Job _ = domain.jobs().acquire(JobKind.MODIFY, "virDomainDefineXMLFlags")) {
                if (!domain.isRemoved()) {
                    return define(domain, definition);
                }
            }
        }
    }

    private DomainId define(DomainObject domain, DomainDefinition definition) {
        boolean known = domain.published().persistent();
        try {
            save(definition);
        } catch (RuntimeException failure) {
            if (!known && !domain.isActive()) {
                parts.domains().remove(domain);
            }
            throw failure;
        }
        domain.define(definition);
        emit(
                domain.identity(),
                known ? LifecycleDetail.DEFINED_UPDATED : LifecycleDetail.DEFINED_ADDED);
        return domain.identity();
    }

    private void save(DomainDefinition definition) {
        parts.store()
                .save(
                        definition.name(),
                        definition.uuid().orElseThrow(),
                        definition.format(FormatFlags.CONFIG));
    }

    private void emit(DomainId domain, LifecycleDetail detail) {
        parts.events().emit(new DomainEvent.Lifecycle(domain, detail));
    }

    /// Sets whether a domain starts with the host.
    void autostart(DomainId id, boolean wanted) {
        try (var held = jobs.modify(id, "virDomainSetAutostart")) {
            DomainObject domain = held.domain();
            if (!domain.published().persistent()) {
                throw QemuErrors.invalid("cannot set autostart for transient domain");
            }
            if (domain.published().autostart() != wanted) {
                parts.store().autostart(domain.name(), wanted);
                domain.autostart(wanted);
            }
        }
    }

    /// Gives a defined domain another name.
    DomainId rename(DomainId id, String name, int flags) {
        Flags.refuse(ErrorDomain.QEMU, "qemuDomainRename", flags);
        try (var held = jobs.modify(id, "virDomainRename")) {
            DomainObject domain = held.domain();
            checkRename(domain, name);
            DomainId before = domain.identity();
            parts.domains().reserve(domain, name);
            try {
                move(domain, name);
            } catch (RuntimeException failure) {
                parts.domains().release(domain, name);
                throw failure;
            }
            parts.domains().rename(domain, name);
            emit(before, LifecycleDetail.UNDEFINED_RENAMED);
            emit(domain.identity(), LifecycleDetail.DEFINED_RENAMED);
            return domain.identity();
        }
    }

    private void checkRename(DomainObject domain, String name) {
        if (domain.isActive()) {
            throw QemuErrors.invalid("cannot rename active domain");
        }
        if (!domain.published().persistent()) {
            throw QemuErrors.invalid("cannot rename a transient domain");
        }
        if (domain.status().state() != DomainState.SHUTOFF) {
            throw QemuErrors.invalid("domain has to be shutoff before renaming");
        }
        var metadata = new DomainMetadata(parts.folders(), domain.name());
        if (metadata.snapshots() > 0) {
            throw QemuErrors.invalid("cannot rename domain with snapshots");
        }
        if (metadata.checkpoints() > 0) {
            throw QemuErrors.invalid("cannot rename domain with checkpoints");
        }
        if (name.equals(domain.name())) {
            throw QemuErrors.invalid("Can't rename domain to itself");
        }
        if (name.contains("/")) {
            throw QemuErrors.error(
                    ErrorCode.XML_ERROR, "name %s cannot contain '/'".formatted(name));
        }
    }

    /// Until the old definition is gone, whatever fails leaves the domain where it was.
    private void move(DomainObject domain, String name) {
        String old = domain.name();
        boolean autostart = domain.published().autostart();
        save(domain.published().inactive().withName(name));
        try {
            if (autostart) {
                parts.store().autostart(name, true);
            }
            new ManagedSave(parts.folders()).rename(old, name);
        } catch (RuntimeException failure) {
            parts.store().remove(name);
            throw failure;
        }
        parts.store().remove(old);
    }
}
