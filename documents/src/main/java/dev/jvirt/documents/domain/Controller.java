package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.Optional;
import java.util.OptionalInt;

/// `<controller>`: a bus to which other devices are attached.
///
/// @param index number among the controllers of its type; absent until one is chosen
public record Controller(
        Type type,
        OptionalInt index,
        Optional<ControllerModel> model,
        ControllerPorts ports,
        ControllerDriver driver,
        Optional<PciOptions> pci,
        DeviceInfo info)
        implements GuestDevice {
    /// What is attached.
    public enum Type implements Word {
        /// IDE disks.
        IDE,
        /// Floppy disks.
        FDC,
        /// SCSI disks.
        SCSI,
        /// SATA disks.
        SATA,
        /// Virtio serial ports.
        VIRTIO_SERIAL,
        /// Smart cards.
        CCID,
        /// USB devices.
        USB,
        /// PCI devices.
        PCI,
        /// Xen devices.
        XENBUS,
        /// ISA devices.
        ISA
    }

    /// A controller of which only type, index and model are known.
    public Controller(Type type, int index, Optional<ControllerModel> model) {
        this(
                type,
                OptionalInt.of(index),
                model,
                ControllerPorts.NONE,
                ControllerDriver.NONE,
                type == Type.PCI ? Optional.of(PciOptions.NONE) : Optional.empty(),
                DeviceInfo.NONE);
    }

    /// Whether the controller has that model.
    public boolean is(ControllerModel wanted) {
        return model.filter(m -> m == wanted).isPresent();
    }

    @Override
    public Controller withInfo(DeviceInfo value) {
        return new Controller(type, index, model, ports, driver, pci, value);
    }

    /// The same with another index.
    public Controller withIndex(int value) {
        return new Controller(type, OptionalInt.of(value), model, ports, driver, pci, info);
    }

    /// The same with another model.
    public Controller withModel(ControllerModel value) {
        return new Controller(type, index, Optional.of(value), ports, driver, pci, info);
    }

    /// The same with another number of ports or vectors.
    public Controller withPorts(ControllerPorts value) {
        return new Controller(type, index, model, value, driver, pci, info);
    }

    /// The same with other PCI options.
    public Controller withPci(PciOptions value) {
        return new Controller(type, index, model, ports, driver, Optional.of(value), info);
    }

    static Controller parse(Element element, ParseFlags flags) {
        var type = element.choice("type", Type.class).orElse(Type.IDE);
        var model = element.attribute("model").map(word -> model(type, word));
        only(element, "model");
        only(element, "target");
        var node = element.descend("target", "node");
        if (node.isPresent() && ControllerNumbers.parse(node.get().text()).isEmpty()) {
            throw new LibvirtException(XML_ERROR, "invalid NUMA node in target");
        }
        var info = DeviceInfo.NONE;
        if (model.filter(m -> m == ControllerModel.USB_NONE).isEmpty()) {
            info = DeviceInfo.parse(element, flags);
        }
        return new Controller(
                type,
                element.nonNegative("index"),
                model,
                ControllerPorts.parse(element, type),
                element.child("driver").map(ControllerDriver::parse).orElse(ControllerDriver.NONE),
                type == Type.PCI ? Optional.of(PciOptions.parse(element, model)) : Optional.empty(),
                companion(model, info));
    }

    private static void only(Element element, String child) {
        if (element.children(child).size() > 1) {
            throw new LibvirtException(
                    XML_ERROR,
                    "Multiple <%s> elements in controller definition not allowed".formatted(child));
        }
    }

    private static ControllerModel model(Type type, String word) {
        return ControllerModel.find(type, word)
                .orElseThrow(
                        () ->
                                new LibvirtException(
                                        CONFIG_UNSUPPORTED,
                                        "Unknown model type '%s'".formatted(word)));
    }

    /// The three companions of an ICH9 USB 2 controller each serve two of its ports.
    private static DeviceInfo companion(Optional<ControllerModel> model, DeviceInfo info) {
        if (model.isEmpty() || info.usbMaster().isPresent()) {
            return info;
        }
        return switch (model.get()) {
            case USB_ICH9_UHCI1 -> info.withUsbMaster(0);
            case USB_ICH9_UHCI2 -> info.withUsbMaster(2);
            case USB_ICH9_UHCI3 -> info.withUsbMaster(4);
            default -> info;
        };
    }

    @Override
    public void format(XmlWriter out, FormatFlags flags) {
        out.start("controller").attribute("type", type).attribute("index", index);
        model.ifPresent(m -> out.attribute("model", m.word()));
        ports.format(out, type);
        pci.ifPresent(p -> p.format(out, model, flags));
        driver.format(out);
        info.format(out);
        pci.ifPresent(p -> p.formatHole(out));
        out.end();
    }
}
