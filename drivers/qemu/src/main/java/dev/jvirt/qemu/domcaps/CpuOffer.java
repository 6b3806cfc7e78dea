package dev.jvirt.qemu.domcaps;

import dev.jvirt.documents.xml.XmlWriter;
import java.util.List;
import java.util.Optional;

/// `<cpu>`: the processors that domains can have.
///
/// @param passthrough the host's own
/// @param maximum all that the emulator can do
/// @param hostModel a named one that is as near to the host's as can be; absent if there is none
/// @param models named ones
public record CpuOffer(
        Offer passthrough, Offer maximum, Optional<HostModel> hostModel, List<Model> models) {
    /// The values of a setting that says whether a domain can migrate.
    private static final String MODE = "mode";

    /// A named processor with changes.
    ///
    /// @param mayFallBack whether another one is as good if the emulator lacks this one
    public record HostModel(
            String name, boolean mayFallBack, Optional<String> vendor, List<Feature> features) {
        /// A named processor with changes.
        public HostModel {
            features = List.copyOf(features);
        }
    }

    /// A feature that is switched on or off.
    public record Feature(String name, boolean required) {}

    /// A named processor.
    ///
    /// @param usable whether it can be had here; absent if nobody knows
    /// @param vendor absent if it has none, or none that is known
    public record Model(
            String name, Optional<Boolean> usable, boolean deprecated, Optional<String> vendor) {}

    /// No processors.
    public static final CpuOffer NONE =
            new CpuOffer(
                    mode("host-passthrough", false),
                    mode("maximum", false),
                    Optional.empty(),
                    List.of());

    /// Processors.
    public CpuOffer {
        models = List.copyOf(models);
    }

    /// A mode; `element` of the offer is its name.
    static Offer mode(String name, boolean supported, Offer.Choice... choices) {
        return Offer.of(name, supported, choices);
    }

    void format(XmlWriter out) {
        out.start("cpu");
        mode(out, passthrough);
        mode(out, maximum);
        startMode(out, "host-model", hostModel.isPresent());
        hostModel.ifPresent(model -> hostModel(out, model));
        out.end();
        startMode(out, "custom", !models.isEmpty());
        for (Model model : models) {
            model(out, model);
        }
        out.end().end();
    }

    private static void mode(XmlWriter out, Offer offer) {
        startMode(out, offer.element(), offer.supported());
        for (Offer.Choice choice : offer.choices()) {
            choice.format(out);
        }
        out.end();
    }

    private static void startMode(XmlWriter out, String name, boolean supported) {
        out.start(MODE).attribute("name", name).attribute("supported", supported ? "yes" : "no");
    }

    private static void hostModel(XmlWriter out, HostModel model) {
        out.start("model").attribute("fallback", model.mayFallBack() ? "allow" : "forbid");
        out.text(model.name()).end();
        out.leaf("vendor", model.vendor());
        for (Feature feature : model.features()) {
            out.start("feature").attribute("policy", feature.required() ? "require" : "disable");
            out.attribute("name", feature.name()).end();
        }
    }

    private static void model(XmlWriter out, Model model) {
        out.start("model");
        out.attribute("usable", model.usable().map(u -> u ? "yes" : "no").orElse("unknown"));
        out.yes("deprecated", model.deprecated());
        out.attribute("vendor", model.vendor().orElse("unknown"));
        out.text(model.name()).end();
    }
}
