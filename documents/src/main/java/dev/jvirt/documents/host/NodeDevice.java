package dev.jvirt.documents.host;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.NO_NAME;

import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlParser;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `<device>`: a device of a host. Immutable. What it can do is kept as the document has it; only
/// what tells SCSI hosts apart is looked at.
///
/// @param parent on which it hangs
/// @param capabilities what it can do
public record NodeDevice(
        String name,
        Optional<String> path,
        Optional<String> parent,
        List<NodeCapability> capabilities) {
    private static final String DOCUMENT = "(node_device_definition)";

    /// A device with its own copy.
    public NodeDevice {
        capabilities = List.copyOf(capabilities);
    }

    /// Reads the document of a device that is there.
    public static NodeDevice parse(String xml) {
        return parse(root(xml));
    }

    /// The root of a document about a device.
    public static Element root(String xml) {
        try {
            return XmlParser.parse(xml, DOCUMENT, "device");
        } catch (LibvirtException malformed) {
            throw malformed.in(ErrorDomain.NODEDEV);
        }
    }

    /// Reads a `<device>` in a larger document.
    public static NodeDevice parse(Element device) {
        String name =
                device.text("name")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                ErrorDomain.NODEDEV,
                                                NO_NAME,
                                                "missing name information"));
        return parse(device, name);
    }

    /// Reads the document of a device that is to be made, and has no name yet.
    ///
    /// @param name that it gets
    public static NodeDevice parse(Element device, String name) {
        var capabilities = new ArrayList<NodeCapability>();
        for (Element capability : device.children("capability")) {
            capabilities.add(NodeCapability.parse(capability));
        }
        if (capabilities.isEmpty()) {
            throw new LibvirtException(
                    ErrorDomain.NODEDEV,
                    INTERNAL_ERROR,
                    "no device capabilities for '%s'".formatted(name));
        }
        return new NodeDevice(name, device.text("path"), device.text("parent"), capabilities);
    }

    /// The capability of that kind, at any depth.
    public Optional<NodeCapability> find(String kind) {
        for (NodeCapability capability : capabilities) {
            var found = capability.find(kind);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /// The same with another name, on another device.
    public NodeDevice placed(String newName, String newParent) {
        return new NodeDevice(newName, path, Optional.of(newParent), capabilities);
    }

    /// The same with other capabilities.
    public NodeDevice withCapabilities(List<NodeCapability> value) {
        return new NodeDevice(name, path, parent, value);
    }

    /// The document.
    public String format() {
        var out = new XmlWriter();
        out.start("device").leaf("name", name).leaf("path", path).leaf("parent", parent);
        capabilities.forEach(c -> c.format(out));
        out.end();
        return out.toString();
    }
}
