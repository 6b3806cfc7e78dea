package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `<encryption>`: how an image is encrypted.
public record StorageEncryption(
        Format format,
        Optional<Engine> engine,
        List<SecretReference> secrets,
        Optional<Cipher> cipher,
        Optional<IvGenerator> ivGenerator) {
    /// The format of the encryption.
    public enum Format implements Word {
        DEFAULT,
        QCOW,
        LUKS,
        LUKS2,
        LUKS_ANY
    }

    /// Who decrypts.
    public enum Engine implements Word {
        QEMU,
        LIBRBD
    }

    /// `<cipher>`.
    public record Cipher(String name, int size, Optional<String> mode, Optional<String> hash) {}

    /// `<ivgen>`.
    public record IvGenerator(String name, Optional<String> hash) {}

    /// An encryption with its own copy of the secrets.
    public StorageEncryption {
        secrets = List.copyOf(secrets);
    }

    /// The same with another engine.
    public StorageEncryption withEngine(Engine value) {
        return new StorageEncryption(format, Optional.of(value), secrets, cipher, ivGenerator);
    }

    /// Reads the element.
    public static StorageEncryption parse(Element element) {
        var word = element.attribute("format").filter(f -> !f.isEmpty());
        if (word.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "unknown volume encryption format");
        }
        var format =
                Word.find(Format.class, word.get())
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                CONFIG_UNSUPPORTED,
                                                "unknown volume encryption format type %s"
                                                        .formatted(word.get())));
        var secrets = new ArrayList<SecretReference>();
        for (Element secret : element.children("secret")) {
            secrets.add(secret(secret));
        }
        boolean luks = format == Format.LUKS;
        var cipher = luks ? element.child("cipher").map(StorageEncryption::cipher) : none();
        var ivgen = luks ? element.child("ivgen") : Optional.<Element>empty();
        if (ivgen.isPresent() && cipher.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "ivgen element found, but cipher is missing");
        }
        return new StorageEncryption(
                format,
                element.choice("engine", Engine.class),
                secrets,
                cipher,
                ivgen.map(StorageEncryption::ivGenerator));
    }

    private static Optional<Cipher> none() {
        return Optional.empty();
    }

    private static SecretReference secret(Element secret) {
        var type = secret.attribute("type").filter(t -> !t.isEmpty());
        if (type.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "unknown volume encryption secret type");
        }
        if (!type.get().equals("passphrase")) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED,
                    "unknown volume encryption secret type %s".formatted(type.get()));
        }
        return SecretReference.parse(secret);
    }

    private static Cipher cipher(Element cipher) {
        String name =
                cipher.attribute("name")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR, "cipher info missing 'name' attribute"));
        cipher.required("size");
        return new Cipher(
                name,
                cipher.unsigned("size").orElse(0),
                cipher.attribute("mode"),
                cipher.attribute("hash"));
    }

    private static IvGenerator ivGenerator(Element ivgen) {
        String name =
                ivgen.attribute("name")
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR, "missing ivgen info name string"));
        return new IvGenerator(name, ivgen.attribute("hash"));
    }

    /// Writes the element.
    public void format(XmlWriter out) {
        out.start("encryption").attribute("format", format).word("engine", engine);
        for (SecretReference secret : secrets) {
            secret.format(out);
        }
        cipher.ifPresent(
                c ->
                        out.start("cipher")
                                .attribute("name", c.name())
                                .attribute("size", c.size())
                                .attribute("mode", c.mode())
                                .attribute("hash", c.hash())
                                .end());
        ivGenerator.ifPresent(
                i ->
                        out.start("ivgen")
                                .attribute("name", i.name())
                                .attribute("hash", i.hash())
                                .end());
        out.end();
    }
}
