package dev.jvirt.daemon.access;

import dev.jvirt.api.host.SecretUsageType;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.documents.xml.XmlParser;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The attributes of an object that is only a document yet: as far as the document names them.
final class DocumentAttributes {
    private DocumentAttributes() {}

    /// @throws dev.jvirt.api.LibvirtException if the text is no document
    static Map<String, String> of(ObjectType type, String xml) {
        var attributes = new Attributes();
        Element root = XmlParser.parse(xml, "(definition_of_%s)".formatted(type.label()));
        return switch (type) {
            case DOMAIN -> named(root, ObjectAttributes.DOMAIN_NAME, ObjectAttributes.DOMAIN_UUID);
            case NETWORK ->
                    named(root, ObjectAttributes.NETWORK_NAME, ObjectAttributes.NETWORK_UUID);
            case STORAGE_POOL ->
                    named(root, ObjectAttributes.POOL_NAME, ObjectAttributes.POOL_UUID);
            case NETWORK_PORT -> attributes.put(ObjectAttributes.PORT_UUID, uuid(root)).get();
            case INTERFACE ->
                    attributes
                            .put(ObjectAttributes.INTERFACE_NAME, root.attribute("name"))
                            .put(ObjectAttributes.INTERFACE_MAC, below(root, "mac", "address"))
                            .get();
            case NODE_DEVICE ->
                    attributes.put(ObjectAttributes.DEVICE_NAME, root.text("name")).get();
            case NWFILTER ->
                    attributes
                            .put(ObjectAttributes.FILTER_NAME, root.attribute("name"))
                            .put(ObjectAttributes.FILTER_UUID, uuid(root))
                            .get();
            case NWFILTER_BINDING -> binding(root);
            case SECRET -> secret(root);
            case STORAGE_VOL ->
                    attributes
                            .put(ObjectAttributes.VOLUME_NAME, root.text("name"))
                            .put(ObjectAttributes.VOLUME_KEY, root.text("key"))
                            .get();
            case CONNECT -> Map.of();
        };
    }

    private static Map<String, String> named(Element root, String name, String uuid) {
        return new Attributes().put(name, root.text("name")).put(uuid, uuid(root)).get();
    }

    private static Optional<String> uuid(Element root) {
        return root.text("uuid").flatMap(Uuids::parse).map(UUID::toString);
    }

    private static Optional<String> below(Element root, String child, String attribute) {
        return root.child(child).flatMap(element -> element.attribute(attribute));
    }

    private static Map<String, String> binding(Element root) {
        return new Attributes()
                .put(ObjectAttributes.BINDING_PORT, below(root, "portdev", "name"))
                .put(ObjectAttributes.BINDING_LINK, below(root, "linkdev", "name"))
                .put(ObjectAttributes.BINDING_FILTER, below(root, "filterref", "filter"))
                .get();
    }

    private static Map<String, String> secret(Element root) {
        var attributes = new Attributes().put(ObjectAttributes.SECRET_UUID, uuid(root));
        root.child("usage").ifPresent(usage -> attributes.putAll(usage(usage)));
        return attributes.get();
    }

    private static Map<String, String> usage(Element usage) {
        return switch (usage.attribute("type").orElse("")) {
            case "volume" -> usage(SecretUsageType.VOLUME, usage.text("volume"));
            case "ceph" -> usage(SecretUsageType.CEPH, usage.text("name"));
            case "iscsi" -> usage(SecretUsageType.ISCSI, usage.text("target"));
            case "tls" -> usage(SecretUsageType.TLS, usage.text("name"));
            case "vtpm" -> usage(SecretUsageType.VTPM, usage.text("name"));
            default -> Map.of();
        };
    }

    private static Map<String, String> usage(SecretUsageType type, Optional<String> id) {
        return id.map(known -> ObjectAttributes.usage(type, known)).orElse(Map.of());
    }
}
