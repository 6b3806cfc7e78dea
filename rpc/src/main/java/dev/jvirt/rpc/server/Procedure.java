package dev.jvirt.rpc.server;

/// A procedure as the server needs to know it.
///
/// @param number its number in its program
/// @param name its name in lower case, as in the protocol definition
/// @param execution which thread answers it
/// @param priority how libvirt ranks it
/// @param authenticationExempt whether it may be called before authentication
public record Procedure(
        int number,
        String name,
        Execution execution,
        Priority priority,
        boolean authenticationExempt) {}
