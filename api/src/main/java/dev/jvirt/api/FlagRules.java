package dev.jvirt.api;

/// What libvirt's functions say of flags that do not go together: those of the public API before
/// any driver sees them, and those of drivers.
///
/// @param function the C function that refuses them, of the public API or of a driver
/// @param prefix of libvirt's names of the flags, which the refusals tell
public record FlagRules<F extends Enum<F> & Flag>(
        ErrorDomain part, String function, String prefix, Flags<F> flags) {

    /// Refuses two flags that contradict each other.
    public FlagRules<F> exclusive(F one, F other) {
        if (flags.has(one) && flags.has(other)) {
            throw refused(
                    "Flags '%s%s' and '%s%s' are mutually exclusive"
                            .formatted(prefix, one.name(), prefix, other.name()));
        }
        return this;
    }

    /// Refuses a flag that means nothing without another.
    public FlagRules<F> requires(F flag, F required) {
        if (flags.has(flag) && !flags.has(required)) {
            throw refused(
                    "Flag '%s%s' is required by flag '%s%s'"
                            .formatted(prefix, required.name(), prefix, flag.name()));
        }
        return this;
    }

    /// Refuses a flag that means nothing without one of two others.
    public FlagRules<F> requiresEither(F flag, F one, F other) {
        if (flags.has(flag) && !flags.hasAny(one, other)) {
            throw refused(
                    "Flag '%s%s | %s%s' is required by flag '%s%s'"
                            .formatted(
                                    prefix, one.name(), prefix, other.name(), prefix, flag.name()));
        }
        return this;
    }

    private LibvirtException refused(String message) {
        return LibvirtException.invalidArgument(part, function, "ctl", message);
    }
}
