package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// The firmware of a guest.
///
/// @param automatic the kind for which a driver looks
/// @param features what it must have or not have
public record Firmware(
        Optional<Kind> automatic,
        Map<Feature, Boolean> features,
        Optional<Loader> loader,
        Optional<NvramStore> nvram) {
    /// Nothing said.
    public static final Firmware NONE =
            new Firmware(Optional.empty(), Map.of(), Optional.empty(), Optional.empty());

    /// The kinds of firmware.
    public enum Kind implements Word {
        BIOS,
        EFI
    }

    /// What firmware can have, in the order in which it is printed.
    public enum Feature implements Word {
        ENROLLED_KEYS,
        SECURE_BOOT
    }

    /// `<loader>`.
    public record Loader(
            Optional<String> path,
            Optional<LoaderType> type,
            Optional<Boolean> readOnly,
            Optional<Boolean> secure,
            Optional<Boolean> stateless) {
        static Loader parse(Element loader) {
            return new Loader(
                    Optional.of(loader.text()).filter(p -> !p.isEmpty()),
                    loader.choice("type", LoaderType.class),
                    loader.yesNo("readonly"),
                    loader.yesNo("secure"),
                    loader.yesNo("stateless"));
        }

        /// The same loaded in another way.
        public Loader withType(LoaderType value) {
            return new Loader(path, Optional.of(value), readOnly, secure, stateless);
        }

        void format(XmlWriter out) {
            out.startOptional("loader")
                    .yesNo("readonly", readOnly)
                    .yesNo("secure", secure)
                    .word("type", type)
                    .yesNo("stateless", stateless);
            path.ifPresent(out::text);
            out.end();
        }
    }

    /// How firmware is loaded.
    public enum LoaderType implements Word {
        ROM,
        PFLASH
    }

    /// `<nvram>`: where the firmware keeps its variables.
    ///
    /// @param template from what it is made if missing
    /// @param typed whether the document gives it as a `<source>`
    public record NvramStore(
            Optional<String> template, Optional<StorageSource> source, boolean typed) {
        static NvramStore parse(Element nvram, ParseFlags flags) {
            var template = nvram.attribute("template");
            var type = nvram.attribute("type");
            if (type.isEmpty()) {
                String path = nvram.text();
                return new NvramStore(
                        template,
                        path.isEmpty()
                                ? Optional.empty()
                                : Optional.of(image(new StorageLocation.File(path))),
                        false);
            }
            var source = nvram.child("source");
            if (source.isEmpty()) {
                throw new LibvirtException(
                        XML_ERROR, "missing source for nvram of type '%s'".formatted(type.get()));
            }
            return new NvramStore(
                    template,
                    Optional.of(
                            StorageSource.parse(source.get(), type.get(), flags)
                                    .withFormat(Optional.of(StorageFormat.RAW))),
                    true);
        }

        private static StorageSource image(StorageLocation location) {
            return StorageSource.of(location, Optional.of(StorageFormat.RAW));
        }

        void format(XmlWriter out, FormatFlags flags) {
            out.startOptional("nvram").attribute("template", template);
            if (source.isPresent()) {
                if (typed) {
                    out.attribute("type", source.get().location().type());
                    source.get().formatSource(out, flags, StorageSource.Placement.PLAIN);
                } else {
                    source.get().path().ifPresent(out::text);
                }
            }
            out.end();
        }
    }

    /// Firmware with its own copy of the features.
    public Firmware {
        var copy = new EnumMap<Feature, Boolean>(Feature.class);
        copy.putAll(features);
        features = Collections.unmodifiableMap(copy);
    }

    /// The same with other features.
    public Firmware withFeatures(Map<Feature, Boolean> value) {
        return new Firmware(automatic, value, loader, nvram);
    }

    /// The same with another loader.
    public Firmware withLoader(Loader value) {
        return new Firmware(automatic, features, Optional.of(value), nvram);
    }

    /// The same with another store of variables.
    public Firmware withNvram(NvramStore value) {
        return new Firmware(automatic, features, loader, Optional.of(value));
    }

    static Firmware parse(Element os, boolean hvm, ParseFlags flags) {
        var features = new EnumMap<Feature, Boolean>(Feature.class);
        var parent = os.child("firmware");
        if (hvm && parent.isPresent()) {
            for (Element feature : parent.get().children("feature")) {
                feature.required("enabled");
                features.put(
                        feature.requiredChoice("name", Feature.class),
                        feature.yesNo("enabled").orElse(false));
            }
        }
        var word = hvm ? os.attribute("firmware") : Optional.<String>empty();
        var automatic = word.flatMap(w -> Word.find(Kind.class, w));
        if (word.isPresent() && automatic.isEmpty()) {
            throw new LibvirtException(
                    XML_ERROR, "unknown firmware value %s".formatted(word.get()));
        }
        return new Firmware(
                automatic,
                features,
                os.child("loader").map(Loader::parse),
                os.child("nvram").map(n -> NvramStore.parse(n, flags)));
    }

    void formatFeatures(XmlWriter out) {
        out.startOptional("firmware");
        for (var entry : features.entrySet()) {
            out.start("feature")
                    .attribute("enabled", entry.getValue() ? "yes" : "no")
                    .attribute("name", entry.getKey())
                    .end();
        }
        out.end();
    }

    void formatLoader(XmlWriter out, FormatFlags flags) {
        loader.ifPresent(l -> l.format(out));
        nvram.ifPresent(n -> n.format(out, flags));
    }
}
