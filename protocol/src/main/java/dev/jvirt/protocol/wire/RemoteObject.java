package dev.jvirt.protocol.wire;

/// What names an object of the hypervisor on the wire: a call that carries one is about it.
public interface RemoteObject {}
