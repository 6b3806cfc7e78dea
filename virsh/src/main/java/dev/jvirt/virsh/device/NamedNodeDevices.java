package dev.jvirt.virsh.device;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeDevice;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Lookup;
import dev.jvirt.virsh.object.Subject;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;

/// Finds the device that a command names, by its name or by the two numbers of a SCSI host.
record NamedNodeDevices(Hypervisor hypervisor) {
    static final String OPTION = "device";
    private static final int WWN_DIGITS = 16;

    /// The option that names it in either way.
    Option option() {
        return Option.data(OPTION, "device name, or its numbers in the form wwnn,wwpn")
                .completedBy(names());
    }

    /// The option that gives its name.
    Option nameOption() {
        return Option.data(OPTION, "device name").completedBy(names());
    }

    /// Completes the names of devices.
    Completer names() {
        return Lookup.names(
                () -> hypervisor.connection().nodeDevices().list(Flags.none()), NodeDevice::name);
    }

    /// The device that a command is about.
    Subject<NodeDevice> subject() {
        return new Subject<>(hypervisor.output(), option(), this::find);
    }

    NodeDevice find(Words words) {
        String name = words.require(OPTION);
        int comma = name.indexOf(',');
        if (comma >= 0 && name.indexOf(',', comma + 1) >= 0) {
            throw new CommandFailure("Malformed device value '" + name + "'");
        }
        if (comma < 0) {
            return findByName(words);
        }
        String wwnn = wwn(name.substring(0, comma));
        String wwpn = wwn(name.substring(comma + 1));
        try {
            return hypervisor.connection().nodeDevices().lookupScsiHostByWwn(wwnn, wwpn, 0);
        } catch (LibvirtException e) {
            throw new CommandFailure("Could not find matching device '" + name + "'", e);
        }
    }

    private static String wwn(String text) {
        boolean fine = text.length() == WWN_DIGITS;
        for (int i = 0; i < text.length(); i++) {
            fine &= text.charAt(i) < 128 && Character.digit(text.charAt(i), 16) >= 0;
        }
        if (!fine) {
            throw new LibvirtException(ErrorCode.INTERNAL_ERROR, "Malformed wwn: " + text);
        }
        return text;
    }

    /// The device, by its name alone.
    NodeDevice findByName(Words words) {
        String name = words.require(OPTION);
        try {
            return hypervisor.connection().nodeDevices().lookupByName(name);
        } catch (LibvirtException e) {
            throw new CommandFailure("Could not find matching device '" + name + "'", e);
        }
    }
}
