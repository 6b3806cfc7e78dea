package org.libvirt;

/// The security driver of a host (`virSecurityModel`).
public final class SecurityModel {
    private final String model;
    private final String doi;

    SecurityModel(dev.jvirt.api.SecurityModel model) {
        this.model = model.model();
        this.doi = model.doi();
    }

    /// Its name; empty if there is none.
    public String getModel() {
        return model;
    }

    /// What its labels mean something in.
    public String getDomainOfInterpretation() {
        return doi;
    }
}
