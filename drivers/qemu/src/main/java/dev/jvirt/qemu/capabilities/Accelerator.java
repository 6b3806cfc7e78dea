package dev.jvirt.qemu.capabilities;

import java.util.Optional;

/// What makes a guest's processor run.
public enum Accelerator {
    /// Linux's virtualisation, `<domain type='kvm'>`.
    KVM("kvm", "kvm"),
    /// Apple's Hypervisor framework, `<domain type='hvf'>`.
    HVF("hvf", "hvf"),
    /// QEMU's own translation of instructions, `<domain type='qemu'>`.
    TCG("tcg", "qemu");

    private final String text;
    private final String domainType;

    Accelerator(String text, String domainType) {
        this.text = text;
        this.domainType = domainType;
    }

    /// QEMU's name of it.
    public String text() {
        return text;
    }

    /// The type of the domains that use it.
    public String domainType() {
        return domainType;
    }

    /// The accelerator that domains of this type use.
    public static Optional<Accelerator> ofDomainType(String domainType) {
        return switch (domainType) {
            case "kvm" -> Optional.of(KVM);
            case "hvf" -> Optional.of(HVF);
            case "qemu" -> Optional.of(TCG);
            default -> Optional.empty();
        };
    }
}
