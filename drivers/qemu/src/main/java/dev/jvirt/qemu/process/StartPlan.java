package dev.jvirt.qemu.process;

import dev.jvirt.documents.domain.DomainDefinition;
import dev.jvirt.qemu.command.QemuCommandLine;
import dev.jvirt.qemu.monitor.MonitorCommand;
import dev.jvirt.qemu.status.StartFacts;
import dev.jvirt.qemu.status.Taint;
import java.util.List;
import java.util.Set;

/// A domain that is ready to become a process.
///
/// @param live its definition while it runs
/// @param command what to execute, and what it inherits
/// @param settings what QEMU is told before the guest runs
/// @param emulator what is known of the program
/// @param facts what a later daemon must know of how it was started
/// @param warnings what nobody vouches for
public record StartPlan(
        DomainDefinition live,
        QemuCommandLine command,
        List<MonitorCommand> settings,
        EmulatorFacts emulator,
        StartFacts facts,
        Warnings warnings) {
    /// A plan with its own copy.
    public StartPlan {
        settings = List.copyOf(settings);
    }

    /// What is known of the program.
    ///
    /// @param version as the log names it
    /// @param capabilities by the names in status files
    public record EmulatorFacts(String version, List<String> capabilities) {
        /// Facts with their own copy.
        public EmulatorFacts {
            capabilities = List.copyOf(capabilities);
        }
    }

    /// What people should be told about the domain.
    ///
    /// @param deprecations in words
    public record Warnings(Set<Taint> taints, List<String> deprecations) {
        /// Nothing.
        public static final Warnings NONE = new Warnings(Set.of(), List.of());

        /// Warnings with their own copies.
        public Warnings {
            taints = Set.copyOf(taints);
            deprecations = List.copyOf(deprecations);
        }
    }
}
