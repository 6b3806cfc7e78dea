package dev.jvirt.virsh.network;

import dev.jvirt.api.Flags;
import dev.jvirt.api.Interface;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.host.InterfaceListFlag;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Lookup;
import dev.jvirt.virsh.object.Subject;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.DebugLevel;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// Finds the interface that a command names: by its MAC address if it looks like one, or by name.
record NamedInterfaces(Hypervisor hypervisor) {
    static final String OPTION = "interface";
    private static final int BYTES = 6;

    /// The option that names it in either way.
    ///
    /// @param offered which interfaces are offered when it is completed
    Option option(InterfaceListFlag... offered) {
        return Option.data(OPTION, "interface name or MAC address").completedBy(names(offered));
    }

    /// The option that gives its name.
    Option nameOption() {
        return Option.data(OPTION, "interface name").completedBy(names());
    }

    /// The option that gives its MAC address.
    Option macOption() {
        return Option.data(OPTION, "interface mac")
                .completedBy(Lookup.names(() -> all(), Interface::mac));
    }

    /// Completes the names of interfaces.
    Completer names(InterfaceListFlag... offered) {
        return Lookup.names(() -> all(offered), Interface::name);
    }

    private List<Interface> all(InterfaceListFlag... offered) {
        return hypervisor.connection().interfaces().list(Flags.of(offered));
    }

    /// The interface that a command is about.
    ///
    /// @param offered which interfaces are offered when it is completed
    Subject<Interface> subject(InterfaceListFlag... offered) {
        return new Subject<>(hypervisor.output(), option(offered), this::find);
    }

    Interface find(Words words) {
        return find(words, OPTION, true, true);
    }

    Interface findByName(Words words, String option) {
        return find(words, option, true, false);
    }

    Interface findByMac(Words words) {
        return find(words, OPTION, false, true);
    }

    private Interface find(Words words, String option, boolean byName, boolean byMac) {
        String name = words.require(option);
        trace(words, DebugLevel.INFO, "found option <" + option + ">: " + name);
        String failure = "failed to get interface '" + name + "'";
        var interfaces = hypervisor.connection().interfaces();
        boolean mac = isMac(name);
        try {
            if (!mac && byName) {
                trace(words, DebugLevel.DEBUG, "<" + option + "> trying as interface NAME");
                return interfaces.lookupByName(name);
            }
            if (mac && byMac) {
                trace(words, DebugLevel.DEBUG, "<" + option + "> trying as interface MAC");
                return interfaces.lookupByMac(name);
            }
        } catch (LibvirtException e) {
            throw new CommandFailure(failure, e);
        }
        throw new CommandFailure(failure);
    }

    /// Whether a text is six bytes in hexadecimal digits with colons between them.
    private static boolean isMac(String text) {
        int bytes = 0;
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ':' && digits > 0) {
                bytes++;
                digits = 0;
            } else if (c < 128 && Character.digit(c, 16) >= 0 && digits < 2) {
                digits++;
            } else {
                return false;
            }
        }
        return bytes == BYTES - 1 && digits > 0;
    }

    private void trace(Words words, DebugLevel level, String what) {
        Output output = hypervisor.output();
        if (output.shows(level)) {
            output.debug(level, words.command().name() + ": " + what + "\n");
        }
    }
}
