package dev.jvirt.remote;

import dev.jvirt.api.Flags;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.DomainConsoleFlag;
import dev.jvirt.api.domain.DomainCreateFlag;
import dev.jvirt.api.domain.DomainDefineFlag;
import dev.jvirt.api.domain.DomainDestroyFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainInfo;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainRebootFlag;
import dev.jvirt.api.domain.DomainShutdownFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStateReason;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.DomainUndefineFlag;
import dev.jvirt.api.domain.DomainXmlFlag;
import dev.jvirt.api.domain.SecurityLabel;
import dev.jvirt.api.driver.DomainDriver;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.api.event.DomainEvent;
import dev.jvirt.api.event.DomainEventId;
import dev.jvirt.api.event.Subscription;
import dev.jvirt.bridge.Identities;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainCreateWithFiles;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainCreateXmlWithFiles;
import dev.jvirt.protocol.domain.DomainDeviceCallsClient;
import dev.jvirt.protocol.remote.DomainCalls.ConnectListAllDomains;
import dev.jvirt.protocol.remote.DomainCalls.DomainCreateWithFlags;
import dev.jvirt.protocol.remote.DomainCalls.DomainCreateXml;
import dev.jvirt.protocol.remote.DomainCalls.DomainDefineXml;
import dev.jvirt.protocol.remote.DomainCalls.DomainDefineXmlFlags;
import dev.jvirt.protocol.remote.DomainCalls.DomainDestroy;
import dev.jvirt.protocol.remote.DomainCalls.DomainDestroyFlags;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetAutostart;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetAutostartOnce;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetInfo;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetMaxMemory;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetMaxVcpus;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetMessages;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetOsType;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetSecurityLabel;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetSecurityLabelList;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetState;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetXmlDesc;
import dev.jvirt.protocol.remote.DomainCalls.DomainHasManagedSaveImage;
import dev.jvirt.protocol.remote.DomainCalls.DomainIsActive;
import dev.jvirt.protocol.remote.DomainCalls.DomainIsPersistent;
import dev.jvirt.protocol.remote.DomainCalls.DomainIsUpdated;
import dev.jvirt.protocol.remote.DomainCalls.DomainLookupById;
import dev.jvirt.protocol.remote.DomainCalls.DomainLookupByName;
import dev.jvirt.protocol.remote.DomainCalls.DomainLookupByUuid;
import dev.jvirt.protocol.remote.DomainCalls.DomainOpenConsole;
import dev.jvirt.protocol.remote.DomainCalls.DomainReboot;
import dev.jvirt.protocol.remote.DomainCalls.DomainRename;
import dev.jvirt.protocol.remote.DomainCalls.DomainReset;
import dev.jvirt.protocol.remote.DomainCalls.DomainResume;
import dev.jvirt.protocol.remote.DomainCalls.DomainSetAutostart;
import dev.jvirt.protocol.remote.DomainCalls.DomainSetAutostartOnce;
import dev.jvirt.protocol.remote.DomainCalls.DomainShutdown;
import dev.jvirt.protocol.remote.DomainCalls.DomainShutdownFlags;
import dev.jvirt.protocol.remote.DomainCalls.DomainSuspend;
import dev.jvirt.protocol.remote.DomainCalls.DomainUndefine;
import dev.jvirt.protocol.remote.DomainCalls.DomainUndefineFlags;
import dev.jvirt.protocol.remote.DomainCallsClient;
import dev.jvirt.protocol.remote.DomainOpenConsoleCodec;
import dev.jvirt.protocol.remote.RemoteDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The domains of the far host: an API call becomes a wire call.
///
/// Where libvirt has a call without flags beside one with flags, the older one is sent when there
/// are none: every daemon has it.
final class RemoteDomainDriver implements DomainDriver {
    private final RemoteSession session;
    private final RemoteCaller caller;
    private final DomainCallsClient calls;

    RemoteDomainDriver(RemoteSession session, RemoteCaller caller) {
        this.session = session;
        this.caller = caller;
        this.calls = new DomainCallsClient(caller);
    }

    @Override
    public List<DomainId> list(Flags<DomainListFlag> flags) {
        var found =
                calls.connectListAllDomains(new ConnectListAllDomains(1, flags.bits())).domains();
        var domains = new ArrayList<DomainId>(found.size());
        for (RemoteDomain domain : found) {
            domains.add(Identities.local(domain));
        }
        return domains;
    }

    @Override
    public DomainId lookupById(int id) {
        return Identities.local(calls.domainLookupById(new DomainLookupById(id)).domain());
    }

    @Override
    public DomainId lookupByUuid(UUID uuid) {
        return Identities.local(calls.domainLookupByUuid(new DomainLookupByUuid(uuid)).domain());
    }

    @Override
    public DomainId lookupByName(String name) {
        return Identities.local(calls.domainLookupByName(new DomainLookupByName(name)).domain());
    }

    @Override
    public DomainId createXml(String xml, Flags<DomainCreateFlag> flags) {
        return Identities.local(
                calls.domainCreateXml(new DomainCreateXml(xml, flags.bits())).domain());
    }

    @Override
    public DomainId defineXml(String xml, Flags<DomainDefineFlag> flags) {
        return flags.bits() == 0
                ? Identities.local(calls.domainDefineXml(new DomainDefineXml(xml)).domain())
                : Identities.local(
                        calls.domainDefineXmlFlags(new DomainDefineXmlFlags(xml, flags.bits()))
                                .domain());
    }

    @Override
    public void undefine(DomainId domain, Flags<DomainUndefineFlag> flags) {
        if (flags.bits() == 0) {
            calls.domainUndefine(new DomainUndefine(Identities.remote(domain)));
        } else {
            calls.domainUndefineFlags(
                    new DomainUndefineFlags(Identities.remote(domain), flags.bits()));
        }
    }

    /// Always the call with flags: the other one does not return the new id.
    @Override
    public DomainId create(DomainId domain, Flags<DomainCreateFlag> flags) {
        return Identities.local(
                calls.domainCreateWithFlags(
                                new DomainCreateWithFlags(Identities.remote(domain), flags.bits()))
                        .domain());
    }

    @Override
    public DomainId createXmlWithFiles(
            String xml, List<OpenFile> files, Flags<DomainCreateFlag> flags) {
        try (var passing = caller.passing(files)) {
            var call = new DomainCreateXmlWithFiles(xml, flags.bits());
            return Identities.local(
                    new DomainDeviceCallsClient(passing).domainCreateXmlWithFiles(call).domain());
        }
    }

    @Override
    public DomainId createWithFiles(
            DomainId domain, List<OpenFile> files, Flags<DomainCreateFlag> flags) {
        try (var passing = caller.passing(files)) {
            var call = new DomainCreateWithFiles(Identities.remote(domain), flags.bits());
            return Identities.local(
                    new DomainDeviceCallsClient(passing).domainCreateWithFiles(call).domain());
        }
    }

    @Override
    public void shutdown(DomainId domain, Flags<DomainShutdownFlag> flags) {
        if (flags.bits() == 0) {
            calls.domainShutdown(new DomainShutdown(Identities.remote(domain)));
        } else {
            calls.domainShutdownFlags(
                    new DomainShutdownFlags(Identities.remote(domain), flags.bits()));
        }
    }

    @Override
    public void reboot(DomainId domain, Flags<DomainRebootFlag> flags) {
        calls.domainReboot(new DomainReboot(Identities.remote(domain), flags.bits()));
    }

    @Override
    public void reset(DomainId domain, int flags) {
        calls.domainReset(new DomainReset(Identities.remote(domain), flags));
    }

    @Override
    public void destroy(DomainId domain, Flags<DomainDestroyFlag> flags) {
        if (flags.bits() == 0) {
            calls.domainDestroy(new DomainDestroy(Identities.remote(domain)));
        } else {
            calls.domainDestroyFlags(
                    new DomainDestroyFlags(Identities.remote(domain), flags.bits()));
        }
    }

    @Override
    public void suspend(DomainId domain) {
        calls.domainSuspend(new DomainSuspend(Identities.remote(domain)));
    }

    @Override
    public void resume(DomainId domain) {
        calls.domainResume(new DomainResume(Identities.remote(domain)));
    }

    @Override
    public DomainInfo info(DomainId domain) {
        var info = calls.domainGetInfo(new DomainGetInfo(Identities.remote(domain)));
        return new DomainInfo(
                DomainState.of(info.state()),
                info.maxMem(),
                info.memory(),
                Short.toUnsignedInt(info.nrVirtCpu()),
                info.cpuTime());
    }

    @Override
    public DomainStatus state(DomainId domain, int flags) {
        var reply = calls.domainGetState(new DomainGetState(Identities.remote(domain), flags));
        DomainState state = DomainState.of(reply.state());
        return new DomainStatus(state, DomainStateReason.of(state, reply.reason()));
    }

    @Override
    public String xml(DomainId domain, Flags<DomainXmlFlag> flags) {
        return calls.domainGetXmlDesc(new DomainGetXmlDesc(Identities.remote(domain), flags.bits()))
                .xml();
    }

    @Override
    public String osType(DomainId domain) {
        return calls.domainGetOsType(new DomainGetOsType(Identities.remote(domain))).type();
    }

    @Override
    public long maxMemory(DomainId domain) {
        return calls.domainGetMaxMemory(new DomainGetMaxMemory(Identities.remote(domain))).memory();
    }

    @Override
    public int maxVcpus(DomainId domain) {
        return calls.domainGetMaxVcpus(new DomainGetMaxVcpus(Identities.remote(domain))).num();
    }

    @Override
    public boolean autostart(DomainId domain) {
        return calls.domainGetAutostart(new DomainGetAutostart(Identities.remote(domain)))
                        .autostart()
                != 0;
    }

    @Override
    public void setAutostart(DomainId domain, boolean autostart) {
        calls.domainSetAutostart(
                new DomainSetAutostart(Identities.remote(domain), autostart ? 1 : 0));
    }

    @Override
    public boolean autostartOnce(DomainId domain) {
        var call = new DomainGetAutostartOnce(Identities.remote(domain));
        return calls.domainGetAutostartOnce(call).autostart() != 0;
    }

    @Override
    public void setAutostartOnce(DomainId domain, boolean autostart) {
        calls.domainSetAutostartOnce(
                new DomainSetAutostartOnce(Identities.remote(domain), autostart ? 1 : 0));
    }

    @Override
    public boolean isActive(DomainId domain) {
        return calls.domainIsActive(new DomainIsActive(Identities.remote(domain))).active() != 0;
    }

    @Override
    public boolean isPersistent(DomainId domain) {
        return calls.domainIsPersistent(new DomainIsPersistent(Identities.remote(domain)))
                        .persistent()
                != 0;
    }

    @Override
    public boolean isUpdated(DomainId domain) {
        return calls.domainIsUpdated(new DomainIsUpdated(Identities.remote(domain))).updated() != 0;
    }

    @Override
    public boolean hasManagedSave(DomainId domain, int flags) {
        var call = new DomainHasManagedSaveImage(Identities.remote(domain), flags);
        return calls.domainHasManagedSaveImage(call).result() != 0;
    }

    @Override
    public List<String> messages(DomainId domain, int flags) {
        return calls.domainGetMessages(new DomainGetMessages(Identities.remote(domain), flags))
                .messages();
    }

    @Override
    public List<SecurityLabel> securityLabels(DomainId domain) {
        var reply =
                calls.domainGetSecurityLabelList(
                        new DomainGetSecurityLabelList(Identities.remote(domain)));
        if (reply.ret() < 0) {
            // The one call whose failures arrive as a success without a reason: mostly the driver
            // knows one label only.
            return List.of(
                    label(
                            calls.domainGetSecurityLabel(
                                    new DomainGetSecurityLabel(Identities.remote(domain)))));
        }
        var labels = new ArrayList<SecurityLabel>(reply.labels().size());
        for (var label : reply.labels()) {
            labels.add(label(label));
        }
        return labels;
    }

    private static SecurityLabel label(DomainGetSecurityLabel.Reply label) {
        return new SecurityLabel(label.label().text(), label.enforcing() != 0);
    }

    @Override
    public DomainId rename(DomainId domain, String newName, int flags) {
        calls.domainRename(
                new DomainRename(Identities.remote(domain), Optional.of(newName), flags));
        return new DomainId(newName, domain.uuid(), domain.id());
    }

    @Override
    public StreamChannel openConsole(
            DomainId domain, Optional<String> device, Flags<DomainConsoleFlag> flags) {
        return caller.openStream(
                DomainCallsClient.DOMAIN_OPEN_CONSOLE,
                DomainOpenConsoleCodec.INSTANCE,
                new DomainOpenConsole(Identities.remote(domain), device, flags.bits()));
    }

    @Override
    public Subscription subscribe(
            DomainEventId kind, Optional<DomainId> domain, Consumer<DomainEvent> handler) {
        return session.events().domains().subscribe(kind, domain, handler);
    }
}
