package dev.jvirt.virsh.network;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NwfilterBinding;
import dev.jvirt.api.host.NwfilterBindingCreateFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.object.Lookup;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.object.Subject;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.DebugLevel;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;

/// The commands about the filters that guests' interfaces have.
record BindingCommands(Hypervisor hypervisor) {
    private static final String OPTION = "binding";

    private Option option() {
        return Option.data(OPTION, "the device that has the filter")
                .completedBy(Lookup.names(this::all, NwfilterBinding::portDevice));
    }

    private List<NwfilterBinding> all() {
        return hypervisor.connection().nwfilterBindings().list(0);
    }

    private NwfilterBinding find(Words words) {
        String device = words.require(OPTION);
        Output output = hypervisor.output();
        if (output.shows(DebugLevel.DEBUG)) {
            String command = words.command().name();
            output.debug(DebugLevel.INFO, command + ": found option <binding>: " + device + "\n");
            output.debug(
                    DebugLevel.DEBUG,
                    command + ": <binding> trying as nwfilter binding port dev\n");
        }
        try {
            return hypervisor.connection().nwfilterBindings().lookupByPortDevice(device);
        } catch (LibvirtException e) {
            throw new CommandFailure("failed to get nwfilter binding '" + device + "'", e);
        }
    }

    Command list() {
        return command("nwfilter-binding-list", "list which devices have which filter")
                .description("List which devices have which filter.")
                .run(this::list);
    }

    private void list(Words words) {
        var bindings =
                new ArrayList<>(Attempt.get("Failed to list network filter bindings", this::all));
        bindings.sort((one, other) -> one.portDevice().compareToIgnoreCase(other.portDevice()));
        var table = new Table("Port Dev", "Filter");
        bindings.forEach(binding -> table.row(binding.portDevice(), binding.filterName()));
        hypervisor.output().table(table);
    }

    Command dumpXml() {
        return Documents.dump(
                command("nwfilter-binding-dumpxml", "network filter binding in XML")
                        .description("Print the XML of the filter that a device has."),
                option(),
                new Documents(hypervisor)
                        .printer(this::find, (binding, inactive) -> binding.xml(0)));
    }

    Command create() {
        return new Documents(hypervisor)
                .fromFile(
                        command("nwfilter-binding-create", "give a device a filter")
                                .description("Give a device a filter."),
                        new Outcome(
                                "Network filter binding on %s created from %s",
                                "Failed to create network filter from %s"),
                        this::create);
    }

    private String create(String xml, boolean validated) {
        Flags<NwfilterBindingCreateFlag> flags =
                validated ? Flags.of(NwfilterBindingCreateFlag.VALIDATE) : Flags.none();
        return hypervisor.connection().nwfilterBindings().createXml(xml, flags).portDevice();
    }

    Command delete() {
        return new Subject<>(hypervisor.output(), option(), this::find)
                .does(
                        command("nwfilter-binding-delete", "take its filter from a device")
                                .description("Take its filter from a device."),
                        new Outcome(
                                "Network filter binding on %s deleted",
                                "Failed to delete network filter binding on %s"),
                        NwfilterBinding::delete);
    }
}
