package dev.jvirt.virsh.device;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.NodeDevice;
import dev.jvirt.api.host.NodeDeviceListFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.FamilyTree;
import dev.jvirt.virsh.object.InParallel;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `nodedev-list`.
record NodeDeviceListing(Hypervisor hypervisor) {
    /// What a device can be, in the order of the flags.
    private static final List<String> CAPABILITIES =
            List.of(
                    "system",
                    "pci",
                    "usb_device",
                    "usb",
                    "net",
                    "scsi_host",
                    "scsi_target",
                    "scsi",
                    "storage",
                    "fc_host",
                    "vports",
                    "scsi_generic",
                    "drm",
                    "mdev_types",
                    "mdev",
                    "ccw",
                    "css",
                    "vdpa",
                    "ap_card",
                    "ap_queue",
                    "ap_matrix",
                    "vpd");

    private static final String ROOT = "computer";

    Command list() {
        return command("nodedev-list", "list the devices of the host")
                .flag("tree", "draw which device belongs to which")
                .option(
                        Option.string("cap", "only those that are such a thing; commas between")
                                .completedBy(words -> CAPABILITIES))
                .flag("inactive", "those that are only defined")
                .flag("all", "those that are there and those that are only defined")
                .run(this::list);
    }

    private void list(Words words) {
        boolean tree = words.has("tree");
        boolean inactive = words.has("inactive");
        String capabilities = words.textOrEmpty("cap");
        if (inactive && words.has("all")) {
            throw new CommandFailure("Option --all is incompatible with --inactive");
        }
        if (tree && (words.has("cap") || inactive)) {
            throw new CommandFailure("Option --tree is incompatible with --cap and --inactive");
        }
        Flags<NodeDeviceListFlag> filter = filter(capabilities);
        if (inactive || words.has("all")) {
            filter = filter.with(NodeDeviceListFlag.INACTIVE);
        }
        if (!inactive) {
            filter = filter.with(NodeDeviceListFlag.ACTIVE);
        }
        Flags<NodeDeviceListFlag> wanted = filter;
        var devices =
                new ArrayList<>(
                        Attempt.get(
                                "Failed to list node devices",
                                () -> hypervisor.connection().nodeDevices().list(wanted)));
        devices.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
        if (tree) {
            draw(devices);
        } else {
            devices.forEach(device -> hypervisor.output().line(device.name()));
        }
    }

    private static Flags<NodeDeviceListFlag> filter(String capabilities) {
        Flags<NodeDeviceListFlag> filter = Flags.none();
        int start = 0;
        while (!capabilities.isEmpty() && start <= capabilities.length()) {
            int comma = capabilities.indexOf(',', start);
            int end = comma < 0 ? capabilities.length() : comma;
            int index = CAPABILITIES.indexOf(capabilities.substring(start, end));
            if (index < 0) {
                throw new CommandFailure("Invalid capability type");
            }
            filter = filter.with(NodeDeviceListFlag.values()[index]);
            start = end + 1;
        }
        return filter;
    }

    private void draw(List<NodeDevice> devices) {
        List<Optional<String>> parents =
                InParallel.map(
                        devices,
                        device -> device.name().equals(ROOT) ? Optional.empty() : device.parent());
        var tree = new FamilyTree();
        for (int i = 0; i < devices.size(); i++) {
            tree.add(devices.get(i).name(), parents.get(i));
        }
        hypervisor.output().print(tree.format());
    }
}
