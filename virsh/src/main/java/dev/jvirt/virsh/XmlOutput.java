package dev.jvirt.virsh;

import dev.jvirt.virsh.shell.Option;
import dev.jvirt.virsh.shell.Output;
import dev.jvirt.virsh.shell.Words;
import dev.jvirt.virsh.xml.MalformedXPathException;
import dev.jvirt.virsh.xml.XmlQuery;

/// Prints a document, or the parts of it that `--xpath` asks for.
public final class XmlOutput {
    private XmlOutput() {}

    /// The option that names the parts.
    public static Option xpath() {
        return Option.string("xpath", "xpath expression: print only what it finds").named();
    }

    /// The option that makes one document of them.
    public static Option wrap() {
        return Option.flag("wrap", "put what xpath finds into a common root element");
    }

    public static void print(Output output, String xml, Words words) {
        if (!words.has("xpath")) {
            output.print(xml);
            return;
        }
        String expression = words.textOrEmpty("xpath");
        XmlQuery query = XmlQuery.of(xml);
        try {
            if (words.has("wrap")) {
                output.line(query.findWrapped(expression));
            } else {
                query.find(expression).forEach(output::line);
            }
        } catch (MalformedXPathException e) {
            // libvirt's virsh reports it and counts it as a success.
            output.message(String.valueOf(e.getMessage()));
            if (words.has("wrap")) {
                output.line("<nodes/>");
            }
        }
    }
}
