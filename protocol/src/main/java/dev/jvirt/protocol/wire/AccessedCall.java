package dev.jvirt.protocol.wire;

import java.util.Optional;

/// What decides whether a call is allowed: of its arguments, those that its access rule is about.
///
/// @param arguments the record of the call; [Empty] if it has none
/// @param object the first object among them
/// @param flags its flags, 0 if it has none
/// @param parameter the argument that a rule names, 0 if none does
public record AccessedCall(
        Object arguments, Optional<RemoteObject> object, int flags, int parameter) {}
