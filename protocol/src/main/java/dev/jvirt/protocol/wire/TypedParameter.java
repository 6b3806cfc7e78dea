package dev.jvirt.protocol.wire;

/// A named value (`virTypedParameter`).
///
/// @param field the name, at most 79 bytes
@Struct({"remote_typed_param", "admin_typed_param"})
public record TypedParameter(String field, TypedValue value) {}
