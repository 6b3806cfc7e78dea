package dev.jvirt.api.event;

/// A registered event handler.
///
/// Handlers run by themselves, on a thread of their connection: there is no event loop that a
/// program would have to register, to run and to feed (`virEventRegisterImpl`,
/// `virEventRegisterDefaultImpl`, `virEventRunDefaultImpl`, `virEventAddHandle`,
/// `virEventUpdateHandle`, `virEventRemoveHandle`, `virEventAddTimeout`, `virEventUpdateTimeout`,
/// `virEventRemoveTimeout`).
public interface Subscription extends AutoCloseable {
    /// Ends the delivery (`virConnectDomainEventDeregister`, `virConnectDomainEventDeregisterAny`,
    /// `virConnectNetworkEventDeregisterAny`, `virConnectStoragePoolEventDeregisterAny`,
    /// `virConnectNodeDeviceEventDeregisterAny`, `virConnectSecretEventDeregisterAny`,
    /// `virConnectDomainQemuMonitorEventDeregister`, `virConnectUnregisterCloseCallback`).
    ///
    /// The handler is not called any more, except that a call that runs just now goes on. A handler
    /// may close its own subscription. Closing it again, or after the end of its connection, does
    /// nothing.
    @Override
    void close();
}
