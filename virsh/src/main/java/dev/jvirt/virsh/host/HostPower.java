package dev.jvirt.virsh.host;

import static dev.jvirt.virsh.shell.Command.command;

import dev.jvirt.api.TypedParameter;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.host.NodeSuspendTarget;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.object.Attempt;
import dev.jvirt.virsh.shell.Command;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// `nodesuspend` and `nodesevinfo`.
record HostPower(Hypervisor hypervisor) {
    private static final List<String> TARGETS = List.of("mem", "disk", "hybrid");

    Command suspend() {
        return command("nodesuspend", "let the host sleep for some time")
                .description("Let the host sleep for some time, and wake it up then.")
                .option(
                        Option.data("target", "where its state is kept: mem, disk or hybrid")
                                .completedBy(words -> TARGETS))
                .option(Option.number("duration", "seconds to sleep, at least 60").mandatory())
                .run(this::suspend);
    }

    private void suspend(Words words) {
        String target = words.require("target");
        long duration = words.longNumber("duration").orElse(0);
        int index = TARGETS.indexOf(target);
        if (index < 0) {
            throw new CommandFailure("Invalid target");
        }
        if (duration < 0) {
            throw new CommandFailure("Invalid duration");
        }
        Attempt.to(
                "The host was not suspended",
                () ->
                        hypervisor
                                .connection()
                                .host()
                                .suspend(NodeSuspendTarget.values()[index], duration, 0));
    }

    Command sevInfo() {
        return command("nodesevinfo", "node SEV information")
                .description("Print what the host can encrypt of guests with AMD's SEV.")
                .run(this::sevInfo);
    }

    private void sevInfo(Words words) {
        TypedParameters parameters =
                Attempt.get(
                        "Unable to get host SEV information",
                        () -> hypervisor.connection().host().sevInfo(0));
        for (TypedParameter parameter : parameters.parameters()) {
            String name = parameter.name();
            String blanks = " ".repeat(Math.max(0, 18 - name.length()));
            hypervisor.output().line(name + blanks + ": " + Parameters.text(parameter.value()));
        }
    }
}
