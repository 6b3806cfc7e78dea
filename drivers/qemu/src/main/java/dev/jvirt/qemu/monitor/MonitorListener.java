package dev.jvirt.qemu.monitor;

/// Hears what QEMU says unasked. Both methods are called by the thread that reads all monitors:
/// they must not wait.
public interface MonitorListener {
    /// QEMU reported an event. Events arrive in QEMU's order, and before the answer of a command
    /// that QEMU gave later.
    void event(MonitorEvent event);

    /// The conversation is over: QEMU closed its end, which it does by exiting, or what it said
    /// made no sense. Not called after [Monitor#close].
    void closed();
}
