package dev.jvirt.qemu.capabilities;

/// QEMU answered a probing command with an error.
public final class QmpRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String errorClass;
    private final String description;

    /// An error with the class (`CommandNotFound`, `GenericError`, ...) and the text QEMU gave.
    public QmpRefusal(String errorClass, String description) {
        super(description);
        this.errorClass = errorClass;
        this.description = description;
    }

    /// QEMU's class of the error.
    public String errorClass() {
        return errorClass;
    }

    /// QEMU's text.
    public String description() {
        return description;
    }
}
