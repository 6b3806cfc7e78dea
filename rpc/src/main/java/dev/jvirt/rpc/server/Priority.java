package dev.jvirt.rpc.server;

/// libvirt's two priorities. In C a HIGH call never waits for an ordinary one to leave its worker;
/// here no call waits for a worker, so the priority is only told.
public enum Priority {
    LOW,
    HIGH
}
