package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.OpenFile;
import dev.jvirt.api.domain.DomainFdAssociateFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Numbers;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// `dom-fd-associate`, and the reading of lists of descriptors.
public final class DescriptorCommands {
    private final Domains domains;

    DescriptorCommands(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
    }

    Command associate() {
        return command("dom-fd-associate", "associate a FD with a domain")
                .description("Hand file descriptors of this process over for a domain to use.")
                .option(domains.option())
                .option(Option.data("name", "the name of the group of descriptors"))
                .option(Option.data("pass-fds", "file descriptors N,M,... of the group"))
                .flag("seclabel-writable", "label them for writing")
                .flag("seclabel-restore", "restore their labels afterwards")
                .run(this::associate);
    }

    private void associate(Words words) {
        Flags<DomainFdAssociateFlag> flags = Flags.none();
        if (words.has("seclabel-writable")) {
            flags = flags.with(DomainFdAssociateFlag.SECLABEL_WRITABLE);
        }
        if (words.has("seclabel-restore")) {
            flags = flags.with(DomainFdAssociateFlag.SECLABEL_RESTORE);
        }
        Domain domain = domains.find(words);
        String name = words.require("name");
        domain.devices().associateFiles(name, given(words), flags);
    }

    /// The descriptors that `--pass-fds` names; they stay open.
    public static List<OpenFile> given(Words words) {
        var files = new ArrayList<OpenFile>();
        String list = words.textOrEmpty("pass-fds");
        if (list.isEmpty()) {
            return files;
        }
        for (String part : list.split(",", -1)) {
            OptionalInt number = Numbers.toInt(part, 10);
            files.add(
                    OpenFile.borrowed(
                            number.orElseThrow(
                                    () ->
                                            new CommandFailure(
                                                    "Unable to parse FD number '" + part + "'"))));
        }
        return files;
    }
}
