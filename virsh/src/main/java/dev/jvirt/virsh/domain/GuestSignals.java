package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainProcessSignal;
import dev.jvirt.api.domain.KeyPress;
import dev.jvirt.api.domain.KeycodeSet;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Completer;
import dev.jvirt.virsh.shell.Numbers;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// The commands that send keys, signals and interrupts into a guest.
final class GuestSignals {
    private static final int LARGEST_KEY = 0xffff;

    private final Domains domains;

    GuestSignals(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
    }

    Command keys() {
        return command("send-key", "Send keycodes to the guest")
                .description("Press keys of the guest's keyboard, all at the same time.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(
                        Option.string(
                                        "codeset",
                                        "whose numbers and names the keys are (default: linux)")
                                .named()
                                .completedBy(codesets()))
                .option(Option.number("holdtime", "milliseconds that they are held down").named())
                .option(
                        Option.arguments("keycode", "number or name of a key")
                                .mandatory()
                                .completedBy(keyNames()))
                .run(this::keys);
    }

    private void keys(Words words) {
        Domain domain = domains.find(words);
        String name = words.text("codeset").orElse("linux");
        OptionalLong hold = words.unsignedNumber("holdtime");
        KeycodeSet set = codeset(name);
        var codes = new ArrayList<Integer>();
        for (String key : words.arguments()) {
            if (codes.size() == KeyPress.MAX_KEYS) {
                throw new CommandFailure("too many keycodes");
            }
            codes.add(code(set, key));
        }
        domain.devices().sendKey(new KeyPress(set, (int) hold.orElse(0), codes), 0);
    }

    private static KeycodeSet codeset(String name) {
        for (KeycodeSet set : KeycodeSet.values()) {
            if (name(set).equals(name)) {
                return set;
            }
        }
        throw new CommandFailure("unknown codeset: '" + name + "'");
    }

    private static String name(KeycodeSet set) {
        return set == KeycodeSet.OSX ? "os_x" : set.name().toLowerCase(Locale.ROOT);
    }

    private static int code(KeycodeSet set, String key) {
        OptionalInt number = Numbers.toInt(key, 0);
        boolean fits = number.orElse(-1) >= 0 && number.orElse(-1) <= LARGEST_KEY;
        return (fits ? number : KeyNames.code(set, key))
                .orElseThrow(() -> new CommandFailure("invalid keycode: '" + key + "'"));
    }

    Command signal() {
        return command("send-process-signal", "Send signals to processes")
                .description("Send a signal to a process of the guest.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .option(Option.data("pid", "the number of the process"))
                .option(
                        Option.data("signame", "number or name of the signal")
                                .completedBy(signals()))
                .run(this::signal);
    }

    private void signal(Words words) {
        Domain domain = domains.find(words);
        OptionalLong pid = words.longNumber("pid");
        String name = words.require("signame");
        domain.guest().sendProcessSignal(pid.orElse(0), signal(name), 0);
    }

    private static DomainProcessSignal signal(String given) {
        String name = given.toLowerCase(Locale.ROOT);
        OptionalInt number = Numbers.toInt(name, 10);
        String plain =
                name.startsWith("sig_")
                        ? name.substring(4)
                        : name.startsWith("sig") ? name.substring(3) : name;
        for (DomainProcessSignal signal : DomainProcessSignal.values()) {
            boolean meant =
                    number.isPresent()
                            ? signal.code() == number.getAsInt()
                            : signal.name().toLowerCase(Locale.ROOT).equals(plain);
            if (meant) {
                return signal;
            }
        }
        if (number.isPresent()) {
            throw new LibvirtException(
                    ErrorCode.INVALID_ARG,
                    "signum value " + number.getAsInt() + " is out of range");
        }
        throw new CommandFailure("malformed signal name: " + given);
    }

    Command nmi() {
        return command("inject-nmi", "Inject NMI to the guest")
                .description("Interrupt the guest in a way that it cannot mask.")
                .option(domains.option(DomainListFlag.ACTIVE))
                .run(words -> domains.find(words).devices().injectNmi(0));
    }

    private static Completer signals() {
        return words -> {
            var names = new ArrayList<String>();
            for (DomainProcessSignal signal : DomainProcessSignal.values()) {
                names.add(signal.name().toLowerCase(Locale.ROOT));
            }
            return names;
        };
    }

    private static Completer codesets() {
        return words -> List.of(KeycodeSet.values()).stream().map(GuestSignals::name).toList();
    }

    private static Completer keyNames() {
        return words -> KeyNames.all(codeset(words.text("codeset").orElse("linux")));
    }
}
