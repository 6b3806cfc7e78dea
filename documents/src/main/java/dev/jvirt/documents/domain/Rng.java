package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Numbers;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// `<rng>`: random numbers for the guest.
public record Rng(
        VirtioModel model,
        Optional<Rate> rate,
        Backend backend,
        VirtioOptions virtio,
        DeviceInfo info)
        implements GuestDevice {
    /// How many bytes the guest may take.
    ///
    /// @param period milliseconds
    public record Rate(int bytes, OptionalInt period) {
        static Optional<Rate> ofDevice(Element device) {
            var rate = device.child("rate");
            if (rate.isEmpty()) {
                return Optional.empty();
            }
            OptionalInt bytes = number(rate.get(), "bytes");
            return bytes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Rate(bytes.getAsInt(), number(rate.get(), "period")));
        }

        private static OptionalInt number(Element rate, String name) {
            var text = rate.attribute(name).filter(t -> !t.isEmpty());
            if (text.isEmpty()) {
                return OptionalInt.empty();
            }
            OptionalLong number = Numbers.parse(text.get(), 10);
            if (number.orElse(-1) < 0 || number.getAsLong() > Integer.MAX_VALUE) {
                throw new LibvirtException(XML_ERROR, "invalid RNG rate %s value".formatted(name));
            }
            return number.getAsLong() == 0
                    ? OptionalInt.empty()
                    : OptionalInt.of((int) number.getAsLong());
        }
    }

    /// Where the numbers come from.
    public sealed interface Backend {}

    /// A file of the host; a driver chooses one if absent.
    public record RandomFile(Optional<String> path) implements Backend {}

    /// An entropy gathering daemon.
    public record EntropyDaemon(CharBackend backend) implements Backend {}

    /// The emulator itself.
    public record Builtin() implements Backend {}

    @Override
    public Rng withInfo(DeviceInfo value) {
        return new Rng(model, rate, backend, virtio, value);
    }

    /// The same with another source of numbers.
    public Rng withBackend(Backend value) {
        return new Rng(model, rate, value, virtio, info);
    }

    static Rng parse(Element element, ParseFlags flags) {
        var model = element.attribute("model");
        if (model.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "missing RNG device model");
        }
        var known = Word.find(VirtioModel.class, model.get());
        if (known.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown RNG model '%s'".formatted(model.get()));
        }
        var backends = element.children("backend");
        if (backends.size() != 1) {
            throw new LibvirtException(XML_ERROR, "only one RNG backend is supported");
        }
        return new Rng(
                known.get(),
                Rate.ofDevice(element),
                backend(backends.getFirst(), flags),
                VirtioOptions.ofDevice(element),
                DeviceInfo.parse(element, flags));
    }

    private static Backend backend(Element backend, ParseFlags flags) {
        var model = backend.attribute("model");
        if (model.isEmpty()) {
            throw new LibvirtException(XML_ERROR, "missing RNG device backend model");
        }
        return switch (model.get()) {
            case "random" -> new RandomFile(Optional.of(backend.text()).filter(t -> !t.isEmpty()));
            case "egd" -> {
                var type = backend.attribute("type");
                if (type.isEmpty()) {
                    throw new LibvirtException(XML_ERROR, "missing EGD backend type");
                }
                yield new EntropyDaemon(CharBackend.parse(backend, type.get(), flags));
            }
            case "builtin" -> new Builtin();
            default ->
                    throw new LibvirtException(
                            CONFIG_UNSUPPORTED,
                            "unknown RNG backend model '%s'".formatted(model.get()));
        };
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("rng").attribute("model", model);
        rate.ifPresent(
                r ->
                        out.start("rate")
                                .attribute("bytes", r.bytes())
                                .attribute("period", r.period())
                                .end());
        switch (backend) {
            case RandomFile random -> {
                out.start("backend").attribute("model", "random");
                random.path().ifPresent(out::text);
            }
            case EntropyDaemon daemon -> {
                out.start("backend")
                        .attribute("model", "egd")
                        .attribute("type", daemon.backend().source().type());
                daemon.backend().format(out, flags);
            }
            case Builtin _ -> out.start("backend").attribute("model", "builtin");
        }
        out.end();
        virtio.formatDriver(out);
        info.format(out);
        out.end();
    }
}
