package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The elements of QEMU's own namespace: what is passed to QEMU as it is.
public record QemuExtensions(
        List<String> arguments,
        List<Variable> environment,
        List<String> addedCapabilities,
        List<String> removedCapabilities,
        List<DeviceOverride> overrides,
        Optional<String> deprecation) {
    /// Nothing said.
    public static final QemuExtensions NONE =
            new QemuExtensions(
                    List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());

    /// The URI of the namespace.
    public static final String NAMESPACE = "http://libvirt.org/schemas/domain/qemu/1.0";

    /// A variable of QEMU's environment.
    public record Variable(String name, Optional<String> value) {}

    /// Properties of the device with an alias that are set differently.
    public record DeviceOverride(String alias, List<Property> properties) {
        /// An override with its own copy.
        public DeviceOverride {
            properties = List.copyOf(properties);
        }
    }

    /// A property of a device.
    public record Property(String name, PropertyType type, Optional<String> value) {}

    /// The kind of a property's value.
    public enum PropertyType implements Word {
        STRING,
        UNSIGNED,
        SIGNED,
        BOOL,
        REMOVE
    }

    /// Extensions with their own copies.
    public QemuExtensions {
        arguments = List.copyOf(arguments);
        environment = List.copyOf(environment);
        addedCapabilities = List.copyOf(addedCapabilities);
        removedCapabilities = List.copyOf(removedCapabilities);
        overrides = List.copyOf(overrides);
    }

    /// Whether nothing is said.
    public boolean isEmpty() {
        return equals(NONE);
    }

    static QemuExtensions parse(Element domain) {
        var commandLine = domain.child("commandline", NAMESPACE);
        var capabilities = domain.child("capabilities", NAMESPACE);
        var arguments = new ArrayList<String>();
        var environment = new ArrayList<Variable>();
        for (Element element : children(commandLine, "arg")) {
            arguments.add(
                    element.attribute("value")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    INTERNAL_ERROR,
                                                    "No qemu command-line argument specified")));
        }
        for (Element element : children(commandLine, "env")) {
            environment.add(variable(element));
        }
        var overrides = new ArrayList<DeviceOverride>();
        for (Element device : children(domain.child("override", NAMESPACE), "device")) {
            overrides.add(override(device));
        }
        return new QemuExtensions(
                arguments,
                environment,
                capabilities(capabilities, "add"),
                capabilities(capabilities, "del"),
                overrides,
                domain.child("deprecation", NAMESPACE).flatMap(d -> d.attribute("behavior")));
    }

    private static List<Element> children(Optional<Element> parent, String name) {
        var found = new ArrayList<Element>();
        if (parent.isPresent()) {
            for (Element child : parent.get().children()) {
                if (child.name().equals(name) && child.namespace().equals(NAMESPACE)) {
                    found.add(child);
                }
            }
        }
        return found;
    }

    private static Variable variable(Element element) {
        String name =
                element.attribute("name")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                INTERNAL_ERROR,
                                                "No qemu environment name specified"));
        if (name.isEmpty()) {
            throw new LibvirtException(INTERNAL_ERROR, "Empty qemu environment name specified");
        }
        if (!isLetter(name.charAt(0))) {
            throw new LibvirtException(
                    INTERNAL_ERROR,
                    "Invalid environment name, it must begin with a letter or underscore");
        }
        for (int i = 0; i < name.length(); i++) {
            if (!isLetter(name.charAt(i)) && !Character.isDigit(name.charAt(i))) {
                throw new LibvirtException(
                        INTERNAL_ERROR,
                        "Invalid environment name, it must contain only alphanumerics and"
                                + " underscore");
            }
        }
        return new Variable(name, element.attribute("value"));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static List<String> capabilities(Optional<Element> parent, String name) {
        var found = new ArrayList<String>();
        for (Element element : children(parent, name)) {
            found.add(
                    element.attribute("capability")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    INTERNAL_ERROR, "missing capability name")));
        }
        return found;
    }

    private static DeviceOverride override(Element device) {
        String alias =
                device.attribute("alias")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "missing 'alias' attribute for qemu:device"));
        var properties = new ArrayList<Property>();
        for (Element frontend : children(Optional.of(device), "frontend")) {
            for (Element property : children(Optional.of(frontend), "property")) {
                properties.add(property(property));
            }
        }
        return new DeviceOverride(alias, properties);
    }

    private static Property property(Element property) {
        var name = property.attribute("name");
        if (name.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "missing 'name' attribute for qemu:property");
        }
        if (name.get().equals("id")) {
            throw new LibvirtException(
                    XML_ERROR, "overriding of 'id' is not permitted for qemu:property");
        }
        var type = property.attribute("type").flatMap(t -> Word.find(PropertyType.class, t));
        if (type.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "invalid 'type' attribute for qemu:property '%s'".formatted(name.get()));
        }
        var value = property.attribute("value");
        if (value.isEmpty() && type.get() != PropertyType.REMOVE) {
            throw new LibvirtException(
                    XML_ERROR,
                    "missing or invalid 'value' attribute for 'qemu:property' named '%s'"
                            .formatted(name.get()));
        }
        return new Property(name.get(), type.get(), value);
    }

    void formatNamespace(XmlWriter out) {
        if (!isEmpty()) {
            out.attribute("xmlns:qemu", NAMESPACE);
        }
    }

    void format(XmlWriter out) {
        out.startOptional("qemu:commandline");
        for (String argument : arguments) {
            out.start("qemu:arg").attribute("value", argument).end();
        }
        for (Variable variable : environment) {
            out.start("qemu:env")
                    .attribute("name", variable.name())
                    .attribute("value", variable.value())
                    .end();
        }
        out.end();
        out.startOptional("qemu:capabilities");
        for (String capability : addedCapabilities) {
            out.start("qemu:add").attribute("capability", capability).end();
        }
        for (String capability : removedCapabilities) {
            out.start("qemu:del").attribute("capability", capability).end();
        }
        out.end();
        out.startOptional("qemu:override");
        for (DeviceOverride override : overrides) {
            out.start("qemu:device").attribute("alias", override.alias());
            out.startOptional("qemu:frontend");
            for (Property property : override.properties()) {
                out.start("qemu:property")
                        .attribute("name", property.name())
                        .attribute("type", property.type())
                        .attribute("value", property.value())
                        .end();
            }
            out.end().end();
        }
        out.end();
        out.startOptional("qemu:deprecation").attribute("behavior", deprecation).end();
    }
}
