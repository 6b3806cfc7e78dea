package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.CrashedReason;
import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainDestroyFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.api.domain.RunningReason;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.base.job.Job;
import dev.jvirt.base.job.JobKind;
import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.process.LiveDomain;
import dev.jvirt.qemu.process.StartRequest;

/// Starts, pauses and ends domains. How guests are asked to go is in [GuestRequests].
final class DomainLifeCycle {
    private final QemuParts parts;
    private final DomainJobs jobs;
    private final ManagedSave saves;

    DomainLifeCycle(QemuParts parts) {
        this.parts = parts;
        this.jobs = new DomainJobs(parts.domains());
        this.saves = new ManagedSave(parts.folders());
    }

    /// Starts a domain from a document.
    DomainId createXml(String xml, Flags<DomainCreateFlag> flags) {
        flags.allow(
                ErrorDomain.QEMU,
                "qemuDomainCreateXML",
                DomainCreateFlag.START_PAUSED,
                DomainCreateFlag.START_AUTODESTROY,
                DomainCreateFlag.START_VALIDATE,
                DomainCreateFlag.START_RESET_NVRAM);
        boolean validate = flags.has(DomainCreateFlag.START_VALIDATE);
        DomainDefinition definition = parts.documents().parse(xml, validate);
        while (true) {
            DomainObject domain = parts.domains().findOrAdd(definition, false).domain();
            try (Job _ = domain.jobs().acquire(JobKind.MODIFY, "virDomainCreateXML")) {
                if (!domain.isRemoved()) {
                    return createXml(domain, definition, flags);
                }
            }
        }
    }

    private DomainId createXml(
            DomainObject domain, DomainDefinition definition, Flags<DomainCreateFlag> flags) {
        if (domain.isActive()) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN,
                    ErrorCode.OPERATION_INVALID,
                    "domain '%s' is already active".formatted(domain.name()));
        }
        try {
            start(domain, definition, "virDomainCreateXML", flags);
            return domain.identity();
        } catch (RuntimeException failure) {
            if (!domain.published().persistent()) {
                parts.domains().remove(domain); // one that is not defined exists only while it runs
            }
            throw failure;
        }
    }

    /// Starts a defined domain.
    DomainId create(DomainId id, Flags<DomainCreateFlag> flags) {
        flags.allow(
                ErrorDomain.QEMU,
                "qemuDomainCreateWithFlags",
                DomainCreateFlag.START_PAUSED,
                DomainCreateFlag.START_AUTODESTROY,
                DomainCreateFlag.START_BYPASS_CACHE,
                DomainCreateFlag.START_FORCE_BOOT,
                DomainCreateFlag.START_RESET_NVRAM);
        try (var held = jobs.modify(id, "virDomainCreateWithFlags")) {
            DomainObject domain = held.domain();
            if (domain.isActive()) {
                throw QemuErrors.invalid("domain is already running");
            }
            saves.beforeStart(domain.name(), flags.has(DomainCreateFlag.START_FORCE_BOOT));
            start(domain, domain.published().inactive(), "virDomainCreateWithFlags", flags);
            return domain.identity();
        }
    }

    private void start(
            DomainObject domain,
            DomainDefinition definition,
            String function,
            Flags<DomainCreateFlag> flags) {
        boolean paused = flags.has(DomainCreateFlag.START_PAUSED);
        parts.start().start(domain, definition, new StartRequest(function, paused));
    }

    /// Ends a running domain at once.
    void destroy(DomainId id, Flags<DomainDestroyFlag> flags) {
        flags.allow(
                ErrorDomain.QEMU,
                "qemuDomainDestroyFlags",
                DomainDestroyFlag.GRACEFUL,
                DomainDestroyFlag.REMOVE_LOGS);
        DomainObject domain = parts.domains().require(id);
        LiveDomain live = parts.processes().require(domain);
        boolean graceful = flags.has(DomainDestroyFlag.GRACEFUL);
        parts.processes().stop().destroy(domain, "virDomainDestroyFlags", graceful);
        if (flags.has(DomainDestroyFlag.REMOVE_LOGS)) {
            live.log().remove();
        }
    }

    /// Stops the virtual CPUs.
    void suspend(DomainId id) {
        try (var held = jobs.modify(id, "virDomainSuspend")) {
            DomainObject domain = held.domain();
            LiveDomain live = parts.processes().require(domain);
            switch (domain.status().state()) {
                case PMSUSPENDED -> throw QemuErrors.invalid("domain is pmsuspended");
                case PAUSED -> {}
                default -> {
                    live.expectStop(PausedReason.USER);
                    live.monitor("virDomainSuspend").stop();
                }
            }
        }
    }

    /// Lets the virtual CPUs go on.
    void resume(DomainId id) {
        try (var held = jobs.modify(id, "virDomainResume")) {
            DomainObject domain = held.domain();
            LiveDomain live = parts.processes().require(domain);
            DomainStatus status = domain.status();
            switch (status.state()) {
                case PMSUSPENDED -> throw QemuErrors.invalid("domain is pmsuspended");
                case RUNNING -> throw QemuErrors.invalid("domain is already running");
                default -> {
                    boolean panicked = status.reason() == CrashedReason.PANICKED;
                    if (status.state() == DomainState.PAUSED || panicked) {
                        live.expectResume(RunningReason.UNPAUSED);
                        live.monitor("virDomainResume").cont();
                    }
                }
            }
        }
    }

    /// Presses the reset button.
    void reset(DomainId id, int flags) {
        Flags.refuse(ErrorDomain.QEMU, "qemuDomainReset", flags);
        try (var held = jobs.modify(id, "virDomainReset")) {
            DomainObject domain = held.domain();
            LiveDomain live = parts.processes().require(domain);
            live.monitor("virDomainReset").reset();
            live.fakeReboot(false);
            if (domain.status().state() == DomainState.CRASHED) {
                domain.publish(DomainState.PAUSED, PausedReason.UNKNOWN);
            }
        }
    }
}
