package dev.jvirt.virsh.xml;

/// An XPath expression that cannot be understood.
public final class MalformedXPathException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedXPathException(Throwable cause) {
        super("XPath error : Invalid expression", cause, false, false);
    }
}
