package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.INTERNAL_ERROR;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// `<tpm>`: a trusted platform module.
///
/// @param model absent until a driver chooses one
public record Tpm(Optional<Model> model, Backend backend, DeviceInfo info) implements GuestDevice {
    /// The interface of the module.
    public enum Model implements Word {
        TPM_TIS,
        TPM_CRB,
        TPM_SPAPR,
        SPAPR_TPM_PROXY
    }

    /// Where the module is.
    public sealed interface Backend {}

    /// A module of the host.
    public record Passthrough(String device) implements Backend {}

    /// A software module.
    public record Emulator(
            Optional<Version> version,
            boolean persistentState,
            Optional<UUID> secret,
            List<PcrBank> activePcrBanks)
            implements Backend {
        /// An emulator with its own copy of the banks.
        public Emulator {
            activePcrBanks = List.copyOf(activePcrBanks);
        }

        /// The same of another version.
        public Emulator withVersion(Version value) {
            return new Emulator(Optional.of(value), persistentState, secret, activePcrBanks);
        }
    }

    /// A software module that someone else runs.
    public record External(CharSource source) implements Backend {}

    /// The version of the standard.
    public enum Version implements Word {
        V1_2,
        V2_0;

        @Override
        public String spelling() {
            return this == V1_2 ? "1.2" : "2.0";
        }
    }

    /// The hash of a bank of registers.
    public enum PcrBank implements Word {
        SHA1,
        SHA256,
        SHA384,
        SHA512
    }

    private static final String DEFAULT_DEVICE = "/dev/tpm0";

    @Override
    public Tpm withInfo(DeviceInfo value) {
        return new Tpm(model, backend, value);
    }

    /// The same with another interface.
    public Tpm withModel(Model value) {
        return new Tpm(Optional.of(value), backend, info);
    }

    /// The same with another backend.
    public Tpm withBackend(Backend value) {
        return new Tpm(model, value, info);
    }

    static Tpm parse(Element element, ParseFlags flags) {
        var backends = element.children("backend");
        if (backends.size() > 1) {
            throw new LibvirtException(XML_ERROR, "only one TPM backend is supported");
        }
        if (backends.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "missing TPM device backend");
        }
        return new Tpm(
                element.choice("model", Model.class),
                backend(backends.getFirst(), flags),
                DeviceInfo.parse(element, flags));
    }

    private static Backend backend(Element backend, ParseFlags flags) {
        String type = backend.required("type");
        return switch (type) {
            case "passthrough" ->
                    new Passthrough(
                            backend.child("device")
                                    .flatMap(d -> d.attribute("path"))
                                    .filter(p -> !p.isEmpty())
                                    .orElse(DEFAULT_DEVICE));
            case "emulator" -> emulator(backend);
            case "external" -> external(backend, flags);
            default -> throw backend.invalid("type", type);
        };
    }

    private static Backend emulator(Element backend) {
        var secret = backend.child("encryption").flatMap(e -> e.attribute("secret"));
        var uuid = secret.flatMap(Uuids::parse);
        if (secret.isPresent() && uuid.isEmpty()) {
            throw new LibvirtException(
                    INTERNAL_ERROR, "Unable to parse secret uuid '%s'".formatted(secret.get()));
        }
        String persistent = backend.attribute("persistent_state").orElse("no");
        if (!persistent.equals("yes") && !persistent.equals("no")) {
            throw new LibvirtException(
                    INTERNAL_ERROR, "Invalid persistent_state value, either 'yes' or 'no'");
        }
        var banks = EnumSet.noneOf(PcrBank.class);
        var active = backend.child("active_pcr_banks");
        if (active.isPresent()) {
            for (Element bank : active.get().children()) {
                banks.add(
                        Word.find(PcrBank.class, bank.name())
                                .orElseThrow(
                                        () ->
                                                new LibvirtException(
                                                        CONFIG_UNSUPPORTED,
                                                        "Unsupported PCR banks '%s'"
                                                                .formatted(bank.name()))));
            }
        }
        return new Emulator(
                backend.choice("version", Version.class),
                persistent.equals("yes"),
                uuid,
                List.copyOf(banks));
    }

    private static Backend external(Element backend, ParseFlags flags) {
        var type = backend.child("source").flatMap(s -> s.attribute("type"));
        if (type.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "missing external TPM backend type");
        }
        return new External(CharSource.parse(backend, type.get(), flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("tpm").word("model", model).start("backend");
        switch (backend) {
            case Passthrough passthrough -> {
                out.attribute("type", "passthrough");
                out.start("device").attribute("path", passthrough.device()).end();
            }
            case Emulator emulator -> format(out, emulator);
            case External external -> {
                out.attribute("type", "external");
                if (external.source() instanceof CharSource.Unix unix) {
                    out.start("source")
                            .attribute("type", "unix")
                            .attribute("mode", "connect")
                            .attribute("path", unix.path())
                            .end();
                }
            }
        }
        out.end();
        info.format(out);
        out.end();
    }

    private static void format(XmlWriter out, Emulator emulator) {
        out.attribute("type", "emulator")
                .word("version", emulator.version())
                .yes("persistent_state", emulator.persistentState());
        emulator.secret()
                .ifPresent(s -> out.start("encryption").attribute("secret", s.toString()).end());
        out.startOptional("active_pcr_banks");
        for (PcrBank bank : emulator.activePcrBanks()) {
            out.empty(bank.word());
        }
        out.end();
    }
}
