package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// What happens when a guest ends in one way or another, and how it may sleep.
public record Lifecycle(
        Action onPoweroff,
        Action onReboot,
        Action onCrash,
        Optional<LockFailure> onLockFailure,
        Optional<Boolean> suspendToMemory,
        Optional<Boolean> suspendToDisk) {
    /// What happens when a guest ends.
    public enum Action implements Word {
        DESTROY,
        RESTART,
        RENAME_RESTART,
        PRESERVE,
        COREDUMP_DESTROY,
        COREDUMP_RESTART
    }

    /// What happens when a lock is lost.
    public enum LockFailure implements Word {
        POWEROFF,
        RESTART,
        PAUSE,
        IGNORE
    }

    /// The same with another action on reboot.
    public Lifecycle withOnReboot(Action value) {
        return new Lifecycle(
                onPoweroff, value, onCrash, onLockFailure, suspendToMemory, suspendToDisk);
    }

    /// The same with another answer to a shutdown.
    public Lifecycle withOnPoweroff(Action value) {
        return new Lifecycle(
                value, onReboot, onCrash, onLockFailure, suspendToMemory, suspendToDisk);
    }

    /// The same with another answer to a crash.
    public Lifecycle withOnCrash(Action value) {
        return new Lifecycle(
                onPoweroff, onReboot, value, onLockFailure, suspendToMemory, suspendToDisk);
    }

    /// The same with other ways to sleep.
    public Lifecycle withSuspend(Optional<Boolean> toMemory, Optional<Boolean> toDisk) {
        return new Lifecycle(onPoweroff, onReboot, onCrash, onLockFailure, toMemory, toDisk);
    }

    static Lifecycle parse(Element domain) {
        var lock = domain.text("on_lockfailure").filter(w -> !w.equals("default"));
        return new Lifecycle(
                action(domain, "on_poweroff", Action.DESTROY),
                action(domain, "on_reboot", Action.RESTART),
                action(domain, "on_crash", Action.DESTROY),
                lock.map(
                        w ->
                                Word.find(LockFailure.class, w)
                                        .orElseThrow(() -> unknown("on_lockfailure", w))),
                domain.descend("pm", "suspend-to-mem").flatMap(s -> s.yesNo("enabled")),
                domain.descend("pm", "suspend-to-disk").flatMap(s -> s.yesNo("enabled")));
    }

    private static Action action(Element domain, String name, Action otherwise) {
        var word = domain.text(name);
        return word.isEmpty()
                ? otherwise
                : Word.find(Action.class, word.get()).orElseThrow(() -> unknown(name, word.get()));
    }

    private static LibvirtException unknown(String name, String word) {
        return new LibvirtException(
                CONFIG_UNSUPPORTED, "unknown %s action: %s".formatted(name, word));
    }

    void format(XmlWriter out) {
        out.leaf("on_poweroff", onPoweroff.word())
                .leaf("on_reboot", onReboot.word())
                .leaf("on_crash", onCrash.word())
                .leaf("on_lockfailure", onLockFailure.map(Word::word));
        out.startOptional("pm");
        out.startOptional("suspend-to-mem").yesNo("enabled", suspendToMemory).end();
        out.startOptional("suspend-to-disk").yesNo("enabled", suspendToDisk).end();
        out.end();
    }
}
