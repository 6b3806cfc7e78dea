package dev.jvirt.virsh.host;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.xml.XmlElement;
import dev.jvirt.virsh.xml.XmlQuery;
import java.util.ArrayList;
import java.util.List;

/// The processors that a file describes: alone, or as parts of domains, of a host's capabilities or
/// of a hypervisor's.
record ProcessorDocuments(Shell shell, String file) {
    /// Each of them as a `<cpu>` element.
    ///
    /// @throws CommandFailure if there is none
    List<String> read() {
        String text = FileTexts.read(shell, file);
        XmlElement root;
        try {
            root = XmlQuery.of("<container>" + withoutProlog(text) + "</container>").root();
        } catch (LibvirtException e) {
            throw new CommandFailure("cannot parse file '" + file + "'", e);
        }
        var found = new ArrayList<String>();
        for (XmlElement element : root.children()) {
            add(element, found);
        }
        if (found.isEmpty()) {
            throw new CommandFailure(
                    "File '"
                            + file
                            + "' does not contain any <cpu> element or valid domain XML, host"
                            + " capabilities XML, or domain capabilities XML");
        }
        return found;
    }

    /// A file may begin with a declaration, which must not stand within an element.
    private static String withoutProlog(String text) {
        int end = text.stripLeading().startsWith("<?xml") ? text.indexOf("?>") : -1;
        return end < 0 ? text : text.substring(end + 2);
    }

    private static void add(XmlElement element, List<String> found) {
        switch (element.name()) {
            case "cpu" -> found.add(element.xml());
            case "domain" -> all(element.children("cpu"), found);
            case "capabilities" -> all(element.child("host").children("cpu"), found);
            case "domainCapabilities" -> ofHypervisor(element, found);
            default -> {
                // of no interest here
            }
        }
    }

    private static void all(List<XmlElement> cpus, List<String> found) {
        for (XmlElement cpu : cpus) {
            found.add(cpu.xml());
        }
    }

    private static void ofHypervisor(XmlElement capabilities, List<String> found) {
        for (XmlElement mode : capabilities.child("cpu").children("mode")) {
            if (mode.attribute("name").equals("host-model")
                    && mode.attribute("supported").equals("yes")) {
                found.add(mode.inner("cpu"));
            }
        }
    }
}
