package dev.jvirt.virsh.network;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about network filters.
public final class NwfilterCommands implements CommandGroup {
    private final Hypervisor hypervisor;

    public NwfilterCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String title() {
        return "Network Filter";
    }

    @Override
    public String keyword() {
        return "filter";
    }

    @Override
    public List<String> names() {
        return List.of(
                "nwfilter-define",
                "nwfilter-dumpxml",
                "nwfilter-edit",
                "nwfilter-list",
                "nwfilter-undefine",
                "nwfilter-binding-create",
                "nwfilter-binding-delete",
                "nwfilter-binding-dumpxml",
                "nwfilter-binding-list");
    }

    @Override
    public @Nullable Command find(String name) {
        if (!name.startsWith("nwfilter-")) {
            return null;
        }
        return switch (name) {
            case "nwfilter-define" -> filters().define();
            case "nwfilter-dumpxml" -> filters().dumpXml();
            case "nwfilter-edit" -> filters().edit();
            case "nwfilter-list" -> filters().list();
            case "nwfilter-undefine" -> filters().undefine();
            case "nwfilter-binding-create" -> bindings().create();
            case "nwfilter-binding-delete" -> bindings().delete();
            case "nwfilter-binding-dumpxml" -> bindings().dumpXml();
            case "nwfilter-binding-list" -> bindings().list();
            default -> null;
        };
    }

    private FilterCommands filters() {
        return new FilterCommands(hypervisor);
    }

    private BindingCommands bindings() {
        return new BindingCommands(hypervisor);
    }
}
