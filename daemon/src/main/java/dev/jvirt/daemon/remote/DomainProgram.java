package dev.jvirt.daemon.remote;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.SecurityLabel;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.bridge.Identities;
import dev.jvirt.daemon.access.CallAccess;
import dev.jvirt.protocol.remote.DomainCalls.ConnectListAllDomains;
import dev.jvirt.protocol.remote.DomainCalls.ConnectListDefinedDomains;
import dev.jvirt.protocol.remote.DomainCalls.ConnectListDomains;
import dev.jvirt.protocol.remote.DomainCalls.ConnectNumOfDefinedDomains;
import dev.jvirt.protocol.remote.DomainCalls.ConnectNumOfDomains;
import dev.jvirt.protocol.remote.DomainCalls.DomainCreate;
import dev.jvirt.protocol.remote.DomainCalls.DomainCreateWithFlags;
import dev.jvirt.protocol.remote.DomainCalls.DomainCreateXml;
import dev.jvirt.protocol.remote.DomainCalls.DomainDefineXml;
import dev.jvirt.protocol.remote.DomainCalls.DomainDefineXmlFlags;
import dev.jvirt.protocol.remote.DomainCalls.DomainDestroy;
import dev.jvirt.protocol.remote.DomainCalls.DomainDestroyFlags;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetAutostart;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetAutostartOnce;
import dev.jvirt.protocol.remote.DomainCalls.DomainGetControlInfo;
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
import dev.jvirt.protocol.remote.DomainCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.protocol.wire.Opaque;
import dev.jvirt.rpc.server.IncomingCall;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Domains.
record DomainProgram(RemoteSession session, IncomingCall call) implements DomainCallsHandler {

    private Domain domain(RemoteDomain named) {
        return session.connection().domain(Identities.local(named));
    }

    /// Makes a call of which the public API knows an older and a newer name, under the one by which
    /// the client knows it.
    private void named(RemoteDomain named, String function, Consumer<Domain> newer) {
        session.writable(ErrorDomain.DOMAIN, function);
        Domain domain = domain(named);
        NamedCall.run(ErrorDomain.DOMAIN, function, () -> newer.accept(domain));
    }

    private static RemoteDomain remote(Domain domain) {
        return Identities.remote(domain.identity());
    }

    private static int number(boolean truth) {
        return truth ? 1 : 0;
    }

    @Override
    public ConnectNumOfDomains.Reply connectNumOfDomains() {
        return new ConnectNumOfDomains.Reply(
                list("virConnectNumOfDomains", DomainListFlag.ACTIVE).size());
    }

    @Override
    public ConnectListDomains.Reply connectListDomains(ConnectListDomains message) {
        var active = list("virConnectListDomains", DomainListFlag.ACTIVE);
        int max = message.maxids();
        ListLimits.check(max, ListLimits.DOMAINS, "maxids", "REMOTE_DOMAIN_LIST_MAX");
        return new ConnectListDomains.Reply(
                active.stream().flatMap(domain -> domain.id().stream()).limit(max).toList());
    }

    @Override
    public ConnectNumOfDefinedDomains.Reply connectNumOfDefinedDomains() {
        return new ConnectNumOfDefinedDomains.Reply(
                list("virConnectNumOfDefinedDomains", DomainListFlag.INACTIVE).size());
    }

    @Override
    public ConnectListDefinedDomains.Reply connectListDefinedDomains(
            ConnectListDefinedDomains message) {
        var inactive = list("virConnectListDefinedDomains", DomainListFlag.INACTIVE);
        int max = message.maxnames();
        ListLimits.check(max, ListLimits.DOMAINS, "maxnames", "REMOTE_DOMAIN_LIST_MAX");
        return new ConnectListDefinedDomains.Reply(ListLimits.names(inactive, Domain::name, max));
    }

    private List<Domain> list(String function, DomainListFlag flag) {
        var connection = session.connection();
        return CallAccess.visible(
                NamedCall.of(
                        ErrorDomain.DOMAIN, function, () -> connection.domains(Flags.of(flag))));
    }

    @Override
    public ConnectListAllDomains.Reply connectListAllDomains(ConnectListAllDomains message) {
        var found = CallAccess.visible(session.connection().domains(new Flags<>(message.flags())));
        ListLimits.sendable(found, ListLimits.DOMAINS, "domain");
        var domains = new ArrayList<RemoteDomain>(message.needResults() == 0 ? 0 : found.size());
        if (message.needResults() != 0) {
            for (Domain domain : found) {
                domains.add(remote(domain));
            }
        }
        return new ConnectListAllDomains.Reply(domains, found.size());
    }

    @Override
    public DomainLookupById.Reply domainLookupById(DomainLookupById message) {
        return new DomainLookupById.Reply(
                remote(session.connection().lookupDomainById(message.id())));
    }

    @Override
    public DomainLookupByUuid.Reply domainLookupByUuid(DomainLookupByUuid message) {
        return new DomainLookupByUuid.Reply(
                remote(session.connection().lookupDomainByUuid(message.uuid())));
    }

    @Override
    public DomainLookupByName.Reply domainLookupByName(DomainLookupByName message) {
        return new DomainLookupByName.Reply(
                remote(session.connection().lookupDomainByName(message.name())));
    }

    @Override
    public DomainCreateXml.Reply domainCreateXml(DomainCreateXml message) {
        var created =
                session.connection()
                        .createDomainXml(message.xmlDesc(), new Flags<>(message.flags()));
        return new DomainCreateXml.Reply(remote(created));
    }

    @Override
    public DomainDefineXml.Reply domainDefineXml(DomainDefineXml message) {
        String function = "virDomainDefineXML";
        var connection = session.writable(ErrorDomain.DOMAIN, function);
        var defined =
                NamedCall.of(
                        ErrorDomain.DOMAIN,
                        function,
                        () -> connection.defineDomainXml(message.xml(), Flags.none()));
        return new DomainDefineXml.Reply(remote(defined));
    }

    @Override
    public DomainDefineXmlFlags.Reply domainDefineXmlFlags(DomainDefineXmlFlags message) {
        String function = "virDomainDefineXMLFlags";
        var connection = session.writable(ErrorDomain.DOMAIN, function);
        var defined =
                NamedCall.of(
                        ErrorDomain.DOMAIN,
                        function,
                        () ->
                                connection.defineDomainXml(
                                        message.xml(), new Flags<>(message.flags())));
        return new DomainDefineXmlFlags.Reply(remote(defined));
    }

    @Override
    public void domainUndefine(DomainUndefine message) {
        named(message.domain(), "virDomainUndefine", domain -> domain.undefine(Flags.none()));
    }

    @Override
    public void domainUndefineFlags(DomainUndefineFlags message) {
        named(
                message.domain(),
                "virDomainUndefineFlags",
                domain -> domain.undefine(new Flags<>(message.flags())));
    }

    @Override
    public void domainCreate(DomainCreate message) {
        named(message.domain(), "virDomainCreate", domain -> domain.create(Flags.none()));
    }

    @Override
    public DomainCreateWithFlags.Reply domainCreateWithFlags(DomainCreateWithFlags message) {
        String function = "virDomainCreateWithFlags";
        session.writable(ErrorDomain.DOMAIN, function);
        var domain = domain(message.domain());
        NamedCall.run(
                ErrorDomain.DOMAIN, function, () -> domain.create(new Flags<>(message.flags())));
        return new DomainCreateWithFlags.Reply(remote(domain));
    }

    @Override
    public void domainShutdown(DomainShutdown message) {
        named(message.domain(), "virDomainShutdown", domain -> domain.shutdown(Flags.none()));
    }

    @Override
    public void domainShutdownFlags(DomainShutdownFlags message) {
        named(
                message.domain(),
                "virDomainShutdownFlags",
                domain -> domain.shutdown(new Flags<>(message.flags())));
    }

    @Override
    public void domainReboot(DomainReboot message) {
        domain(message.domain()).reboot(new Flags<>(message.flags()));
    }

    @Override
    public void domainReset(DomainReset message) {
        domain(message.domain()).reset(message.flags());
    }

    @Override
    public void domainDestroy(DomainDestroy message) {
        named(message.domain(), "virDomainDestroy", domain -> domain.destroy(Flags.none()));
    }

    @Override
    public void domainDestroyFlags(DomainDestroyFlags message) {
        named(
                message.domain(),
                "virDomainDestroyFlags",
                domain -> domain.destroy(new Flags<>(message.flags())));
    }

    @Override
    public void domainSuspend(DomainSuspend message) {
        domain(message.domain()).suspend();
    }

    @Override
    public void domainResume(DomainResume message) {
        domain(message.domain()).resume();
    }

    @Override
    public DomainRename.Reply domainRename(DomainRename message) {
        if (message.newName().isEmpty()) {
            throw LibvirtException.invalidArgument(
                    ErrorDomain.DOMAIN,
                    "virDomainRename",
                    "new_name",
                    "new_name in virDomainRename must not be NULL");
        }
        domain(message.domain()).rename(message.newName().get(), message.flags());
        return new DomainRename.Reply(0);
    }

    @Override
    public DomainGetInfo.Reply domainGetInfo(DomainGetInfo message) {
        var info = domain(message.domain()).info();
        return new DomainGetInfo.Reply(
                (byte) info.state().code(),
                info.maxMemory(),
                info.memory(),
                (short) info.vcpus(),
                info.cpuTime());
    }

    @Override
    public DomainGetState.Reply domainGetState(DomainGetState message) {
        var status = domain(message.domain()).state(message.flags());
        return new DomainGetState.Reply(status.state().code(), status.reason().code());
    }

    @Override
    public DomainGetXmlDesc.Reply domainGetXmlDesc(DomainGetXmlDesc message) {
        return new DomainGetXmlDesc.Reply(
                domain(message.domain()).xml(new Flags<>(message.flags())));
    }

    @Override
    public DomainGetOsType.Reply domainGetOsType(DomainGetOsType message) {
        return new DomainGetOsType.Reply(domain(message.domain()).osType());
    }

    @Override
    public DomainGetMaxMemory.Reply domainGetMaxMemory(DomainGetMaxMemory message) {
        return new DomainGetMaxMemory.Reply(domain(message.domain()).maxMemory());
    }

    @Override
    public DomainGetMaxVcpus.Reply domainGetMaxVcpus(DomainGetMaxVcpus message) {
        return new DomainGetMaxVcpus.Reply(domain(message.domain()).maxVcpus());
    }

    @Override
    public DomainGetAutostart.Reply domainGetAutostart(DomainGetAutostart message) {
        return new DomainGetAutostart.Reply(number(domain(message.domain()).autostart()));
    }

    @Override
    public void domainSetAutostart(DomainSetAutostart message) {
        domain(message.domain()).setAutostart(message.autostart() != 0);
    }

    @Override
    public DomainGetAutostartOnce.Reply domainGetAutostartOnce(DomainGetAutostartOnce message) {
        return new DomainGetAutostartOnce.Reply(number(domain(message.domain()).autostartOnce()));
    }

    @Override
    public void domainSetAutostartOnce(DomainSetAutostartOnce message) {
        domain(message.domain()).setAutostartOnce(message.autostart() != 0);
    }

    @Override
    public DomainIsActive.Reply domainIsActive(DomainIsActive message) {
        return new DomainIsActive.Reply(number(domain(message.domain()).isActive()));
    }

    @Override
    public DomainIsPersistent.Reply domainIsPersistent(DomainIsPersistent message) {
        return new DomainIsPersistent.Reply(number(domain(message.domain()).isPersistent()));
    }

    @Override
    public DomainIsUpdated.Reply domainIsUpdated(DomainIsUpdated message) {
        return new DomainIsUpdated.Reply(number(domain(message.domain()).isUpdated()));
    }

    @Override
    public DomainHasManagedSaveImage.Reply domainHasManagedSaveImage(
            DomainHasManagedSaveImage message) {
        return new DomainHasManagedSaveImage.Reply(
                number(domain(message.domain()).hasManagedSave(message.flags())));
    }

    @Override
    public DomainGetMessages.Reply domainGetMessages(DomainGetMessages message) {
        return new DomainGetMessages.Reply(domain(message.domain()).messages(message.flags()));
    }

    @Override
    public DomainGetControlInfo.Reply domainGetControlInfo(DomainGetControlInfo message) {
        var info = domain(message.domain()).statistics().control(message.flags());
        return new DomainGetControlInfo.Reply(
                info.state().code(), info.details(), info.stateTime());
    }

    @Override
    public DomainGetSecurityLabel.Reply domainGetSecurityLabel(DomainGetSecurityLabel message) {
        Domain domain = domain(message.domain());
        var labels =
                NamedCall.of(
                        ErrorDomain.DOMAIN, "virDomainGetSecurityLabel", domain::securityLabels);
        return labels.isEmpty()
                ? new DomainGetSecurityLabel.Reply(Opaque.terminated(""), 0)
                : label(labels.getFirst());
    }

    @Override
    public DomainGetSecurityLabelList.Reply domainGetSecurityLabelList(
            DomainGetSecurityLabelList message) {
        try {
            var labels = new ArrayList<DomainGetSecurityLabel.Reply>();
            for (SecurityLabel label : domain(message.domain()).securityLabels()) {
                labels.add(label(label));
            }
            return new DomainGetSecurityLabelList.Reply(labels, labels.size());
        } catch (LibvirtException e) {
            // The one call of which libvirt tells the failure in the result.
            return new DomainGetSecurityLabelList.Reply(List.of(), -1);
        }
    }

    private static DomainGetSecurityLabel.Reply label(SecurityLabel label) {
        return new DomainGetSecurityLabel.Reply(
                Opaque.terminated(label.label()), number(label.enforcing()));
    }

    @Override
    public void domainOpenConsole(DomainOpenConsole message) {
        var channel =
                domain(message.domain())
                        .openConsole(message.devName(), new Flags<>(message.flags()));
        StreamPump.start(call, channel);
    }
}
