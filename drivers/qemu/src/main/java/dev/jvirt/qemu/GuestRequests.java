package dev.jvirt.qemu;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainRebootFlag;
import dev.jvirt.api.domain.DomainShutdownFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.base.domain.DomainObject;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.Lifecycle;
import dev.jvirt.qemu.process.LiveDomain;

/// Asks guests to shut down and to reboot. QEMU knows only one button for both: what happens when
/// the guest has shut down is remembered here.
final class GuestRequests {
    private static final String AGENT_CHANNEL = "org.qemu.guest_agent.0";

    private final QemuParts parts;
    private final DomainJobs jobs;

    GuestRequests(QemuParts parts) {
        this.parts = parts;
        this.jobs = new DomainJobs(parts.domains());
    }

    /// Asks a guest to shut down.
    void shutdown(DomainId id, Flags<DomainShutdownFlag> flags) {
        flags.allow(
                ErrorDomain.QEMU,
                "qemuDomainShutdownFlags",
                DomainShutdownFlag.ACPI_POWER_BTN,
                DomainShutdownFlag.GUEST_AGENT);
        boolean agentOnly =
                flags.has(DomainShutdownFlag.GUEST_AGENT)
                        && !flags.has(DomainShutdownFlag.ACPI_POWER_BTN);
        try (var held = jobs.modify(id, "virDomainShutdownFlags")) {
            LiveDomain live = running(held.domain());
            if (agentOnly) {
                throw noAgent(held.domain());
            }
            boolean restarts = lifecycle(held.domain()).onPoweroff() == Lifecycle.Action.RESTART;
            press(held.domain(), live, restarts, "virDomainShutdownFlags");
        }
    }

    /// Asks a guest to reboot.
    void reboot(DomainId id, Flags<DomainRebootFlag> flags) {
        flags.allow(
                ErrorDomain.QEMU,
                "qemuDomainReboot",
                DomainRebootFlag.ACPI_POWER_BTN,
                DomainRebootFlag.GUEST_AGENT);
        boolean agentOnly =
                flags.has(DomainRebootFlag.GUEST_AGENT)
                        && !flags.has(DomainRebootFlag.ACPI_POWER_BTN);
        try (var held = jobs.modify(id, "virDomainReboot")) {
            LiveDomain live = parts.processes().require(held.domain());
            if (agentOnly) {
                throw noAgent(held.domain());
            }
            boolean restarts =
                    switch (lifecycle(held.domain()).onReboot()) {
                        case DESTROY, PRESERVE -> false;
                        case RESTART, RENAME_RESTART, COREDUMP_DESTROY, COREDUMP_RESTART -> true;
                    };
            press(held.domain(), live, restarts, "virDomainReboot");
        }
    }

    private LiveDomain running(DomainObject domain) {
        if (domain.status().state() != DomainState.RUNNING) {
            throw QemuErrors.invalid("domain is not running");
        }
        return parts.processes().require(domain);
    }

    private static Lifecycle lifecycle(DomainObject domain) {
        return domain.published().current().lifecycle();
    }

    private void press(DomainObject domain, LiveDomain live, boolean restarts, String function) {
        live.fakeReboot(restarts);
        parts.processes().saveStatusSoon(domain, live);
        live.monitor(function).powerDown();
    }

    /// This driver talks to no guest agent: for its callers that is one that does not answer.
    private static LibvirtException noAgent(DomainObject domain) {
        for (CharDevice channel : domain.published().current().devices().channels()) {
            if (channel.target() instanceof CharTarget.VirtioChannel target
                    && target.name().filter(AGENT_CHANNEL::equals).isPresent()) {
                return QemuErrors.error(
                        ErrorCode.AGENT_UNRESPONSIVE, "QEMU guest agent is not connected");
            }
        }
        return QemuErrors.error(
                ErrorCode.ARGUMENT_UNSUPPORTED, "QEMU guest agent is not configured");
    }
}
