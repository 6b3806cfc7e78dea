package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<auth>`: as whom to log in at a storage server.
public record StorageAuthentication(String username, Optional<Type> type, SecretReference secret) {
    /// How to log in (storage pools only).
    public enum Type implements Word {
        CHAP,
        CEPH
    }

    /// Reads the element.
    public static StorageAuthentication parse(Element auth) {
        String username =
                auth.attribute("username")
                        .filter(u -> !u.isEmpty())
                        .orElseThrow(
                                () -> new LibvirtException(XML_ERROR, "missing username for auth"));
        var type = auth.attribute("type").filter(t -> !t.isEmpty() && !t.equals("none"));
        var known = type.flatMap(t -> Word.find(Type.class, t));
        if (type.isPresent() && known.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown auth type '%s'".formatted(type.get()));
        }
        var secret =
                auth.child("secret")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR, "Missing <secret> element in auth"));
        return new StorageAuthentication(username, known, SecretReference.parse(secret));
    }

    /// Writes the element.
    public void format(XmlWriter out) {
        out.start("auth").word("type", type).attribute("username", username);
        secret.format(out);
        out.end();
    }
}
