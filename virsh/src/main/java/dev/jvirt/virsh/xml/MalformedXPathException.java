package dev.jvirt.virsh.xml;

/// An XPath expression that cannot be understood.
public final class MalformedXPathException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MalformedXPathException(String expression, Throwable cause) {
        super("XPath error : Invalid expression\n" + expression, cause, false, false);
    }
}
