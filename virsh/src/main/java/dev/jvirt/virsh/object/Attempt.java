package dev.jvirt.virsh.object;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.CommandFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Asks libvirt for something. What fails is told in virsh's words first, then in libvirt's.
public final class Attempt {
    private Attempt() {}

    /// Does it.
    ///
    /// @param failure what is said if it fails
    public static void to(String failure, Runnable action) {
        try {
            action.run();
        } catch (LibvirtException e) {
            throw new CommandFailure(failure, e);
        }
    }

    /// Does it and gives back what comes of it.
    public static <T> T get(String failure, Supplier<T> question) {
        try {
            return question.get();
        } catch (LibvirtException e) {
            throw new CommandFailure(failure, e);
        }
    }

    /// The objects that libvirt lists. Where a driver cannot do so, libvirt's virsh counts them, as
    /// it did before there were such lists, and tells of that.
    ///
    /// @param failure what is said if it fails
    /// @param older how libvirt's virsh goes on
    public static <T> List<T> list(String failure, Counting older, Supplier<List<T>> question) {
        try {
            return new ArrayList<>(question.get());
        } catch (LibvirtException e) {
            if (e.code() != ErrorCode.NO_SUPPORT) {
                throw new CommandFailure(failure, e);
            }
            throw new CommandFailure(
                    older.failure(), LibvirtException.unsupported(e.domain(), older.function()));
        }
    }

    /// A way to count objects.
    ///
    /// @param function the C function that counts them
    public record Counting(String failure, String function) {}

    /// The answer to a question that the command can do without. Its error is told if the command
    /// fails for another reason.
    public static <T> Optional<T> maybe(Hypervisor hypervisor, Supplier<T> question) {
        try {
            return Optional.of(question.get());
        } catch (LibvirtException e) {
            hypervisor.shell().remember(e);
            return Optional.empty();
        }
    }

    /// `yes` or `no`, or `otherwise` if there is no answer.
    public static String yesOrNo(
            Hypervisor hypervisor, Supplier<Boolean> question, String otherwise) {
        return maybe(hypervisor, question).map(Attempt::yesOrNo).orElse(otherwise);
    }

    /// `yes` or `no`.
    public static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }
}
