package dev.jvirt.virsh.domain;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.Domain;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainAffectFlag;
import dev.jvirt.virsh.Domains;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import java.util.Optional;

/// `domiftune`: how fast a network interface of a domain may be.
final class InterfaceLimitCommand {
    private static final String LARGEST = "4294967295";

    private final Domains domains;
    private final DeviceNames devices;
    private final Output output;

    InterfaceLimitCommand(Hypervisor hypervisor) {
        domains = new Domains(hypervisor);
        devices = new DeviceNames(hypervisor);
        output = hypervisor.output();
    }

    Command tune() {
        return command("domiftune", "get/set parameters of a virtual interface")
                .description(
                        "Print how fast a network interface may be, or change it, in KiB/s and KiB.")
                .option(domains.option())
                .option(
                        Option.data("interface", "its name on the host, or its MAC address")
                                .completedBy(devices.interfaces()))
                .string("inbound", "limits of what the guest receives: average,peak,burst,floor")
                .string("outbound", "limits of what the guest sends: average,peak,burst")
                .flag("config", "from the next start on")
                .flag("live", "now, as it runs")
                .flag("current", "now if it runs, from the next start on if not")
                .run(this::tune);
    }

    private void tune(Words words) {
        Flags<DomainAffectFlag> flags = Affected.by(words);
        Domain domain = domains.find(words);
        String device = words.require("interface");
        Optional<String> inbound = words.text("inbound");
        Optional<String> outbound = words.text("outbound");
        var limits = TypedParameters.builder();
        inbound.ifPresent(text -> inbound(Rate.parse(text), limits));
        outbound.ifPresent(text -> outbound(Rate.parse(text), limits));
        TypedParameters wanted = limits.build();
        if (!wanted.isEmpty()) {
            Attempt.to(
                    "Unable to set interface parameters",
                    () -> domain.tuning().setInterfaceParameters(device, wanted, flags));
            return;
        }
        Labels.print(output, present(domain, device, flags));
    }

    private static TypedParameters present(
            Domain domain, String device, Flags<DomainAffectFlag> flags) {
        try {
            return domain.tuning().interfaceParameters(device, flags);
        } catch (LibvirtException e) {
            // C's virsh asks how many there are first, which fails where nothing is known of any.
            boolean none = e.code() == ErrorCode.NO_SUPPORT;
            String what = none ? "number of interface" : "interface";
            throw new CommandFailure("Unable to get " + what + " parameters", e);
        }
    }

    private static void inbound(Rate rate, TypedParameters.Builder limits) {
        if (!rate.fits()) {
            throw new CommandFailure("inbound rate larger than maximum " + LARGEST);
        }
        boolean more = rate.burst() != 0 || rate.peak() != 0;
        if (rate.average() == 0 && rate.floor() == 0 && more) {
            throw new CommandFailure("either inbound average or floor is mandatory");
        }
        put("inbound", rate, limits);
    }

    private static void outbound(Rate rate, TypedParameters.Builder limits) {
        if (!rate.fits()) {
            throw new CommandFailure("outbound rate larger than maximum " + LARGEST);
        }
        if (rate.average() == 0 && (rate.burst() != 0 || rate.peak() != 0)) {
            throw new CommandFailure("outbound average is mandatory");
        }
        if (rate.floor() != 0) {
            throw new CommandFailure("outbound floor is unsupported yet");
        }
        put("outbound", rate, limits);
    }

    private static void put(String direction, Rate rate, TypedParameters.Builder limits) {
        limits.put(direction + ".average", TypedValue.ofUnsignedInt((int) rate.average()));
        if (rate.peak() != 0) {
            limits.put(direction + ".peak", TypedValue.ofUnsignedInt((int) rate.peak()));
        }
        if (rate.burst() != 0) {
            limits.put(direction + ".burst", TypedValue.ofUnsignedInt((int) rate.burst()));
        }
        if (rate.floor() != 0) {
            limits.put(direction + ".floor", TypedValue.ofUnsignedInt((int) rate.floor()));
        }
    }
}
