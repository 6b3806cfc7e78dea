package dev.jvirt.host.node;

/// What a cache keeps.
public enum CacheKind {
    BOTH,
    CODE,
    DATA;

    /// @param type as the kernel calls it
    static CacheKind of(String type) {
        return switch (type) {
            case "Instruction" -> CODE;
            case "Data" -> DATA;
            default -> BOTH;
        };
    }
}
