package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.domain.DomainChannelFlag;
import dev.jvirt.api.domain.DomainDeviceModifyFlag;
import dev.jvirt.api.domain.DomainFdAssociateFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainOpenGraphicsFlag;
import dev.jvirt.api.domain.GraphicsReloadType;
import dev.jvirt.api.domain.KeyPress;
import dev.jvirt.api.driver.DomainDeviceDriver;
import dev.jvirt.api.driver.Screenshot;
import dev.jvirt.api.driver.StreamChannel;
import dev.jvirt.bridge.Identities;
import dev.jvirt.bridge.Parameters;
import dev.jvirt.bridge.StringParameters;
import dev.jvirt.protocol.domain.DomainDeviceCalls.DomainAttachDeviceFlags;
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
import dev.jvirt.protocol.domain.DomainDeviceCallsClient;
import dev.jvirt.protocol.domain.DomainOpenChannelCodec;
import dev.jvirt.protocol.domain.DomainScreenshotCodec;
import dev.jvirt.protocol.domain.DomainScreenshotReplyCodec;
import java.util.List;
import java.util.Optional;

/// Devices of domains of the far host.
record RemoteDomainDeviceDriver(RemoteCaller caller) implements DomainDeviceDriver {

    private DomainDeviceCallsClient calls() {
        return new DomainDeviceCallsClient(caller);
    }

    @Override
    public void attach(DomainId domain, String xml, Flags<DomainDeviceModifyFlag> flags) {
        calls().domainAttachDeviceFlags(
                        new DomainAttachDeviceFlags(Identities.remote(domain), xml, flags.bits()));
    }

    @Override
    public void detach(DomainId domain, String xml, Flags<DomainDeviceModifyFlag> flags) {
        calls().domainDetachDeviceFlags(
                        new DomainDetachDeviceFlags(Identities.remote(domain), xml, flags.bits()));
    }

    @Override
    public void detachAlias(DomainId domain, String alias, Flags<DomainDeviceModifyFlag> flags) {
        calls().domainDetachDeviceAlias(
                        new DomainDetachDeviceAlias(
                                Identities.remote(domain), alias, flags.bits()));
    }

    @Override
    public void update(DomainId domain, String xml, Flags<DomainDeviceModifyFlag> flags) {
        calls().domainUpdateDeviceFlags(
                        new DomainUpdateDeviceFlags(Identities.remote(domain), xml, flags.bits()));
    }

    @Override
    public void openGraphics(
            DomainId domain, int index, OpenFile socket, Flags<DomainOpenGraphicsFlag> flags) {
        try (var passing = caller.passing(List.of(socket))) {
            new DomainDeviceCallsClient(passing)
                    .domainOpenGraphics(
                            new DomainOpenGraphics(Identities.remote(domain), index, flags.bits()));
        }
    }

    @Override
    public OpenFile openGraphics(DomainId domain, int index, Flags<DomainOpenGraphicsFlag> flags) {
        try (var passing = caller.passing(List.of())) {
            new DomainDeviceCallsClient(passing)
                    .domainOpenGraphicsFd(
                            new DomainOpenGraphicsFd(
                                    Identities.remote(domain), index, flags.bits()));
            return passing.takeOne();
        }
    }

    @Override
    public void reloadGraphics(DomainId domain, GraphicsReloadType type, int flags) {
        calls().domainGraphicsReload(
                        new DomainGraphicsReload(Identities.remote(domain), type.code(), flags));
    }

    @Override
    public StreamChannel openChannel(
            DomainId domain, Optional<String> name, Flags<DomainChannelFlag> flags) {
        return caller.openStream(
                DomainDeviceCallsClient.DOMAIN_OPEN_CHANNEL,
                DomainOpenChannelCodec.INSTANCE,
                new DomainOpenChannel(Identities.remote(domain), name, flags.bits()));
    }

    @Override
    public Screenshot screenshot(DomainId domain, int screen, int flags) {
        var opened =
                caller.openStream(
                        DomainDeviceCallsClient.DOMAIN_SCREENSHOT,
                        DomainScreenshotCodec.INSTANCE,
                        new DomainScreenshot(Identities.remote(domain), screen, flags),
                        DomainScreenshotReplyCodec.INSTANCE);
        Optional<String> mime = opened.reply().mime();
        if (mime.isEmpty()) {
            opened.stream().close();
            throw new LibvirtException(
                    ErrorDomain.RPC,
                    ErrorCode.INTERNAL_ERROR,
                    "the server took a picture and did not say of what type it is");
        }
        return new Screenshot(mime.get(), opened.stream());
    }

    @Override
    public void sendKey(DomainId domain, KeyPress keys, int flags) {
        calls().domainSendKey(
                        new DomainSendKey(
                                Identities.remote(domain),
                                keys.codeset().code(),
                                keys.holdTime(),
                                keys.keycodes(),
                                flags));
    }

    @Override
    public void injectNmi(DomainId domain, int flags) {
        calls().domainInjectNmi(new DomainInjectNmi(Identities.remote(domain), flags));
    }

    @Override
    public void associateFiles(
            DomainId domain,
            String name,
            List<OpenFile> files,
            Flags<DomainFdAssociateFlag> flags) {
        try (var passing = caller.passing(files)) {
            new DomainDeviceCallsClient(passing)
                    .domainFdAssociate(
                            new DomainFdAssociate(Identities.remote(domain), name, flags.bits()));
        }
    }

    @Override
    public TypedParameters launchSecurity(DomainId domain, int flags) {
        var call =
                new DomainGetLaunchSecurityInfo(
                        Identities.remote(domain), StringParameters.accepted(flags));
        return Parameters.local(calls().domainGetLaunchSecurityInfo(call).params());
    }

    @Override
    public void setLaunchSecurity(DomainId domain, TypedParameters state, int flags) {
        calls().domainSetLaunchSecurityState(
                        new DomainSetLaunchSecurityState(
                                Identities.remote(domain), Parameters.remote(state), flags));
    }
}
