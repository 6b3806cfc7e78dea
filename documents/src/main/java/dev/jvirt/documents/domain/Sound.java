package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// `<sound>`: a sound card.
///
/// @param audioId the [Audio] that plays it
public record Sound(Model model, List<Codec> codecs, OptionalInt audioId, DeviceInfo info)
        implements GuestDevice {
    /// The card.
    public enum Model implements Word {
        SB16,
        ES1370,
        PCSPK,
        AC97,
        ICH6,
        ICH9,
        USB,
        ICH7
    }

    /// A codec of an Intel HDA card.
    public enum Codec implements Word {
        DUPLEX,
        MICRO,
        OUTPUT
    }

    /// A card with its own copy of the codecs.
    public Sound {
        codecs = List.copyOf(codecs);
    }

    @Override
    public Sound withInfo(DeviceInfo value) {
        return new Sound(model, codecs, audioId, value);
    }

    /// The same played by another backend.
    public Sound withAudioId(int value) {
        return new Sound(model, codecs, OptionalInt.of(value), info);
    }

    static Sound parse(Element element, ParseFlags flags) {
        var model = element.requiredChoice("model", Model.class);
        var codecs = new ArrayList<Codec>();
        if (model == Model.ICH6 || model == Model.ICH9) {
            for (Element codec : element.children("codec")) {
                String type = codec.attribute("type").orElse("(null)");
                codecs.add(
                        Word.find(Codec.class, type)
                                .orElseThrow(
                                        () ->
                                                new LibvirtException(
                                                        CONFIG_UNSUPPORTED,
                                                        "unknown codec type '%s'"
                                                                .formatted(type))));
            }
        }
        return new Sound(model, codecs, Audio.reference(element), DeviceInfo.parse(element, flags));
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("sound").attribute("model", model);
        for (Codec codec : codecs) {
            out.start("codec").attribute("type", codec).end();
        }
        Audio.formatReference(out, audioId);
        info.format(out);
        out.end();
    }
}
