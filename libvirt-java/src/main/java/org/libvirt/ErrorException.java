package org.libvirt;

import java.io.Serial;

/// An [Error] does not have what it was asked for.
public class ErrorException extends Exception {
    @Serial private static final long serialVersionUID = -4329050530233404971L;

    /// Nothing there, and why.
    public ErrorException(String message) {
        super(message);
    }
}
