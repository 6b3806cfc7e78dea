package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What only PCI controllers have.
///
/// @param hole64 size of the 64-bit hole in KiB
public record PciOptions(
        Optional<Name> modelName, Target target, OptionalInt numaNode, OptionalLong hole64) {
    /// Nothing said.
    public static final PciOptions NONE =
            new PciOptions(
                    Optional.empty(), Target.NONE, OptionalInt.empty(), OptionalLong.empty());

    /// The device that is used for a model.
    public enum Name implements Word {
        PCI_BRIDGE,
        I82801B11_BRIDGE,
        IOH3420,
        X3130_UPSTREAM,
        XIO3130_DOWNSTREAM,
        PXB,
        PXB_PCIE,
        PCIE_ROOT_PORT,
        SPAPR_PCI_HOST_BRIDGE,
        PCIE_PCI_BRIDGE;

        @Override
        public String spelling() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// `<target>`: numbers that the guest sees.
    public record Target(
            OptionalInt chassisNr,
            OptionalInt chassis,
            OptionalInt port,
            OptionalInt busNr,
            OptionalInt index,
            Optional<Boolean> hotplug) {
        /// Nothing said.
        public static final Target NONE =
                new Target(
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        Optional.empty());

        static Target parse(Element target) {
            return new Target(
                    number(target, "chassisNr"),
                    number(target, "chassis"),
                    number(target, "port"),
                    number(target, "busNr"),
                    number(target, "index"),
                    target.onOff("hotplug"));
        }

        private static OptionalInt number(Element target, String name) {
            return target.unsigned(name, 0);
        }
    }

    /// The same with another device for the model.
    public PciOptions withModelName(Name value) {
        return new PciOptions(Optional.of(value), target, numaNode, hole64);
    }

    /// The same with other numbers.
    public PciOptions withTarget(Target value) {
        return new PciOptions(modelName, value, numaNode, hole64);
    }

    static PciOptions parse(Element controller, Optional<ControllerModel> model) {
        boolean root =
                model.filter(
                                m ->
                                        m == ControllerModel.PCI_PCI_ROOT
                                                || m == ControllerModel.PCI_PCIE_ROOT)
                        .isPresent();
        var node = controller.descend("target", "node");
        return new PciOptions(
                controller.child("model").flatMap(m -> m.choice("name", Name.class, "none")),
                controller.child("target").map(Target::parse).orElse(Target.NONE),
                node.isEmpty() ? OptionalInt.empty() : ControllerNumbers.parse(node.get().text()),
                root
                        ? Scaled.child(controller, "pcihole64", 1024).kibibytes()
                        : OptionalLong.empty());
    }

    void format(XmlWriter out, Optional<ControllerModel> model, FormatFlags flags) {
        // libvirt before 3.6 knew one host bridge only and had no name for it.
        boolean implied =
                model.filter(m -> m == ControllerModel.PCI_PCI_ROOT).isPresent()
                        && modelName.filter(n -> n == Name.SPAPR_PCI_HOST_BRIDGE).isPresent()
                        && flags.migratable();
        if (!implied) {
            modelName.ifPresent(n -> out.start("model").attribute("name", n).end());
        }
        out.startOptional("target")
                .attribute("chassisNr", target.chassisNr)
                .attribute("chassis", target.chassis);
        if (target.port.isPresent()) {
            out.hexadecimal("port", target.port.getAsInt(), 1);
        }
        out.attribute("busNr", target.busNr)
                .attribute("index", target.index)
                .onOff("hotplug", target.hotplug)
                .leaf("node", numaNode)
                .end();
    }

    void formatHole(XmlWriter out) {
        hole64.ifPresent(size -> out.size("pcihole64", "KiB", size));
    }
}
