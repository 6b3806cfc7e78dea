package dev.jvirt.daemon.remote;

import dev.jvirt.api.DomainGuest;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainInterfaceAddressesSource;
import dev.jvirt.api.domain.DomainProcessSignal;
import dev.jvirt.api.domain.DomainTime;
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
import dev.jvirt.protocol.domain.DomainGuestCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;
import java.util.List;
import java.util.Optional;

/// The insides of guests.
record DomainGuestProgram(RemoteSession session) implements DomainGuestCallsHandler {

    private DomainGuest guest(RemoteDomain named) {
        return session.connection().domain(Identities.local(named)).guest();
    }

    /// The guest for a call whose arguments are looked at only if the call is allowed at all.
    private DomainGuest writable(RemoteDomain named, String function) {
        session.writable(ErrorDomain.DOMAIN, function);
        return guest(named);
    }

    private static String present(Optional<String> text, String function, String argument) {
        return text.orElseThrow(
                () ->
                        LibvirtException.invalidArgument(
                                ErrorDomain.DOMAIN,
                                function,
                                argument,
                                "%s in %s must not be NULL".formatted(argument, function)));
    }

    @Override
    public DomainGetHostname.Reply domainGetHostname(DomainGetHostname message) {
        return new DomainGetHostname.Reply(
                guest(message.domain()).hostname(new Flags<>(message.flags())));
    }

    @Override
    public DomainInterfaceAddresses.Reply domainInterfaceAddresses(
            DomainInterfaceAddresses message) {
        var source = DomainInterfaceAddressesSource.of(message.source());
        var found = guest(message.domain()).interfaceAddresses(source, message.flags());
        if (found.size() > ListLimits.INTERFACES) {
            throw WireErrors.internal(
                    "Number of interfaces, %d exceeds the max limit: %d"
                            .formatted(found.size(), ListLimits.INTERFACES));
        }
        return new DomainInterfaceAddresses.Reply(found.stream().map(Guests::remote).toList());
    }

    @Override
    public DomainGetGuestInfo.Reply domainGetGuestInfo(DomainGetGuestInfo message) {
        var info = guest(message.domain()).info(new Flags<>(message.types()), message.flags());
        ListLimits.sendableParameters(info.size(), ListLimits.GUEST_INFO);
        return new DomainGetGuestInfo.Reply(Parameters.remote(info));
    }

    @Override
    public DomainGetGuestVcpus.Reply domainGetGuestVcpus(DomainGetGuestVcpus message) {
        var vcpus = guest(message.domain()).vcpus(message.flags());
        ListLimits.sendableParameters(vcpus.size(), ListLimits.GUEST_VCPUS);
        return new DomainGetGuestVcpus.Reply(Parameters.remote(vcpus));
    }

    @Override
    public void domainSetGuestVcpus(DomainSetGuestVcpus message) {
        guest(message.domain()).setVcpus(message.cpumap(), message.state(), message.flags());
    }

    @Override
    public DomainGetTime.Reply domainGetTime(DomainGetTime message) {
        var time = guest(message.domain()).time(message.flags());
        return new DomainGetTime.Reply(time.seconds(), time.nanoseconds());
    }

    @Override
    public void domainSetTime(DomainSetTime message) {
        guest(message.domain())
                .setTime(
                        new DomainTime(message.seconds(), message.nseconds()),
                        new Flags<>(message.flags()));
    }

    @Override
    public DomainGetFsinfo.Reply domainGetFsinfo(DomainGetFsinfo message) {
        var found = guest(message.domain()).filesystems(message.flags());
        if (found.size() > ListLimits.FILESYSTEMS) {
            throw WireErrors.protocol(
                    "Too many mountpoints in fsinfo: %d for limit %d"
                            .formatted(found.size(), ListLimits.FILESYSTEMS));
        }
        for (var filesystem : found) {
            if (filesystem.devices().size() > ListLimits.FILESYSTEMS) {
                throw WireErrors.protocol(
                        "Too many disks in fsinfo: %d for limit %d"
                                .formatted(filesystem.devices().size(), ListLimits.FILESYSTEMS));
            }
        }
        return new DomainGetFsinfo.Reply(found.stream().map(Guests::remote).toList(), found.size());
    }

    @Override
    public DomainFsfreeze.Reply domainFsfreeze(DomainFsfreeze message) {
        return new DomainFsfreeze.Reply(
                guest(message.domain()).freeze(message.mountpoints(), message.flags()));
    }

    @Override
    public DomainFsthaw.Reply domainFsthaw(DomainFsthaw message) {
        return new DomainFsthaw.Reply(
                guest(message.domain()).thaw(message.mountpoints(), message.flags()));
    }

    @Override
    public void domainFstrim(DomainFstrim message) {
        guest(message.domain()).trim(message.mountPoint(), message.minimum(), message.flags());
    }

    @Override
    public void domainSetUserPassword(DomainSetUserPassword message) {
        String function = "virDomainSetUserPassword";
        var guest = writable(message.domain(), function);
        String user = present(message.user(), function, "user");
        String password = present(message.password(), function, "password");
        guest.setUserPassword(user, password, new Flags<>(message.flags()));
    }

    @Override
    public DomainAuthorizedSshKeysGet.Reply domainAuthorizedSshKeysGet(
            DomainAuthorizedSshKeysGet message) {
        List<String> keys =
                guest(message.domain()).authorizedSshKeys(message.user(), message.flags());
        if (keys.size() > ListLimits.SSH_KEYS) {
            // "liit": programs may look for libvirt's very words.
            throw WireErrors.internal(
                    "Number of keys %d, which exceeds max liit: %d"
                            .formatted(keys.size(), ListLimits.SSH_KEYS));
        }
        return new DomainAuthorizedSshKeysGet.Reply(keys);
    }

    @Override
    public void domainAuthorizedSshKeysSet(DomainAuthorizedSshKeysSet message) {
        guest(message.domain())
                .setAuthorizedSshKeys(message.user(), message.keys(), new Flags<>(message.flags()));
    }

    @Override
    public DomainAgentSetResponseTimeout.Reply domainAgentSetResponseTimeout(
            DomainAgentSetResponseTimeout message) {
        guest(message.domain()).setAgentResponseTimeout(message.timeout(), message.flags());
        return new DomainAgentSetResponseTimeout.Reply(0);
    }

    @Override
    public void domainSendProcessSignal(DomainSendProcessSignal message) {
        var guest = writable(message.domain(), "virDomainSendProcessSignal");
        guest.sendProcessSignal(
                message.pidValue(), DomainProcessSignal.of(message.signum()), message.flags());
    }

    @Override
    public void domainPmSuspendForDuration(DomainPmSuspendForDuration message) {
        var guest = writable(message.domain(), "virDomainPMSuspendForDuration");
        guest.suspend(NodeSuspendTarget.of(message.target()), message.duration(), message.flags());
    }

    @Override
    public void domainPmWakeup(DomainPmWakeup message) {
        guest(message.domain()).wakeup(message.flags());
    }
}
