package dev.jvirt.api;

import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.QemuMonitorCommandFlag;
import dev.jvirt.api.domain.QemuMonitorReply;
import dev.jvirt.api.driver.QemuSpecificDriver;
import java.util.List;
import java.util.Optional;

/// What only QEMU can do with a domain. Whoever goes past libvirt can break what it knows of the
/// domain: libvirt taints it.
///
/// @param domain that it belongs to
public record QemuDomain(Domain domain) {
    /// With [#agentCommand]: waits for ever. (`VIR_DOMAIN_QEMU_AGENT_COMMAND_BLOCK`)
    public static final int AGENT_BLOCK = -2;

    /// With [#agentCommand]: waits as long as the driver finds right.
    /// (`VIR_DOMAIN_QEMU_AGENT_COMMAND_DEFAULT`)
    public static final int AGENT_DEFAULT = -1;

    /// With [#agentCommand]: does not wait for the answer.
    /// (`VIR_DOMAIN_QEMU_AGENT_COMMAND_NOWAIT`)
    public static final int AGENT_NOWAIT = 0;

    /// With [#agentCommand]: the seconds in which a guest should have begun to shut down.
    /// (`VIR_DOMAIN_QEMU_AGENT_COMMAND_SHUTDOWN`)
    public static final int AGENT_SHUTDOWN = 60;

    /// Takes over a QEMU that somebody else started (`virDomainQemuAttach`). Its monitor must be a
    /// unix socket. No driver has been able to do so since libvirt 5.5.0.
    ///
    /// @param pid of QEMU's process, not 0
    /// @param flags 0
    /// @since 0.9.4
    public static Domain attach(Connection connection, int pid, int flags) {
        String function = "virDomainQemuAttach";
        connection.reading(function);
        new DomainArguments(ErrorDomain.NONE, function).nonZero("pid_value", pid);
        QemuSpecificDriver driver = connection.changing(ErrorDomain.NONE, function).qemu();
        return connection.domain(driver.attach(pid, flags));
    }

    private DomainId id() {
        return domain.identity();
    }

    private QemuSpecificDriver changing(String function) {
        return domain.connection().changing(ErrorDomain.NONE, function).qemu();
    }

    /// Gives a command to QEMU's monitor (`virDomainQemuMonitorCommand`).
    ///
    /// @param command in JSON, or in the monitor's human language with HMP
    /// @return the answer, alike
    /// @since 0.8.3
    public String monitorCommand(String command, Flags<QemuMonitorCommandFlag> flags) {
        return changing("virDomainQemuMonitorCommand").monitorCommand(id(), command, flags);
    }

    /// Gives a command to QEMU's monitor, and files with it
    /// (`virDomainQemuMonitorCommandWithFiles`). Only a connection through a unix socket of this
    /// host can do so.
    ///
    /// @param files stay open here, and are the caller's to close
    /// @return the answer, and the files that QEMU passed; the caller closes them
    /// @since 8.2.0
    public QemuMonitorReply monitorCommandWithFiles(
            String command, List<OpenFile> files, Flags<QemuMonitorCommandFlag> flags) {
        return changing("virDomainQemuMonitorCommandWithFiles")
                .monitorCommandWithFiles(id(), command, files, flags);
    }

    /// Gives a command to the agent in the guest (`virDomainQemuAgentCommand`).
    ///
    /// @param command in JSON
    /// @param timeout in seconds, or [#AGENT_BLOCK], [#AGENT_DEFAULT], [#AGENT_NOWAIT]
    /// @param flags 0
    /// @return the answer; empty if there is none
    /// @throws LibvirtException AGENT_UNRESPONSIVE if the agent does not answer
    /// @since 0.10.0
    public Optional<String> agentCommand(String command, int timeout, int flags) {
        return changing("virDomainQemuAgentCommand").agentCommand(id(), command, timeout, flags);
    }
}
