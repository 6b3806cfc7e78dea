package dev.jvirt.api;

import dev.jvirt.api.domain.DomainAuthorizedSshKeysFlag;
import dev.jvirt.api.domain.DomainFilesystem;
import dev.jvirt.api.domain.DomainGuestInfoType;
import dev.jvirt.api.domain.DomainHostnameFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInterface;
import dev.jvirt.api.domain.DomainInterfaceAddressesSource;
import dev.jvirt.api.domain.DomainProcessSignal;
import dev.jvirt.api.domain.DomainSetTimeFlag;
import dev.jvirt.api.domain.DomainTime;
import dev.jvirt.api.domain.DomainUserPasswordFlag;
import dev.jvirt.api.driver.DomainGuestDriver;
import dev.jvirt.api.host.NodeSuspendTarget;
import java.util.List;
import java.util.Optional;

/// The inside of a guest, mostly through its agent: file systems, users, clock, addresses.
///
/// What goes through the agent throws AGENT_UNRESPONSIVE if the guest has none or it does not
/// answer, and OPERATION_INVALID if the domain does not run. The guest is free to lie.
///
/// @param domain that it belongs to
public record DomainGuest(Domain domain) {
    /// With [#setAgentResponseTimeout]: waits for ever.
    /// (`VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_BLOCK`)
    public static final int TIMEOUT_BLOCK = -2;

    /// With [#setAgentResponseTimeout]: as long as the driver finds right.
    /// (`VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_DEFAULT`)
    public static final int TIMEOUT_DEFAULT = -1;

    /// With [#setAgentResponseTimeout]: does not wait at all.
    /// (`VIR_DOMAIN_AGENT_RESPONSE_TIMEOUT_NOWAIT`)
    public static final int TIMEOUT_NOWAIT = 0;

    private DomainId id() {
        return domain.identity();
    }

    private DomainGuestDriver reading(String function) {
        return domain.connection().reading(function).domainGuests();
    }

    private DomainGuestDriver changing(String function) {
        return domain.connection().changing(ErrorDomain.DOMAIN, function).domainGuests();
    }

    /// The name that the guest gives itself (`virDomainGetHostname`).
    ///
    /// @param flags who is asked; the driver chooses if there are none
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection
    /// @since 0.10.0
    public String hostname(Flags<DomainHostnameFlag> flags) {
        return changing("virDomainGetHostname").hostname(id(), flags);
    }

    /// The network interfaces and their addresses (`virDomainInterfaceAddresses`,
    /// `virDomainInterfaceFree`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_DENIED if the agent is to be asked on a read-only
    /// connection
    /// @since 1.2.14
    public List<DomainInterface> interfaceAddresses(
            DomainInterfaceAddressesSource source, int flags) {
        String function = "virDomainInterfaceAddresses";
        DomainGuestDriver driver =
                source == DomainInterfaceAddressesSource.AGENT
                        ? changing(function)
                        : reading(function);
        return driver.interfaceAddresses(id(), source, flags);
    }

    /// What the guest tells about itself (`virDomainGetGuestInfo`): names like `os.id`,
    /// `user.0.name`, `fs.count`.
    ///
    /// @param types what is wanted; without any, all that the guest can tell
    /// @param flags 0
    /// @throws LibvirtException OPERATION_UNSUPPORTED if a kind was named that the guest cannot
    /// tell, OPERATION_DENIED on a read-only connection
    /// @since 5.7.0
    public TypedParameters info(Flags<DomainGuestInfoType> types, int flags) {
        return changing("virDomainGetGuestInfo").info(id(), types, flags);
    }

    /// The virtual CPUs as the guest sees them (`virDomainGetGuestVcpus`): `vcpus`, `online`
    /// and `offlinable`, each a list as in `0-3,^2`.
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection
    /// @since 2.0.0
    public TypedParameters vcpus(int flags) {
        return changing("virDomainGetGuestVcpus").vcpus(id(), flags);
    }

    /// Lets the guest use virtual CPUs, or not (`virDomainSetGuestVcpus`).
    ///
    /// @param cpus which ones, as in `0-3,^2`
    /// @param state 1 for yes, 0 for no
    /// @param flags 0
    /// @throws LibvirtException INVALID_ARG for another state, or for a CPU that cannot be
    /// switched
    /// @since 2.0.0
    public void setVcpus(String cpus, int state, int flags) {
        changing("virDomainSetGuestVcpus").setVcpus(id(), cpus, state, flags);
    }

    /// The guest's clock (`virDomainGetTime`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection
    /// @since 1.2.5
    public DomainTime time(int flags) {
        return changing("virDomainGetTime").time(id(), flags);
    }

    /// Sets the guest's clock (`virDomainSetTime`).
    ///
    /// @param time is not looked at with [DomainSetTimeFlag#SYNC], which has the guest read its
    /// hardware clock
    /// @since 1.2.5
    public void setTime(DomainTime time, Flags<DomainSetTimeFlag> flags) {
        changing("virDomainSetTime").setTime(id(), time, flags);
    }

    /// The file systems that are mounted in the guest (`virDomainGetFSInfo`,
    /// `virDomainFSInfoFree`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection
    /// @since 1.2.11
    public List<DomainFilesystem> filesystems(int flags) {
        return changing("virDomainGetFSInfo").filesystems(id(), flags);
    }

    /// Holds back what the guest writes to file systems, until [#thaw] (`virDomainFSFreeze`).
    ///
    /// @param mountpoints of the file systems; empty for all
    /// @param flags 0
    /// @return how many were frozen
    /// @since 1.2.5
    public int freeze(List<String> mountpoints, int flags) {
        return changing("virDomainFSFreeze").freeze(id(), mountpoints, flags);
    }

    /// Lets the guest write to file systems again (`virDomainFSThaw`).
    ///
    /// @param mountpoints of the file systems; empty for all
    /// @param flags 0
    /// @return how many were thawed
    /// @since 1.2.5
    public int thaw(List<String> mountpoints, int flags) {
        return changing("virDomainFSThaw").thaw(id(), mountpoints, flags);
    }

    /// Gives the blocks that file systems do not use back to the host (`virDomainFSTrim`).
    ///
    /// @param mountpoint of the file system; empty for all
    /// @param minimum the length in bytes that a free range must have to be worth it; 0 for all
    /// @param flags 0
    /// @since 1.0.1
    public void trim(Optional<String> mountpoint, long minimum, int flags) {
        changing("virDomainFSTrim").trim(id(), mountpoint, minimum, flags);
    }

    /// Changes the password of an account of the guest (`virDomainSetUserPassword`).
    ///
    /// @param password as the user types it, or as the guest stores it with
    /// [DomainUserPasswordFlag#ENCRYPTED]
    /// @since 1.2.16
    public void setUserPassword(String user, String password, Flags<DomainUserPasswordFlag> flags) {
        changing("virDomainSetUserPassword").setUserPassword(id(), user, password, flags);
    }

    /// The SSH keys with which one may log in (`virDomainAuthorizedSSHKeysGet`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection
    /// @since 6.10.0
    public List<String> authorizedSshKeys(String user, int flags) {
        return changing("virDomainAuthorizedSSHKeysGet").authorizedSshKeys(id(), user, flags);
    }

    /// Sets the SSH keys with which one may log in (`virDomainAuthorizedSSHKeysSet`).
    ///
    /// @param keys what shall be there, or be added, or go; may be empty in the first case only
    /// @throws LibvirtException INVALID_ARG if keys are to be added and removed, or if there are
    /// none
    /// @since 6.10.0
    public void setAuthorizedSshKeys(
            String user, List<String> keys, Flags<DomainAuthorizedSshKeysFlag> flags) {
        String function = "virDomainAuthorizedSSHKeysSet";
        reading(function);
        boolean some =
                flags.hasAny(
                        DomainAuthorizedSshKeysFlag.APPEND, DomainAuthorizedSshKeysFlag.REMOVE);
        if (some && keys.isEmpty()) {
            throw refused(function, "keys", "must not be NULL");
        }
        new FlagRules<>(ErrorDomain.DOMAIN, function, "VIR_DOMAIN_AUTHORIZED_SSH_KEYS_SET_", flags)
                .exclusive(DomainAuthorizedSshKeysFlag.APPEND, DomainAuthorizedSshKeysFlag.REMOVE);
        changing(function).setAuthorizedSshKeys(id(), user, keys, flags);
    }

    /// Sets how long answers of the agent are waited for (`virDomainAgentSetResponseTimeout`).
    ///
    /// @param seconds or [#TIMEOUT_BLOCK], [#TIMEOUT_DEFAULT], [#TIMEOUT_NOWAIT]
    /// @param flags 0
    /// @since 5.10.0
    public void setAgentResponseTimeout(int seconds, int flags) {
        changing("virDomainAgentSetResponseTimeout").setAgentResponseTimeout(id(), seconds, flags);
    }

    /// Sends a signal to a process of the guest (`virDomainSendProcessSignal`).
    ///
    /// @param pid of the process, negative for a process group, as the guest counts them; not 0
    /// @param flags 0
    /// @throws LibvirtException INVALID_ARG if `pid` is 0
    /// @since 1.0.1
    public void sendProcessSignal(long pid, DomainProcessSignal signal, int flags) {
        String function = "virDomainSendProcessSignal";
        reading(function);
        if (pid == 0) {
            throw refused(function, "pid_value", "must not be zero");
        }
        changing(function).sendProcessSignal(id(), pid, signal, flags);
    }

    /// Asks the guest to sleep (`virDomainPMSuspendForDuration`).
    ///
    /// @param seconds after which it wakes up by itself, which not every driver can do; 0: it
    /// does not
    /// @param flags 0
    /// @since 0.9.10
    public void suspend(NodeSuspendTarget target, long seconds, int flags) {
        changing("virDomainPMSuspendForDuration").suspend(id(), target, seconds, flags);
    }

    /// Wakes the guest up (`virDomainPMWakeup`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_INVALID if it does not sleep
    /// @since 0.9.11
    public void wakeup(int flags) {
        changing("virDomainPMWakeup").wakeup(id(), flags);
    }

    private static LibvirtException refused(String function, String argument, String why) {
        return LibvirtException.invalidArgument(
                ErrorDomain.DOMAIN,
                function,
                argument,
                "%s in %s %s".formatted(argument, function, why));
    }
}
