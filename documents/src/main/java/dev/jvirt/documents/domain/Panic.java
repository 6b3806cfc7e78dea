package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;

/// `<panic>`: through which the guest tells that it crashed.
public record Panic(Optional<Model> model, DeviceInfo info) implements GuestDevice {
    /// The device.
    public enum Model implements Word {
        ISA,
        PSERIES,
        HYPERV,
        S390
    }

    @Override
    public Panic withInfo(DeviceInfo value) {
        return new Panic(model, value);
    }

    /// The same of another model.
    public Panic withModel(Model value) {
        return new Panic(Optional.of(value), info);
    }

    static Panic parse(Element element, ParseFlags flags) {
        var info = DeviceInfo.parse(element, flags);
        var word = element.attribute("model").filter(m -> !m.equals("default"));
        var model = word.flatMap(w -> Word.find(Model.class, w));
        if (word.isPresent() && model.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown panic model '%s'".formatted(word.get()));
        }
        return new Panic(model, info);
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.startOptional("panic").word("model", model);
        info.format(out);
        out.end();
    }
}
