package dev.jvirt.virsh;

import dev.jvirt.api.Connection;
import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.DebugLevel;
import dev.jvirt.virsh.shell.Numbers;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds the domain that a command is about.
public final class Domains {
    private static final String OPTION = "domain";
    private static final String ANY_FORM = "domain name, id or uuid";

    private final Hypervisor hypervisor;

    public Domains(Hypervisor hypervisor) {
        this.hypervisor = hypervisor;
    }

    /// The ways to name a domain.
    public enum By {
        ID,
        UUID,
        NAME
    }

    /// The option that names the domain.
    ///
    /// @param offered which domains are offered when it is completed
    public Option option(DomainListFlag... offered) {
        return option(ANY_FORM, offered);
    }

    /// The option that names the domain, with a help text of its own.
    public Option option(String help, DomainListFlag... offered) {
        return Option.data(OPTION, help).completedBy(names(offered));
    }

    /// Completes the names of domains.
    public Completer names(DomainListFlag... offered) {
        return new Names(hypervisor, Flags.of(offered), false);
    }

    /// Completes the UUIDs of domains.
    public Completer uuids() {
        return new Names(hypervisor, Flags.none(), true);
    }

    /// The domain that a command names, however it does.
    ///
    /// @throws CommandFailure if there is none
    public Domain find(Words words) {
        return find(words, By.ID, By.UUID, By.NAME);
    }

    /// The domain that a command names in one of some ways, which are tried in order.
    ///
    /// @throws CommandFailure if there is none
    public Domain find(Words words, By... ways) {
        String name = words.require(OPTION);
        return find(name, words, ways);
    }

    /// The domain of that name, id or UUID, which a command names in another way than usual.
    ///
    /// @throws CommandFailure if there is none
    public Domain find(String name, Words words) {
        return find(name, words, By.ID, By.UUID, By.NAME);
    }

    private Domain find(String name, Words words, By... ways) {
        String command = words.command().name();
        Output output = hypervisor.output();
        if (output.shows(DebugLevel.INFO)) {
            output.debug(DebugLevel.INFO, command + ": found option <domain>: " + name + "\n");
        }
        for (By way : ways) {
            Domain domain = tryFind(name, way, command);
            if (domain != null) {
                hypervisor.shell().forget();
                return domain;
            }
        }
        hypervisor.shell().forget();
        throw new CommandFailure("failed to get domain '" + name + "'");
    }

    /// What it is called in the command.
    public static String given(Words words) {
        return words.require(OPTION);
    }

    /// The state of a domain; asks the older function if the driver lacks the newer one.
    public static DomainState state(Domain domain) {
        try {
            return domain.state(0).state();
        } catch (LibvirtException e) {
            if (e.code() != ErrorCode.NO_SUPPORT) {
                throw e;
            }
            return domain.info().state();
        }
    }

    private @Nullable Domain tryFind(String name, By way, String command) {
        Connection connection = hypervisor.connection();
        try {
            switch (way) {
                case ID -> {
                    OptionalInt id = Numbers.toInt(name, 10);
                    if (id.isEmpty() || id.getAsInt() < 0) {
                        return null;
                    }
                    trace(command, "looks like ID");
                    return connection.lookupDomainById(id.getAsInt());
                }
                case UUID -> {
                    if (name.length() != Uuids.LENGTH) {
                        return null;
                    }
                    trace(command, "trying as domain UUID");
                    @Nullable UUID uuid = Uuids.parse(name).orElse(null);
                    return uuid == null ? null : connection.lookupDomainByUuid(uuid);
                }
                case NAME -> {
                    trace(command, "trying as domain NAME");
                    return connection.lookupDomainByName(name);
                }
            }
        } catch (LibvirtException e) {
            // The next way may find it; if none does, the command says so in its own words.
        }
        return null;
    }

    private void trace(String command, String what) {
        Output output = hypervisor.output();
        if (output.shows(DebugLevel.DEBUG)) {
            output.debug(DebugLevel.DEBUG, command + ": <domain> " + what + "\n");
        }
    }

    private record Names(Hypervisor hypervisor, Flags<DomainListFlag> offered, boolean asUuids)
            implements Completer {
        @Override
        public List<String> candidates(Words words) {
            var names = new ArrayList<String>();
            for (Domain domain : hypervisor.connection().domains(offered)) {
                names.add(asUuids ? domain.uuid().toString() : domain.name());
            }
            return names;
        }
    }
}
