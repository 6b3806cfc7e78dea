package dev.jvirt.virsh.device;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandGroup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The commands about secrets.
public final class SecretCommands implements CommandGroup {
    private final Hypervisor hypervisor;

    public SecretCommands(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    @Override
    public String title() {
        return "Secret";
    }

    @Override
    public String keyword() {
        return "secret";
    }

    @Override
    public List<String> names() {
        return List.of(
                "secret-define",
                "secret-dumpxml",
                "secret-event",
                "secret-get-value",
                "secret-list",
                "secret-set-value",
                "secret-undefine");
    }

    @Override
    public @Nullable Command find(String name) {
        if (!name.startsWith("secret-")) {
            return null;
        }
        return switch (name) {
            case "secret-define" -> new SecretChanges(hypervisor).define();
            case "secret-dumpxml" -> new SecretFacts(hypervisor).dumpXml();
            case "secret-event" -> new SecretEvents(hypervisor).event();
            case "secret-get-value" -> new SecretFacts(hypervisor).value();
            case "secret-list" -> new SecretFacts(hypervisor).list();
            case "secret-set-value" -> new SecretChanges(hypervisor).setValue();
            case "secret-undefine" -> new SecretChanges(hypervisor).undefine();
            default -> null;
        };
    }
}
