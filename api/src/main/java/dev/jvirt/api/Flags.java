package dev.jvirt.api;

import java.util.ArrayList;
import java.util.List;

/// A set of flags that keeps the bits it was made of, so that unknown ones can be refused instead
/// of being lost.
///
/// @param bits the flags as libvirt sends them
public record Flags<F extends Enum<F> & Flag>(int bits) {

    /// No flag at all.
    public static <F extends Enum<F> & Flag> Flags<F> none() {
        return new Flags<>(0);
    }

    /// The given flags.
    @SafeVarargs
    public static <F extends Enum<F> & Flag> Flags<F> of(F... flags) {
        int bits = 0;
        for (F flag : flags) {
            bits |= flag.bit();
        }
        return new Flags<>(bits);
    }

    /// Whether `flag` is set.
    public boolean has(F flag) {
        return (bits & flag.bit()) != 0;
    }

    /// Whether any of `flags` is set.
    @SafeVarargs
    public final boolean hasAny(F... flags) {
        for (F flag : flags) {
            if (has(flag)) {
                return true;
            }
        }
        return false;
    }

    /// These flags and `flag`.
    public Flags<F> with(F flag) {
        return new Flags<>(bits | flag.bit());
    }

    /// These flags without `flag`.
    public Flags<F> without(F flag) {
        return new Flags<>(bits & ~flag.bit());
    }

    /// The flags that are set, as far as `type` knows them, in the order of their declaration.
    public List<F> known(Class<F> type) {
        var known = new ArrayList<F>();
        for (F flag : type.getEnumConstants()) {
            if (has(flag)) {
                known.add(flag);
            }
        }
        return known;
    }

    /// The C function that serves a call with these flags: programs have always used the older one,
    /// which takes none, where they had none to give, and know its name from errors.
    public String named(String older, String newer) {
        return bits == 0 ? older : newer;
    }

    /// Refuses every flag that is not among `supported`.
    ///
    /// @param function the C function of a driver that is named in the error
    /// @throws LibvirtException INVALID_ARG if another bit is set
    @SafeVarargs
    public final void allow(String function, F... supported) {
        allow(ErrorDomain.NONE, function, supported);
    }

    /// Refuses every flag that is not among `supported`.
    ///
    /// @param domain the part of libvirt that refuses it
    /// @param function the C function of a driver that is named in the error
    /// @throws LibvirtException INVALID_ARG if another bit is set
    @SafeVarargs
    public final void allow(ErrorDomain domain, String function, F... supported) {
        int unknown = bits;
        for (F flag : supported) {
            unknown &= ~flag.bit();
        }
        refuse(domain, function, unknown);
    }

    /// Refuses flags of a call that takes none.
    ///
    /// @param domain the part of libvirt that refuses them
    /// @param function the C function of a driver that is named in the error
    /// @throws LibvirtException INVALID_ARG if any bit is set
    public static void refuse(ErrorDomain domain, String function, int flags) {
        if (flags != 0) {
            throw LibvirtException.invalidArgument(
                    domain,
                    function,
                    "flags",
                    "unsupported flags (0x%x) in function %s".formatted(flags, function));
        }
    }
}
