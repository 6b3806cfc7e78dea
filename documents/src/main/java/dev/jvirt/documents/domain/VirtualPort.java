package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/// `<virtualport>`: what the switch must know of an interface's port.
public record VirtualPort(
        Optional<Type> type,
        OptionalInt managerId,
        OptionalInt typeId,
        OptionalInt typeIdVersion,
        Optional<UUID> instanceId,
        Optional<UUID> interfaceId,
        Optional<String> profileId) {
    private static final int MAX_PROFILE = 39;

    /// The kind of switch.
    public enum Type implements Word {
        QBG,
        QBH,
        OPENVSWITCH,
        MIDONET;

        @Override
        public String spelling() {
            return switch (this) {
                case QBG -> "802.1Qbg";
                case QBH -> "802.1Qbh";
                default -> Word.super.spelling();
            };
        }
    }

    /// Reads the element.
    ///
    /// @param typeRequired whether the kind of switch must be named
    public static VirtualPort parse(Element element, boolean typeRequired) {
        var type = element.attribute("type").map(VirtualPort::type);
        if (type.isEmpty() && typeRequired) {
            throw new LibvirtException(XML_ERROR, "missing required virtualport type");
        }
        var parameters = element.child("parameters");
        var profile = parameters.flatMap(p -> p.attribute("profileid")).filter(p -> !p.isEmpty());
        if (profile.filter(p -> p.length() > MAX_PROFILE).isPresent()) {
            throw new LibvirtException(XML_ERROR, "profileid parameter too long");
        }
        return new VirtualPort(
                type,
                number(parameters, "managerid", 0xFF),
                number(parameters, "typeid", 0xFFFFFF),
                number(parameters, "typeidversion", 0xFF),
                uuid(parameters, "instanceid"),
                uuid(parameters, "interfaceid"),
                profile);
    }

    private static Type type(String word) {
        return Word.find(Type.class, word)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        CONFIG_UNSUPPORTED,
                                        "unknown virtualport type %s".formatted(word)));
    }

    private static OptionalInt number(Optional<Element> parameters, String name, int max) {
        if (parameters.isEmpty() || parameters.get().attribute(name).isEmpty()) {
            return OptionalInt.empty();
        }
        var number = dev.jvirt.documents.xml.Numbers.parse(parameters.get().required(name), 0);
        if (number.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR, "cannot parse value of %s parameter".formatted(name));
        }
        if (number.getAsLong() < 0 || number.getAsLong() > max) {
            throw new LibvirtException(XML_ERROR, "value of %s out of range".formatted(name));
        }
        return OptionalInt.of((int) number.getAsLong());
    }

    private static Optional<UUID> uuid(Optional<Element> parameters, String name) {
        var text = parameters.flatMap(p -> p.attribute(name));
        var uuid = text.flatMap(Uuids::parse);
        if (text.isPresent() && uuid.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR, "cannot parse %s parameter as a uuid".formatted(name));
        }
        return uuid;
    }

    /// The same with other identifiers of instance and interface.
    public VirtualPort withIds(Optional<UUID> instance, Optional<UUID> iface) {
        return new VirtualPort(type, managerId, typeId, typeIdVersion, instance, iface, profileId);
    }

    private boolean isOneOf(Type... types) {
        if (type.isEmpty()) {
            return true;
        }
        for (Type candidate : types) {
            if (type.get() == candidate) {
                return true;
            }
        }
        return false;
    }

    /// Writes the element.
    public void format(XmlWriter out) {
        boolean parameters =
                managerId.isPresent()
                        || typeId.isPresent()
                        || typeIdVersion.isPresent()
                        || instanceId.isPresent()
                        || interfaceId.isPresent()
                        || profileId.isPresent();
        if (type.isEmpty() && !parameters) {
            return;
        }
        out.start("virtualport").word("type", type);
        if (parameters) {
            formatParameters(out);
        }
        out.end();
    }

    private void formatParameters(XmlWriter out) {
        out.start("parameters");
        if (isOneOf(Type.QBG)) {
            out.attribute("managerid", managerId)
                    .attribute("typeid", typeId)
                    .attribute("typeidversion", typeIdVersion)
                    .attribute("instanceid", instanceId.map(UUID::toString));
        }
        if (isOneOf(Type.MIDONET, Type.OPENVSWITCH)) {
            out.attribute("interfaceid", interfaceId.map(UUID::toString));
        }
        if (isOneOf(Type.OPENVSWITCH, Type.QBH)) {
            out.attribute("profileid", profileId);
        }
        out.end();
    }
}
