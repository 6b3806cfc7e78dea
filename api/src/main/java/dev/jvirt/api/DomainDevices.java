package dev.jvirt.api;

import dev.jvirt.api.domain.DomainChannelFlag;
import dev.jvirt.api.domain.DomainDeviceModifyFlag;
import dev.jvirt.api.domain.DomainFdAssociateFlag;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainOpenGraphicsFlag;
import dev.jvirt.api.domain.GraphicsReloadType;
import dev.jvirt.api.domain.KeyPress;
import dev.jvirt.api.driver.DomainDeviceDriver;
import java.util.List;
import java.util.Optional;

/// The devices of a domain: attach, detach, change; consoles, graphics, keys.
///
/// Calls that pass files work on connections through a unix socket of this host; others throw
/// INTERNAL_ERROR or ARGUMENT_UNSUPPORTED.
///
/// @param domain that it belongs to
public record DomainDevices(Domain domain) {
    private DomainId id() {
        return domain.identity();
    }

    private DomainDeviceDriver changing(String function) {
        return domain.connection().changing(ErrorDomain.DOMAIN, function).domainDevices();
    }

    // -- attach, detach, change --

    /// Adds a device to the running domain, to its definition, or to both
    /// (`virDomainAttachDeviceFlags`). With LIVE it does what `virDomainAttachDevice` does.
    ///
    /// @param xml the document of the device, for example a `<disk>`
    /// @since 0.7.7
    public void attach(String xml, Flags<DomainDeviceModifyFlag> flags) {
        changing("virDomainAttachDeviceFlags").attach(id(), xml, flags);
    }

    /// Removes a device (`virDomainDetachDeviceFlags`). The guest may take its time to let go
    /// of it: an event tells when it is gone. With LIVE it does what `virDomainDetachDevice` does.
    ///
    /// @param xml the document of the device; it says enough to find it
    /// @since 0.7.7
    public void detach(String xml, Flags<DomainDeviceModifyFlag> flags) {
        changing("virDomainDetachDeviceFlags").detach(id(), xml, flags);
    }

    /// Asks to remove the device with that alias, and does not wait until it is gone
    /// (`virDomainDetachDeviceAlias`).
    ///
    /// @since 4.4.0
    public void detachAlias(String alias, Flags<DomainDeviceModifyFlag> flags) {
        changing("virDomainDetachDeviceAlias").detachAlias(id(), alias, flags);
    }

    /// Changes what can be changed of a device, for example the medium of a CD-ROM
    /// (`virDomainUpdateDeviceFlags`).
    ///
    /// @param xml the whole document of the device as it shall be
    /// @since 0.8.0
    public void update(String xml, Flags<DomainDeviceModifyFlag> flags) {
        changing("virDomainUpdateDeviceFlags").update(id(), xml, flags);
    }

    // -- displays --

    /// Connects one end of a socket pair to a display; the caller keeps the other
    /// (`virDomainOpenGraphics`).
    ///
    /// @param index of the display, from 0
    /// @param socket stays open here, and is the caller's to close
    /// @throws LibvirtException INVALID_ARG if it is no socket
    /// @since 0.9.7
    public void openGraphics(int index, OpenFile socket, Flags<DomainOpenGraphicsFlag> flags) {
        String function = "virDomainOpenGraphics";
        domain.connection().reading(function);
        new SocketCheck(function, socket).check();
        changing(function).openGraphics(id(), index, socket, flags);
    }

    /// Connects to a display (`virDomainOpenGraphicsFD`).
    ///
    /// @param index of the display, from 0
    /// @return a socket, which is the caller's to close
    /// @since 1.2.8
    public OpenFile openGraphics(int index, Flags<DomainOpenGraphicsFlag> flags) {
        return changing("virDomainOpenGraphicsFD").openGraphics(id(), index, flags);
    }

    /// Has displays read their certificates anew (`virDomainGraphicsReload`).
    ///
    /// @param flags 0
    /// @since 10.2.0
    public void reloadGraphics(GraphicsReloadType type, int flags) {
        changing("virDomainGraphicsReload").reloadGraphics(id(), type, flags);
    }

    /// Takes a picture of a screen (`virDomainScreenshot`).
    ///
    /// @param screen from 0, counted over all video devices
    /// @param flags 0
    /// @since 0.9.2
    public DomainScreenshot screenshot(int screen, int flags) {
        var taken = changing("virDomainScreenshot").screenshot(id(), screen, flags);
        return new DomainScreenshot(taken.mimeType(), new Stream(taken.image()));
    }

    // -- channels, keys, files --

    /// Connects to a channel between host and guest (`virDomainOpenChannel`).
    ///
    /// @param name of the channel or its alias; empty for the first channel
    /// @since 1.0.2
    public Stream openChannel(Optional<String> name, Flags<DomainChannelFlag> flags) {
        return new Stream(changing("virDomainOpenChannel").openChannel(id(), name, flags));
    }

    /// Presses keys together, and releases them (`virDomainSendKey`).
    ///
    /// @param keys 1 to 16
    /// @param flags 0
    /// @since 0.9.3
    public void sendKey(KeyPress keys, int flags) {
        DomainDeviceDriver driver = changing("virDomainSendKey");
        var arguments = new DomainArguments("virDomainSendKey");
        arguments.positive("nkeycodes", keys.keycodes());
        if (keys.keycodes().size() > KeyPress.MAX_KEYS) {
            throw arguments.refused("nkeycodes", "nkeycodes must be <= " + KeyPress.MAX_KEYS);
        }
        driver.sendKey(id(), keys, flags);
    }

    /// Sends a non-maskable interrupt: most guests then write down what they are doing, or crash
    /// (`virDomainInjectNMI`).
    ///
    /// @param flags 0
    /// @since 0.9.2
    public void injectNmi(int flags) {
        changing("virDomainInjectNMI").injectNmi(id(), flags);
    }

    /// Gives open files to the domain, for disks whose source says `fdgroup='name'`
    /// (`virDomainFDAssociate`). They are kept as long as the connection is open.
    ///
    /// @param name of the group
    /// @param files at least one; the caller's to close, also at once
    /// @since 9.0.0
    public void associateFiles(
            String name, List<OpenFile> files, Flags<DomainFdAssociateFlag> flags) {
        DomainDeviceDriver driver = changing("virDomainFDAssociate");
        new DomainArguments("virDomainFDAssociate").nonZero("nfds", files.size());
        driver.associateFiles(id(), name, files, flags);
    }

    // -- encrypted guests --

    /// What the processor attests about the start of an encrypted guest, with names like
    /// `sev-measurement` (`virDomainGetLaunchSecurityInfo`).
    ///
    /// @param flags 0
    /// @throws LibvirtException OPERATION_DENIED on a read-only connection
    /// @since 4.5.0
    public TypedParameters launchSecurity(int flags) {
        return changing("virDomainGetLaunchSecurityInfo").launchSecurity(id(), flags);
    }

    /// Puts a secret into an encrypted guest that is still paused
    /// (`virDomainSetLaunchSecurityState`).
    ///
    /// @param state `sev-secret`, `sev-secret-header` and perhaps `sev-secret-set-address`
    /// @param flags 0
    /// @since 8.0.0
    public void setLaunchSecurity(TypedParameters state, int flags) {
        String function = "virDomainSetLaunchSecurityState";
        domain.connection().reading(function);
        new DomainArguments(function).positive("nparams", state.parameters());
        changing(function).setLaunchSecurity(id(), state, flags);
    }
}
