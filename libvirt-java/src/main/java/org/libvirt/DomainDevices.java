package org.libvirt;

import dev.jvirt.api.Flags;
import dev.jvirt.api.domain.DomainDeviceModifyFlag;
import org.jspecify.annotations.Nullable;

/// What a [Domain] has in it, and the talk with QEMU and the guest: a fourth of its methods.
abstract sealed class DomainDevices extends DomainCopies permits Domain {
    private static final Flags<DomainDeviceModifyFlag> LIVE = Flags.of(DomainDeviceModifyFlag.LIVE);

    DomainDevices(Connect connect, dev.jvirt.api.Domain domain) {
        super(connect, domain);
    }

    // -- devices --

    /// Gives a running domain another device (`virDomainAttachDevice`).
    public void attachDevice(String xmlDesc) throws LibvirtException {
        handle().run(
                        "virDomainAttachDevice",
                        "xml",
                        xmlDesc,
                        (domain, xml) -> domain.devices().attach(xml, LIVE));
    }

    /// Gives it another device (`virDomainAttachDeviceFlags`).
    ///
    /// @param flags of [Domain.DeviceModifyFlags]
    public void attachDeviceFlags(String xmlDesc, int flags) throws LibvirtException {
        handle().run(
                        "virDomainAttachDeviceFlags",
                        "xml",
                        xmlDesc,
                        (domain, xml) -> domain.devices().attach(xml, new Flags<>(flags)));
    }

    /// Takes a device from a running domain (`virDomainDetachDevice`).
    public void detachDevice(String xmlDesc) throws LibvirtException {
        handle().run(
                        "virDomainDetachDevice",
                        "xml",
                        xmlDesc,
                        (domain, xml) -> domain.devices().detach(xml, LIVE));
    }

    /// Takes a device from it (`virDomainDetachDeviceFlags`).
    ///
    /// @param flags of [Domain.DeviceModifyFlags]
    public void detachDeviceFlags(String xmlDesc, int flags) throws LibvirtException {
        handle().run(
                        "virDomainDetachDeviceFlags",
                        "xml",
                        xmlDesc,
                        (domain, xml) -> domain.devices().detach(xml, new Flags<>(flags)));
    }

    /// Changes a device (`virDomainUpdateDeviceFlags`).
    ///
    /// @param flags of [Domain.DeviceModifyFlags]
    /// @return 0
    public int updateDeviceFlags(String xml, int flags) throws LibvirtException {
        handle().run(
                        "virDomainUpdateDeviceFlags",
                        "xml",
                        xml,
                        (domain, given) -> domain.devices().update(given, new Flags<>(flags)));
        return 0;
    }

    /// Gives a disk another size (`virDomainBlockResize`).
    ///
    /// @param size in KiB, or in bytes with [Domain.BlockResizeFlags#BYTES]
    public void blockResize(String disk, long size, int flags) throws LibvirtException {
        handle().run(
                        "virDomainBlockResize",
                        "disk",
                        disk,
                        (domain, given) -> domain.disks().resize(given, size, new Flags<>(flags)));
    }

    /// Presses keys together (`virDomainSendKey`).
    ///
    /// @param holdtime in milliseconds
    public void sendKey(KeycodeSet codeset, int holdtime, int... keys) throws LibvirtException {
        handle().run(
                        "virDomainSendKey",
                        domain ->
                                domain.devices()
                                        .sendKey(Requests.keys(codeset, holdtime, keys), 0));
    }

    /// Has a stream read a picture of a screen (`virDomainScreenshot`).
    ///
    /// @param stream a new one
    /// @return the MIME type of the picture
    public String screenshot(Stream stream, int screen) throws LibvirtException {
        StreamPipe.Picture picture =
                handle().call(
                                "virDomainScreenshot",
                                domain -> StreamPipe.screenshot(domain, screen));
        stream.open(picture.bytes());
        return picture.mimeType();
    }

    // -- QEMU --

    /// Asks the guest agent (`virDomainQemuAgentCommand`).
    ///
    /// @param timeout in seconds; -2: none, -1: the usual one, 0: do not wait
    public @Nullable String qemuAgentCommand(String cmd, int timeout, int flags)
            throws LibvirtException {
        return handle().call(
                        "virDomainQemuAgentCommand",
                        "cmd",
                        cmd,
                        (domain, command) -> domain.qemu().agentCommand(command, timeout, flags))
                .orElse(null);
    }

    /// Asks the monitor of QEMU (`virDomainQemuMonitorCommand`).
    ///
    /// @param flags 1 for a command as people type it
    public String qemuMonitorCommand(String cmd, int flags) throws LibvirtException {
        return handle().call(
                        "virDomainQemuMonitorCommand",
                        "cmd",
                        cmd,
                        (domain, command) ->
                                domain.qemu().monitorCommand(command, new Flags<>(flags)));
    }
}
