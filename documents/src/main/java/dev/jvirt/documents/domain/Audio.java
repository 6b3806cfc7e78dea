package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// `<audio>`: what plays and records on the host.
///
/// @param options attributes that only this type has, in the order in which they are printed
public record Audio(
        int id,
        Type type,
        OptionalInt timerPeriod,
        List<Option> options,
        Optional<Stream> input,
        Optional<Stream> output)
        implements Device {
    /// The program or library that plays.
    public enum Type implements Word {
        NONE,
        ALSA,
        COREAUDIO,
        JACK,
        OSS,
        PULSEAUDIO,
        SDL,
        SPICE,
        FILE,
        DBUS
    }

    /// An attribute.
    public record Option(String name, String value) {}

    /// `<input>` or `<output>`: one direction.
    ///
    /// @param options attributes that only this type has, in the order in which they are printed
    public record Stream(
            Optional<Boolean> mixingEngine,
            Optional<Boolean> fixedSettings,
            OptionalInt voices,
            OptionalInt bufferLength,
            OptionalInt frequency,
            OptionalInt channels,
            Optional<SampleFormat> format,
            List<Option> options) {
        /// A direction with its own copy of the options.
        public Stream {
            options = List.copyOf(options);
        }

        /// The value of an option.
        public Optional<String> option(String name) {
            return Audio.option(options, name);
        }

        static Stream parse(Element element, Type type) {
            var fixed = element.yesNo("fixedSettings");
            var mixing = element.yesNo("mixingEngine");
            if (fixed.orElse(false) && !mixing.orElse(false)) {
                throw unsupported("fixed audio settings requires mixing engine");
            }
            var settings = element.child("settings");
            if (settings.isPresent() && !fixed.orElse(false)) {
                throw unsupported("audio settings specified without fixed settings flag");
            }
            return new Stream(
                    mixing,
                    fixed,
                    element.nonZero("voices"),
                    element.nonZero("bufferLength"),
                    settings.isEmpty() ? OptionalInt.empty() : settings.get().nonZero("frequency"),
                    settings.isEmpty() ? OptionalInt.empty() : settings.get().nonZero("channels"),
                    settings.flatMap(s -> s.choice("format", SampleFormat.class)),
                    streamOptions(element, type));
        }

        private static LibvirtException unsupported(String message) {
            return new LibvirtException(CONFIG_UNSUPPORTED, message);
        }

        private static List<Option> streamOptions(Element element, Type type) {
            return switch (type) {
                case ALSA -> pick(element, "dev");
                case COREAUDIO, SDL -> counts(element, "bufferCount");
                case JACK -> {
                    element.yesNo("exactName");
                    yield pick(element, "serverName", "clientName", "connectPorts", "exactName");
                }
                case OSS -> {
                    element.yesNo("tryPoll");
                    var options = new ArrayList<>(pick(element, "dev"));
                    options.addAll(counts(element, "bufferCount"));
                    options.addAll(pick(element, "tryPoll"));
                    yield options;
                }
                case PULSEAUDIO -> {
                    var options = new ArrayList<>(pick(element, "name", "streamName"));
                    options.addAll(counts(element, "latency"));
                    yield options;
                }
                case NONE, SPICE, FILE, DBUS -> List.of();
            };
        }

        private static List<Option> counts(Element element, String name) {
            return element.positive(name).isPresent() ? pick(element, name) : List.of();
        }

        void format(XmlWriter out, String direction) {
            out.startOptional(direction)
                    .yesNo("mixingEngine", mixingEngine)
                    .yesNo("fixedSettings", fixedSettings)
                    .attribute("voices", voices)
                    .attribute("bufferLength", bufferLength);
            Audio.format(out, options);
            if (fixedSettings.orElse(false)) {
                out.start("settings")
                        .attribute("frequency", frequency)
                        .attribute("channels", channels)
                        .word("format", format)
                        .end();
            }
            out.end();
        }
    }

    /// How a sample is stored.
    public enum SampleFormat implements Word {
        U8,
        S8,
        U16,
        S16,
        U32,
        S32,
        F32
    }

    /// A backend with its own copy of the options.
    public Audio {
        options = List.copyOf(options);
    }

    /// A backend without options.
    public Audio(int id, Type type) {
        this(id, type, OptionalInt.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /// The value of an option.
    public Optional<String> option(String name) {
        return option(options, name);
    }

    private static Optional<String> option(List<Option> options, String name) {
        for (Option option : options) {
            if (option.name().equals(name)) {
                return Optional.of(option.value());
            }
        }
        return Optional.empty();
    }

    private static List<Option> pick(Element element, String... names) {
        var options = new ArrayList<Option>();
        for (String name : names) {
            element.attribute(name).ifPresent(value -> options.add(new Option(name, value)));
        }
        return options;
    }

    private static void format(XmlWriter out, List<Option> options) {
        for (Option option : options) {
            out.attribute(option.name(), option.value());
        }
    }

    static Audio parse(Element element) {
        var type = element.requiredChoice("type", Type.class);
        element.required("id");
        return new Audio(
                element.nonZero("id").orElse(0),
                type,
                element.nonZero("timerPeriod"),
                options(element, type),
                element.child("input").map(s -> Stream.parse(s, type)),
                element.child("output").map(s -> Stream.parse(s, type)));
    }

    private static List<Option> options(Element element, Type type) {
        return switch (type) {
            case OSS -> {
                element.yesNo("tryMMap");
                element.yesNo("exclusive");
                element.nonNegative("dspPolicy");
                yield pick(element, "tryMMap", "exclusive", "dspPolicy");
            }
            case PULSEAUDIO -> pick(element, "serverName");
            case SDL -> pick(element, "driver");
            case FILE -> pick(element, "path");
            case NONE, ALSA, COREAUDIO, JACK, SPICE, DBUS -> List.of();
        };
    }

    /// Reads the `<audio id=''/>` of a device that plays sound.
    static OptionalInt reference(Element device) {
        var audio = device.child("audio");
        if (audio.isEmpty()) {
            return OptionalInt.empty();
        }
        audio.get().required("id");
        return audio.get().nonZero("id");
    }

    static void formatReference(XmlWriter out, OptionalInt id) {
        id.ifPresent(i -> out.start("audio").attribute("id", i).end());
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("audio")
                .attribute("id", id)
                .attribute("type", type)
                .attribute("timerPeriod", timerPeriod);
        format(out, options);
        input.ifPresent(s -> s.format(out, "input"));
        output.ifPresent(s -> s.format(out, "output"));
        out.end();
    }
}
