package dev.jvirt.api.driver;

/// The service by which the daemon finds its drivers.
public interface StateDriverProvider {
    /// Makes the driver. Nothing is read or started before [StateDriver#start].
    StateDriver create(StateContext context);
}
