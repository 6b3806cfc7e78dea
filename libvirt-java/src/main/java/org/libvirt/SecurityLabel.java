package org.libvirt;

/// How a running domain is confined (`virSecurityLabel`).
public final class SecurityLabel {
    private final String label;
    private final boolean enforced;

    SecurityLabel(dev.jvirt.api.domain.SecurityLabel label) {
        this.label = label.label();
        this.enforced = label.enforcing();
    }

    /// Its label.
    public String getLabel() {
        return label;
    }

    /// Whether the label is obeyed.
    public boolean isEnforced() {
        return enforced;
    }

    @Override
    public String toString() {
        return "(label=%s, enforced=%s)".formatted(label, enforced);
    }
}
