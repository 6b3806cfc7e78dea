package dev.jvirt.base.job;

/// What a job does to its domain.
public enum JobKind {
    /// Asks the hypervisor without changing anything.
    QUERY,
    /// Changes something.
    MODIFY,
    /// Runs for long in the background, such as a migration: other jobs may run beside it, if it
    /// allows them.
    ASYNC
}
