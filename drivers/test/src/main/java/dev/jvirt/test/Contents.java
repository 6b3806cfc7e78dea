package dev.jvirt.test;

/// What a world begins with. Each kind of object is put in when it is first asked for: few who
/// connect want to see everything.
interface Contents {
    /// Nothing.
    Contents NONE = new Contents() {};

    /// Puts in the domains.
    default void domains(TestWorld world) {}

    /// Puts in the networks.
    default void networks(TestNetworks networks) {}

    /// Puts in the storage pools.
    default void pools(TestPools pools) {}

    /// Puts in the interfaces of the host.
    default void interfaces(TestInterfaces interfaces) {}

    /// Puts in the devices of the host.
    default void devices(TestNodeDevices devices) {}
}
