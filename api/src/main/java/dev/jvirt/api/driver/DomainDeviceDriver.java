package dev.jvirt.api.driver;

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
import java.util.List;
import java.util.Optional;

/// What a driver can do with the devices of domains. A driver overrides what it supports; the
/// rest answers NO_SUPPORT.
///
/// Files that a driver is given are open for the time of the call: one that needs a file for longer
/// duplicates it. Files that it returns it gives away.
public interface DomainDeviceDriver {
    /// Adds a device.
    @Since("0.7.7")
    default void attach(DomainId domain, String xml, Flags<DomainDeviceModifyFlag> flags) {
        throw unsupported("virDomainAttachDeviceFlags");
    }

    /// Removes a device.
    @Since("0.7.7")
    default void detach(DomainId domain, String xml, Flags<DomainDeviceModifyFlag> flags) {
        throw unsupported("virDomainDetachDeviceFlags");
    }

    /// Removes the device with that alias.
    @Since("4.4.0")
    default void detachAlias(DomainId domain, String alias, Flags<DomainDeviceModifyFlag> flags) {
        throw unsupported("virDomainDetachDeviceAlias");
    }

    /// Changes a device.
    @Since("0.8.0")
    default void update(DomainId domain, String xml, Flags<DomainDeviceModifyFlag> flags) {
        throw unsupported("virDomainUpdateDeviceFlags");
    }

    /// Connects one end of a socket pair to a display.
    ///
    /// @param index of the display, from 0
    @Since("0.9.7")
    default void openGraphics(
            DomainId domain, int index, OpenFile socket, Flags<DomainOpenGraphicsFlag> flags) {
        throw unsupported("virDomainOpenGraphics");
    }

    /// Connects to a display.
    ///
    /// @param index of the display, from 0
    @Since("1.2.8")
    default OpenFile openGraphics(DomainId domain, int index, Flags<DomainOpenGraphicsFlag> flags) {
        throw unsupported("virDomainOpenGraphicsFD");
    }

    /// Has displays read their certificates and configuration anew. `flags` must be 0.
    @Since("10.2.0")
    default void reloadGraphics(DomainId domain, GraphicsReloadType type, int flags) {
        throw unsupported("virDomainGraphicsReload");
    }

    /// Connects to a channel between host and guest.
    ///
    /// @param name of the channel or its alias; empty for the first channel
    @Since("1.0.2")
    default StreamChannel openChannel(
            DomainId domain, Optional<String> name, Flags<DomainChannelFlag> flags) {
        throw unsupported("virDomainOpenChannel");
    }

    /// Takes a picture of a screen. `flags` must be 0.
    ///
    /// @param screen from 0
    @Since("0.9.2")
    default Screenshot screenshot(DomainId domain, int screen, int flags) {
        throw unsupported("virDomainScreenshot");
    }

    /// Presses and releases keys. `flags` must be 0.
    @Since("0.9.3")
    default void sendKey(DomainId domain, KeyPress keys, int flags) {
        throw unsupported("virDomainSendKey");
    }

    /// Sends a non-maskable interrupt. `flags` must be 0.
    @Since("0.9.2")
    default void injectNmi(DomainId domain, int flags) {
        throw unsupported("virDomainInjectNMI");
    }

    /// Keeps open files that the domain's document names as a group, until the connection ends.
    ///
    /// @param name of the group
    @Since("9.0.0")
    default void associateFiles(
            DomainId domain,
            String name,
            List<OpenFile> files,
            Flags<DomainFdAssociateFlag> flags) {
        throw unsupported("virDomainFDAssociate");
    }

    /// What the processor attests about the start of an encrypted guest. `flags` must be 0.
    @Since("4.5.0")
    default TypedParameters launchSecurity(DomainId domain, int flags) {
        throw unsupported("virDomainGetLaunchSecurityInfo");
    }

    /// Puts a secret into an encrypted guest before it runs. `flags` must be 0.
    @Since("8.0.0")
    default void setLaunchSecurity(DomainId domain, TypedParameters state, int flags) {
        throw unsupported("virDomainSetLaunchSecurityState");
    }

    private static LibvirtException unsupported(String function) {
        return LibvirtException.unsupported(ErrorDomain.DOMAIN, function);
    }
}
