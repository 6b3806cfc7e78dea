package dev.jvirt.protocol.codegen;

import javax.lang.model.element.Element;

/// A definition that cannot be put on the wire, and where it stands.
final class WireException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Element element;

    WireException(Element element, String message) {
        super(message);
        this.element = element;
    }

    Element element() {
        return element;
    }
}
