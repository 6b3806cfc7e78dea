package org.libvirt;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// libvirt's numbers and bytes as the types of this package, and back.
final class Numbers {
    private static final int UUID_BYTES = 16;

    private Numbers() {}

    /// The constant at a position; the last one if there is none at it.
    static <E> E orLast(E[] constants, int number) {
        return number >= 0 && number < constants.length
                ? constants[number]
                : constants[constants.length - 1];
    }

    /// The constant at a position, if there is one.
    static <E> @Nullable E orNull(E[] constants, int number) {
        return number >= 0 && number < constants.length ? constants[number] : null;
    }

    static int of(boolean truth) {
        return truth ? 1 : 0;
    }

    static byte[] bytes(UUID uuid) {
        var bytes = new byte[UUID_BYTES];
        for (int i = 0; i < UUID_BYTES; i++) {
            long half =
                    i < UUID_BYTES / 2
                            ? uuid.getMostSignificantBits()
                            : uuid.getLeastSignificantBits();
            bytes[i] = (byte) (half >>> (Byte.SIZE * (UUID_BYTES / 2 - 1 - i % (UUID_BYTES / 2))));
        }
        return bytes;
    }

    static int[] ints(UUID uuid) {
        return Connect.convertUUIDBytes(bytes(uuid));
    }

    static UUID uuid(int[] ints) {
        byte[] bytes = Connect.createUUIDBytes(ints);
        long high = 0;
        long low = 0;
        for (int i = 0; i < UUID_BYTES / 2; i++) {
            high = high << Byte.SIZE | Byte.toUnsignedLong(bytes[i]);
            low = low << Byte.SIZE | Byte.toUnsignedLong(bytes[i + UUID_BYTES / 2]);
        }
        return new UUID(high, low);
    }

    /// Reads a UUID as libvirt does: dashes may be missing, space around it does not matter.
    ///
    /// @param function the C function that refuses what is none
    static UUID uuid(String function, String text) {
        String digits = text.strip().replace("-", "");
        boolean valid = digits.length() == 2 * UUID_BYTES;
        for (int i = 0; i < digits.length(); i++) {
            valid &= Character.digit(digits.charAt(i), 16) >= 0;
        }
        if (!valid) {
            ErrorDomain part = Handle.part(function);
            throw LibvirtException.invalidArgument(
                    part,
                    function,
                    "uuidstr",
                    part == ErrorDomain.DOMAIN
                            ? "Invalid UUID"
                            : "uuidstr in %s must be a valid UUID".formatted(function));
        }
        return new UUID(
                Long.parseUnsignedLong(digits, 0, UUID_BYTES, 16),
                Long.parseUnsignedLong(digits, UUID_BYTES, 2 * UUID_BYTES, 16));
    }
}
