package dev.jvirt.api.domain;

/// What went through a network interface of a domain (`virDomainInterfaceStatsStruct`), as the
/// guest sees it; -1 for what is not counted.
///
/// @param rxBytes bytes received
/// @param rxPackets packets received
/// @param rxErrors errors while receiving
/// @param rxDropped packets dropped that came for the guest
/// @param txBytes bytes sent
/// @param txPackets packets sent
/// @param txErrors errors while sending
/// @param txDropped packets dropped that came from the guest
public record InterfaceStats(
        long rxBytes,
        long rxPackets,
        long rxErrors,
        long rxDropped,
        long txBytes,
        long txPackets,
        long txErrors,
        long txDropped) {}
