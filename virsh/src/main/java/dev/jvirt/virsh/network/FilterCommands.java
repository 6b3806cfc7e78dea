package dev.jvirt.virsh.network;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Flags;
import dev.jvirt.api.Nwfilter;
import dev.jvirt.api.host.NwfilterDefineFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.object.Documents;
import dev.jvirt.virsh.object.EditedObject;
import dev.jvirt.virsh.object.Lookup;
import dev.jvirt.virsh.object.Outcome;
import dev.jvirt.virsh.object.Subject;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// The commands about filters themselves.
record FilterCommands(Hypervisor hypervisor) {
    private static final String OPTION = "nwfilter";

    private Option option() {
        return Option.data(OPTION, "network filter name or uuid")
                .completedBy(Lookup.names(this::all, Nwfilter::name));
    }

    private List<Nwfilter> all() {
        return hypervisor.connection().nwfilters().list(0);
    }

    private Nwfilter find(Words words) {
        return new Lookup<>(
                        hypervisor,
                        "nwfilter",
                        uuid -> hypervisor.connection().nwfilters().lookupByUuid(uuid),
                        name -> hypervisor.connection().nwfilters().lookupByName(name))
                .find(words, OPTION);
    }

    Command list() {
        return command("nwfilter-list", "list network filters")
                .description("List the network filters.")
                .run(this::list);
    }

    private void list(Words words) {
        List<Nwfilter> filters =
                Attempt.list(
                        "Failed to list network filters",
                        new Attempt.Counting(
                                "Failed to count network filters", "virConnectNumOfNWFilters"),
                        this::all);
        filters.sort((one, other) -> one.name().compareToIgnoreCase(other.name()));
        var table = new Table("UUID", "Name");
        filters.forEach(filter -> table.row(filter.uuid().toString(), filter.name()));
        hypervisor.output().table(table);
    }

    Command dumpXml() {
        return Documents.dump(
                command("nwfilter-dumpxml", "network filter information in XML")
                        .description("Print the XML of a network filter."),
                option(),
                new Documents(hypervisor).printer(this::find, (filter, inactive) -> filter.xml(0)));
    }

    Command define() {
        return new Documents(hypervisor)
                .fromFile(
                        command("nwfilter-define", "define a network filter, or change one")
                                .description("Define a network filter, or change one."),
                        new Outcome(
                                "Network filter %s defined from %s",
                                "Failed to define network filter from %s"),
                        this::define);
    }

    private String define(String xml, boolean validated) {
        Flags<NwfilterDefineFlag> flags =
                validated ? Flags.of(NwfilterDefineFlag.VALIDATE) : Flags.none();
        return hypervisor.connection().nwfilters().defineXml(xml, flags).name();
    }

    Command edit() {
        return command("nwfilter-edit", "edit the XML of a network filter")
                .description("Edit a network filter.")
                .option(option())
                .run(this::edit);
    }

    private void edit(Words words) {
        Nwfilter filter = find(words);
        new Documents(hypervisor)
                .edit(
                        new EditedObject(
                                "Network filter",
                                filter.name(),
                                () -> filter.xml(0),
                                this::define));
    }

    Command undefine() {
        return new Subject<>(hypervisor.output(), option(), this::find)
                .does(
                        command("nwfilter-undefine", "remove a network filter")
                                .description("Remove a network filter."),
                        new Outcome(
                                "Network filter %s undefined",
                                "Failed to undefine network filter %s"),
                        Nwfilter::undefine);
    }
}
