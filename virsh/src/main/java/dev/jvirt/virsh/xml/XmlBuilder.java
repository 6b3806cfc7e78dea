package dev.jvirt.virsh.xml;

import dev.jvirt.virsh.shell.Quoting;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// Writes small documents as libvirt does: single quotes, two blanks of indentation.
public final class XmlBuilder {
    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /// Begins an element.
    public XmlBuilder open(String name) {
        begin(name);
        open.push(name);
        inTag = true;
        return this;
    }

    /// Ends the tag of the element that was begun last, which then has two of them whatever comes.
    public XmlBuilder content() {
        inTag = false;
        text.append(">\n");
        return this;
    }

    /// Adds an attribute to the element that was begun last.
    public XmlBuilder attribute(String name, String value) {
        text.append(' ').append(name).append("='").append(Quoting.xml(value)).append('\'');
        return this;
    }

    /// Adds an attribute if it has a value.
    public XmlBuilder attribute(String name, Optional<String> value) {
        value.ifPresent(present -> attribute(name, present));
        return this;
    }

    /// Adds an element with a text in it.
    public XmlBuilder element(String name, String content) {
        begin(name);
        text.append('>').append(Quoting.xml(content)).append("</").append(name).append(">\n");
        return this;
    }

    /// Adds an element with a text in it if there is one.
    public XmlBuilder element(String name, Optional<String> content) {
        content.ifPresent(present -> element(name, present));
        return this;
    }

    /// Ends the element that was begun last.
    public XmlBuilder close() {
        String name = open.pop();
        if (inTag) {
            inTag = false;
            text.append("/>\n");
        } else {
            indent();
            text.append("</").append(name).append(">\n");
        }
        return this;
    }

    /// The document, which ends with a line's end.
    @Override
    public String toString() {
        return text.toString();
    }

    private void begin(String name) {
        if (inTag) {
            inTag = false;
            text.append(">\n");
        }
        indent();
        text.append('<').append(name);
    }

    private void indent() {
        text.repeat(' ', 2 * open.size());
    }
}
