package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;
import java.util.Optional;

/// The host side of a character device: its source, the labels of the source, and a log.
public record CharBackend(CharSource source, List<DeviceSecurityLabel> labels, Optional<Log> log) {
    /// A backend with its own copy of the labels.
    public CharBackend {
        labels = List.copyOf(labels);
    }

    /// A source without labels and log.
    public CharBackend(CharSource source) {
        this(source, List.of(), Optional.empty());
    }

    /// `<log>`: a file that gets a copy of the output.
    public record Log(Optional<String> file, Optional<Boolean> append) {
        static Log parse(Element log) {
            return new Log(log.attribute("file"), log.onOff("append"));
        }
    }

    /// The same with another source.
    public CharBackend withSource(CharSource value) {
        return new CharBackend(value, labels, log);
    }

    /// The same with another log.
    public CharBackend withLog(Optional<Log> value) {
        return new CharBackend(source, labels, value);
    }

    /// Reads the backend of a device that has a `type` attribute.
    static CharBackend parse(Element device, String type, ParseFlags flags) {
        var source = CharSource.parse(device, type, flags);
        var logs = device.children("log");
        if (logs.size() > 1) {
            throw new LibvirtException(
                    XML_ERROR, "only one log element is allowed for character device");
        }
        var labels =
                device.child("source")
                        .map(s -> DeviceSecurityLabel.parseAll(s, flags))
                        .orElse(List.of());
        return new CharBackend(source, labels, logs.stream().findFirst().map(Log::parse));
    }

    /// Writes `<source>`, `<protocol>` and `<log>`.
    void format(XmlWriter out, FormatFlags flags) {
        source.formatSource(out, flags, () -> formatLabels(out, flags));
        if (log.isPresent() && log.get().file().isPresent()) {
            out.start("log")
                    .attribute("file", log.get().file())
                    .onOff("append", log.get().append())
                    .end();
        }
    }

    private void formatLabels(XmlWriter out, FormatFlags flags) {
        for (DeviceSecurityLabel label : labels) {
            label.format(out, flags);
        }
    }
}
