package dev.jvirt.virsh;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Table;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// `list`: which domains there are.
final class DomainListing {
    private final Hypervisor hypervisor;
    private final Output output;

    DomainListing(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
        output = hypervisor.output();
    }

    Command list() {
        return command("list", "list domains")
                .description("List the domains that run, or those that the options ask for.")
                .flag("inactive", "those that do not run")
                .flag("all", "those that run and those that do not")
                .flag("transient", "only those without a definition")
                .flag("persistent", "only those with a definition")
                .flag("with-snapshot", "only those with snapshots")
                .flag("without-snapshot", "only those without snapshots")
                .flag("with-checkpoint", "only those with checkpoints")
                .flag("without-checkpoint", "only those without checkpoints")
                .flag("state-running", "only those in state running")
                .flag("state-paused", "only those in state paused")
                .flag("state-shutoff", "only those in state shut off")
                .flag("state-other", "only those in another state")
                .flag("autostart", "only those that start with the host")
                .flag("no-autostart", "only those that do not start with the host")
                .flag("with-managed-save", "only those with a saved state")
                .flag("without-managed-save", "only those without a saved state")
                .flag("uuid", "print UUIDs")
                .flag("name", "print names")
                .flag("id", "print ids")
                .flag("table", "print a table (default)")
                .flag("managed-save", "show which have a saved state")
                .flag("title", "show titles")
                .run(this::list);
    }

    private void list(Words words) {
        words.exclusive("table", "name");
        words.exclusive("table", "uuid");
        words.exclusive("table", "id");
        boolean plain = words.has("uuid") || words.has("name") || words.has("id");
        List<Domain> domains = collect(filter(words));
        domains.sort(new ByIdThenName());
        if (plain) {
            for (Domain domain : domains) {
                printPlain(domain, words);
            }
        } else {
            printTable(domains, words);
        }
    }

    private static int filter(Words words) {
        int filter = 0;
        boolean inactive = words.has("inactive") || words.has("state-shutoff");
        if (!inactive || words.has("all")) {
            filter |= DomainListFlag.ACTIVE.bit();
        }
        if (inactive || words.has("all")) {
            filter |= DomainListFlag.INACTIVE.bit();
        }
        for (DomainListFlag flag : DomainListFlag.values()) {
            String option = option(flag);
            if (!option.isEmpty() && words.has(option)) {
                filter |= flag.bit();
            }
        }
        return filter;
    }

    private static String option(DomainListFlag flag) {
        return switch (flag) {
            case ACTIVE, INACTIVE -> "";
            case PERSISTENT -> "persistent";
            case TRANSIENT -> "transient";
            case RUNNING -> "state-running";
            case PAUSED -> "state-paused";
            case SHUTOFF -> "state-shutoff";
            case OTHER -> "state-other";
            case MANAGEDSAVE -> "with-managed-save";
            case NO_MANAGEDSAVE -> "without-managed-save";
            case AUTOSTART -> "autostart";
            case NO_AUTOSTART -> "no-autostart";
            case HAS_SNAPSHOT -> "with-snapshot";
            case NO_SNAPSHOT -> "without-snapshot";
            case HAS_CHECKPOINT -> "with-checkpoint";
            case NO_CHECKPOINT -> "without-checkpoint";
        };
    }

    private List<Domain> collect(int filter) {
        var domains = new ArrayList<Domain>();
        try {
            domains.addAll(hypervisor.connection().domains(new Flags<>(filter)));
        } catch (LibvirtException e) {
            if (e.code() != ErrorCode.INVALID_ARG) {
                throw new CommandFailure("Failed to list domains", e);
            }
            domains.addAll(new DomainFilter(filter).apply(hypervisor.connection()));
        }
        return domains;
    }

    private void printPlain(Domain domain, Words words) {
        var line = new StringBuilder();
        if (words.has("uuid")) {
            line.append(domain.uuid());
        }
        if (words.has("id")) {
            // Ids alone are of no use for domains that have none.
            if (domain.id().isEmpty() && !words.has("uuid") && !words.has("name")) {
                return;
            }
            separate(line).append(id(domain));
        }
        if (words.has("name")) {
            separate(line).append(domain.name());
        }
        output.line(line.toString());
    }

    private static StringBuilder separate(StringBuilder line) {
        return line.isEmpty() ? line : line.append(' ');
    }

    private void printTable(List<Domain> domains, Words words) {
        boolean titles = words.has("title");
        var table =
                titles
                        ? new Table("Id", "Name", "State", "Title")
                        : new Table("Id", "Name", "State");
        for (Domain domain : domains) {
            String state;
            try {
                state = state(domain, words.has("managed-save"));
            } catch (LibvirtException e) {
                // It has gone since it was listed.
                hypervisor.shell().remember(e);
                continue;
            }
            if (titles) {
                table.row(id(domain), domain.name(), state, title(domain));
            } else {
                table.row(id(domain), domain.name(), state);
            }
        }
        output.table(table);
    }

    private static String id(Domain domain) {
        int id = domain.identity().id();
        return id < 0 ? "-" : Integer.toString(id);
    }

    private String state(Domain domain, boolean markSaved) {
        DomainState state = Domains.state(domain);
        if (markSaved && state == DomainState.SHUTOFF && hasManagedSave(domain)) {
            return "saved";
        }
        return StateNames.of(state);
    }

    private boolean hasManagedSave(Domain domain) {
        try {
            return domain.hasManagedSave(0);
        } catch (LibvirtException e) {
            hypervisor.shell().remember(e);
            return false;
        }
    }

    private static String title(Domain domain) {
        String xml;
        try {
            xml = domain.xml(Flags.none());
        } catch (LibvirtException e) {
            throw new CommandFailure("Failed to get domain description xml", e);
        }
        return XmlQuery.of(xml).root().child("title").text();
    }

    /// Running domains first, by id; the others by name without regard to case.
    private static final class ByIdThenName implements Comparator<Domain> {
        @Override
        public int compare(Domain one, Domain other) {
            int id = one.identity().id();
            int otherId = other.identity().id();
            if (id < 0 && otherId < 0) {
                return String.CASE_INSENSITIVE_ORDER.compare(one.name(), other.name());
            }
            return Integer.compareUnsigned(id, otherId);
        }
    }
}
