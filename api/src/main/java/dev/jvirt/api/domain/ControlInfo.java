package dev.jvirt.api.domain;

/// Whether a domain can be controlled, and since when (`virDomainControlInfo`).
///
/// @param state of the connection to the hypervisor process
/// @param details a number of [ControlErrorReason] in state ERROR, else 0
/// @param stateTime milliseconds since the state was entered, 0 in state OK
public record ControlInfo(ControlState state, int details, long stateTime) {}
