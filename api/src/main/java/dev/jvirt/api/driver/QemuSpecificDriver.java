package dev.jvirt.api.driver;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.QemuMonitorCommandFlag;
import dev.jvirt.api.domain.QemuMonitorReply;
import dev.jvirt.api.event.QemuMonitorEvent;
import dev.jvirt.api.event.QemuMonitorFilter;
import dev.jvirt.api.event.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What only a driver of QEMU can do. A driver overrides what it supports; the rest answers
/// NO_SUPPORT.
///
/// Files that a driver is given are open for the time of the call. Files that it returns it gives
/// away.
public interface QemuSpecificDriver {
    /// Gives a command to QEMU's monitor.
    @Since("0.8.3")
    default String monitorCommand(
            DomainId domain, String command, Flags<QemuMonitorCommandFlag> flags) {
        throw unsupported("virDomainQemuMonitorCommand");
    }

    /// Gives a command to QEMU's monitor, and files with it.
    @Since("8.2.0")
    default QemuMonitorReply monitorCommandWithFiles(
            DomainId domain,
            String command,
            List<OpenFile> files,
            Flags<QemuMonitorCommandFlag> flags) {
        throw unsupported("virDomainQemuMonitorCommandWithFiles");
    }

    /// Takes over a QEMU that somebody else started. `flags` must be 0.
    @Since("0.9.4")
    default DomainId attach(int pid, int flags) {
        throw unsupported("virDomainQemuAttach");
    }

    /// Gives a command to the agent in the guest. `flags` must be 0.
    ///
    /// @param timeout in seconds, or one of libvirt's negative values
    @Since("0.10.0")
    default Optional<String> agentCommand(DomainId domain, String command, int timeout, int flags) {
        throw unsupported("virDomainQemuAgentCommand");
    }

    /// Delivers what QEMU reports on its monitors, of one domain or of all. The handler must not
    /// wait; who calls it is the driver.
    @Since("1.2.3")
    default Subscription subscribe(
            QemuMonitorFilter filter,
            Optional<DomainId> domain,
            Consumer<QemuMonitorEvent> handler) {
        throw unsupported("virConnectDomainQemuMonitorEventRegister");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.NONE, function);
    }
}
