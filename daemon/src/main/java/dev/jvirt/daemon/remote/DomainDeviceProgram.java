package dev.jvirt.daemon.remote;

import dev.jvirt.api.Domain;
import dev.jvirt.api.DomainDevices;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainDeviceModifyFlag;
import dev.jvirt.api.domain.GraphicsReloadType;
import dev.jvirt.api.domain.KeyPress;
import dev.jvirt.api.domain.KeycodeSet;
import dev.jvirt.api.driver.NamedCall;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.bridge.StringParameters;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainAttachDevice;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainAttachDeviceFlags;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainCreateWithFiles;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainCreateXmlWithFiles;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainDetachDevice;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainDetachDeviceAlias;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainDetachDeviceFlags;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainFdAssociate;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainGetLaunchSecurityInfo;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainGraphicsReload;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainInjectNmi;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainOpenChannel;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainOpenGraphics;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainOpenGraphicsFd;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainScreenshot;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainSendKey;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainSetLaunchSecurityState;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainUpdateDeviceFlags;
import dev.jvirt.protocol.domain.DomainDeviceCallsHandler;
import dev.jvirt.protocol.remote.RemoteDomain;
import dev.jvirt.rpc.server.IncomingCall;
import java.util.List;
import java.util.Optional;

/// Devices of domains, and domains that are started with files.
record DomainDeviceProgram(RemoteSession session, IncomingCall call)
        implements DomainDeviceCallsHandler {

    private Domain domain(RemoteDomain named) {
        return session.connection().domain(Identities.local(named));
    }

    private DomainDevices devices(RemoteDomain named) {
        return domain(named).devices();
    }

    /// The devices for a call with something that only the daemon checks, after this.
    private DomainDevices writable(RemoteDomain named, String function) {
        session.writable(ErrorDomain.DOMAIN, function);
        return devices(named);
    }

    /// The older call concerns the running domain.
    @Override
    public void domainAttachDevice(DomainAttachDevice message) {
        String function = "virDomainAttachDevice";
        var devices = writable(message.domain(), function);
        NamedCall.run(
                ErrorDomain.DOMAIN,
                function,
                () -> devices.attach(message.xml(), Flags.of(DomainDeviceModifyFlag.LIVE)));
    }

    @Override
    public void domainAttachDeviceFlags(DomainAttachDeviceFlags message) {
        devices(message.domain()).attach(message.xml(), new Flags<>(message.flags()));
    }

    /// The older call concerns the running domain.
    @Override
    public void domainDetachDevice(DomainDetachDevice message) {
        String function = "virDomainDetachDevice";
        var devices = writable(message.domain(), function);
        NamedCall.run(
                ErrorDomain.DOMAIN,
                function,
                () -> devices.detach(message.xml(), Flags.of(DomainDeviceModifyFlag.LIVE)));
    }

    @Override
    public void domainDetachDeviceFlags(DomainDetachDeviceFlags message) {
        devices(message.domain()).detach(message.xml(), new Flags<>(message.flags()));
    }

    @Override
    public void domainDetachDeviceAlias(DomainDetachDeviceAlias message) {
        devices(message.domain()).detachAlias(message.alias(), new Flags<>(message.flags()));
    }

    @Override
    public void domainUpdateDeviceFlags(DomainUpdateDeviceFlags message) {
        devices(message.domain()).update(message.xml(), new Flags<>(message.flags()));
    }

    @Override
    public void domainOpenGraphics(DomainOpenGraphics message) {
        writable(message.domain(), "virDomainOpenGraphics")
                .openGraphics(message.idx(), PassedFiles.one(call), new Flags<>(message.flags()));
    }

    @Override
    public void domainOpenGraphicsFd(DomainOpenGraphicsFd message) {
        var file =
                devices(message.domain()).openGraphics(message.idx(), new Flags<>(message.flags()));
        PassedFiles.reply(call, List.of(file));
    }

    @Override
    public void domainGraphicsReload(DomainGraphicsReload message) {
        var devices = writable(message.domain(), "virDomainGraphicsReload");
        var type =
                GraphicsReloadType.of(message.type())
                        .orElseThrow(
                                () ->
                                        refused(
                                                "virDomainGraphicsReload",
                                                "type",
                                                "unknown graphics type '%d'"
                                                        .formatted(message.type())));
        devices.reloadGraphics(type, message.flags());
    }

    private static LibvirtException refused(String function, String argument, String text) {
        return LibvirtException.invalidArgument(ErrorDomain.DOMAIN, function, argument, text);
    }

    @Override
    public void domainOpenChannel(DomainOpenChannel message) {
        var channel =
                devices(message.domain()).openChannel(message.name(), new Flags<>(message.flags()));
        StreamPump.start(call, channel);
    }

    @Override
    public DomainScreenshot.Reply domainScreenshot(DomainScreenshot message) {
        var shot = devices(message.domain()).screenshot(message.screen(), message.flags());
        StreamPump.start(call, shot.image());
        return new DomainScreenshot.Reply(Optional.of(shot.mimeType()));
    }

    @Override
    public void domainSendKey(DomainSendKey message) {
        var devices = writable(message.domain(), "virDomainSendKey");
        var codeset =
                KeycodeSet.of(message.codeset())
                        .orElseThrow(
                                () ->
                                        refused(
                                                "virDomainSendKey",
                                                "codeset",
                                                "Unsupported codeset '%d'"
                                                        .formatted(message.codeset())));
        devices.sendKey(
                new KeyPress(codeset, message.holdtime(), message.keycodes()), message.flags());
    }

    @Override
    public void domainInjectNmi(DomainInjectNmi message) {
        devices(message.domain()).injectNmi(message.flags());
    }

    @Override
    public void domainFdAssociate(DomainFdAssociate message) {
        devices(message.domain())
                .associateFiles(message.name(), PassedFiles.of(call), new Flags<>(message.flags()));
    }

    @Override
    public DomainGetLaunchSecurityInfo.Reply domainGetLaunchSecurityInfo(
            DomainGetLaunchSecurityInfo message) {
        int flags = message.flags();
        var info = devices(message.domain()).launchSecurity(StringParameters.local(flags));
        return new DomainGetLaunchSecurityInfo.Reply(StringParameters.remote(info, flags));
    }

    @Override
    public void domainSetLaunchSecurityState(DomainSetLaunchSecurityState message) {
        devices(message.domain())
                .setLaunchSecurity(Parameters.local(message.params()), message.flags());
    }

    @Override
    public DomainCreateXmlWithFiles.Reply domainCreateXmlWithFiles(
            DomainCreateXmlWithFiles message) {
        var created =
                session.connection()
                        .createDomainXmlWithFiles(
                                message.xmlDesc(),
                                PassedFiles.of(call),
                                new Flags<>(message.flags()));
        return new DomainCreateXmlWithFiles.Reply(Identities.remote(created.identity()));
    }

    @Override
    public DomainCreateWithFiles.Reply domainCreateWithFiles(DomainCreateWithFiles message) {
        var domain = domain(message.domain());
        domain.createWithFiles(PassedFiles.of(call), new Flags<>(message.flags()));
        return new DomainCreateWithFiles.Reply(Identities.remote(domain.identity()));
    }
}
