package dev.jvirt.api;

import java.nio.charset.StandardCharsets;

/// A named value (`virTypedParameter`).
///
/// @param name at most 79 bytes of UTF-8
public record TypedParameter(String name, TypedValue value) {
    private static final int LONGEST_NAME = 79;

    public TypedParameter {
        if (name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw new LibvirtException(
                    ErrorCode.INVALID_ARG, "Field name '%s' too long".formatted(name));
        }
    }
}
