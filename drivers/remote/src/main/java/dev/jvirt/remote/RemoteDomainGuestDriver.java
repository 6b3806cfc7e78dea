package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
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
import dev.jvirt.bridge.Guests;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainAgentSetResponseTimeout;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainAuthorizedSshKeysGet;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainAuthorizedSshKeysSet;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainFsfreeze;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainFsthaw;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainFstrim;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainGetFsinfo;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainGetGuestInfo;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainGetGuestVcpus;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainGetHostname;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainGetTime;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainInterfaceAddresses;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainPmSuspendForDuration;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainPmWakeup;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainSendProcessSignal;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainSetGuestVcpus;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainSetTime;
import dev.jvirt.protocol.domain.DomainGuestCalls.DomainSetUserPassword;
import dev.jvirt.protocol.domain.DomainGuestCallsClient;
import java.util.List;
import java.util.Optional;

/// The insides of guests of the far host.
final class RemoteDomainGuestDriver implements DomainGuestDriver {
    private final DomainGuestCallsClient calls;

    RemoteDomainGuestDriver(RemoteCaller caller) {
        this.calls = new DomainGuestCallsClient(caller);
    }

    @Override
    public String hostname(DomainId domain, Flags<DomainHostnameFlag> flags) {
        return calls.domainGetHostname(
                        new DomainGetHostname(Identities.remote(domain), flags.bits()))
                .hostname();
    }

    @Override
    public List<DomainInterface> interfaceAddresses(
            DomainId domain, DomainInterfaceAddressesSource source, int flags) {
        var call = new DomainInterfaceAddresses(Identities.remote(domain), source.code(), flags);
        return calls.domainInterfaceAddresses(call).ifaces().stream().map(Guests::local).toList();
    }

    @Override
    public TypedParameters info(DomainId domain, Flags<DomainGuestInfoType> types, int flags) {
        var call = new DomainGetGuestInfo(Identities.remote(domain), types.bits(), flags);
        return Parameters.local(calls.domainGetGuestInfo(call).params());
    }

    @Override
    public TypedParameters vcpus(DomainId domain, int flags) {
        var call = new DomainGetGuestVcpus(Identities.remote(domain), flags);
        return Parameters.local(calls.domainGetGuestVcpus(call).params());
    }

    @Override
    public void setVcpus(DomainId domain, String cpus, int state, int flags) {
        calls.domainSetGuestVcpus(
                new DomainSetGuestVcpus(Identities.remote(domain), cpus, state, flags));
    }

    @Override
    public DomainTime time(DomainId domain, int flags) {
        var time = calls.domainGetTime(new DomainGetTime(Identities.remote(domain), flags));
        return new DomainTime(time.seconds(), time.nseconds());
    }

    @Override
    public void setTime(DomainId domain, DomainTime time, Flags<DomainSetTimeFlag> flags) {
        calls.domainSetTime(
                new DomainSetTime(
                        Identities.remote(domain),
                        time.seconds(),
                        time.nanoseconds(),
                        flags.bits()));
    }

    @Override
    public List<DomainFilesystem> filesystems(DomainId domain, int flags) {
        var call = new DomainGetFsinfo(Identities.remote(domain), flags);
        return calls.domainGetFsinfo(call).info().stream().map(Guests::local).toList();
    }

    @Override
    public int freeze(DomainId domain, List<String> mountpoints, int flags) {
        var call = new DomainFsfreeze(Identities.remote(domain), mountpoints, flags);
        return calls.domainFsfreeze(call).filesystems();
    }

    @Override
    public int thaw(DomainId domain, List<String> mountpoints, int flags) {
        var call = new DomainFsthaw(Identities.remote(domain), mountpoints, flags);
        return calls.domainFsthaw(call).filesystems();
    }

    @Override
    public void trim(DomainId domain, Optional<String> mountpoint, long minimum, int flags) {
        calls.domainFstrim(new DomainFstrim(Identities.remote(domain), mountpoint, minimum, flags));
    }

    @Override
    public void setUserPassword(
            DomainId domain, String user, String password, Flags<DomainUserPasswordFlag> flags) {
        calls.domainSetUserPassword(
                new DomainSetUserPassword(
                        Identities.remote(domain),
                        Optional.of(user),
                        Optional.of(password),
                        flags.bits()));
    }

    @Override
    public List<String> authorizedSshKeys(DomainId domain, String user, int flags) {
        var call = new DomainAuthorizedSshKeysGet(Identities.remote(domain), user, flags);
        return calls.domainAuthorizedSshKeysGet(call).keys();
    }

    @Override
    public void setAuthorizedSshKeys(
            DomainId domain,
            String user,
            List<String> keys,
            Flags<DomainAuthorizedSshKeysFlag> flags) {
        calls.domainAuthorizedSshKeysSet(
                new DomainAuthorizedSshKeysSet(
                        Identities.remote(domain), user, keys, flags.bits()));
    }

    @Override
    public void setAgentResponseTimeout(DomainId domain, int seconds, int flags) {
        calls.domainAgentSetResponseTimeout(
                new DomainAgentSetResponseTimeout(Identities.remote(domain), seconds, flags));
    }

    @Override
    public void sendProcessSignal(
            DomainId domain, long pid, DomainProcessSignal signal, int flags) {
        calls.domainSendProcessSignal(
                new DomainSendProcessSignal(Identities.remote(domain), pid, signal.code(), flags));
    }

    @Override
    public void suspend(DomainId domain, NodeSuspendTarget target, long seconds, int flags) {
        calls.domainPmSuspendForDuration(
                new DomainPmSuspendForDuration(
                        Identities.remote(domain), target.code(), seconds, flags));
    }

    @Override
    public void wakeup(DomainId domain, int flags) {
        calls.domainPmWakeup(new DomainPmWakeup(Identities.remote(domain), flags));
    }
}
