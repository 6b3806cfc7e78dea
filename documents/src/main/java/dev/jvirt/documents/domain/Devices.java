package dev.jvirt.documents.domain;

import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `<devices>`: the emulator and all devices, in the order in which libvirt prints them.
///
/// Devices of one kind stand in the order of the document, save that disks of one bus are sorted by
/// their name and controllers of one type by their index. How kinds follow one another is in
/// [DeviceOrder].
public record Devices(Optional<String> emulator, List<Device> all) {
    /// No domain has more devices, and no controller that another device asks for a larger number:
    /// completing a definition takes time with the square of their count.
    public static final int MOST = 4096;

    /// Devices sorted by kind.
    public Devices {
        all = DeviceOrder.byKind(all);
    }

    /// All devices of one kind.
    public <D extends Device> List<D> of(Class<D> kind) {
        var found = new ArrayList<D>();
        for (Device device : all) {
            if (kind.isInstance(device)) {
                found.add(kind.cast(device));
            }
        }
        return found;
    }

    /// The first device of one kind.
    public <D extends Device> Optional<D> first(Class<D> kind) {
        for (Device device : all) {
            if (kind.isInstance(device)) {
                return Optional.of(kind.cast(device));
            }
        }
        return Optional.empty();
    }

    /// The disks.
    public List<Disk> disks() {
        return of(Disk.class);
    }

    /// The controllers.
    public List<Controller> controllers() {
        return of(Controller.class);
    }

    /// The network interfaces.
    public List<NetworkInterface> interfaces() {
        return of(NetworkInterface.class);
    }

    /// The displays.
    public List<Graphics> graphics() {
        return of(Graphics.class);
    }

    /// The graphics cards.
    public List<Video> videos() {
        return of(Video.class);
    }

    /// The input devices.
    public List<Input> inputs() {
        return of(Input.class);
    }

    /// The serial ports.
    public List<CharDevice> serials() {
        return chars("serial");
    }

    /// The parallel ports.
    public List<CharDevice> parallels() {
        return chars("parallel");
    }

    /// The consoles.
    public List<CharDevice> consoles() {
        return chars("console");
    }

    /// The channels.
    public List<CharDevice> channels() {
        return chars("channel");
    }

    private List<CharDevice> chars(String element) {
        var found = new ArrayList<CharDevice>();
        for (CharDevice device : of(CharDevice.class)) {
            if (device.target().element().equals(element)) {
                found.add(device);
            }
        }
        return found;
    }

    /// The same run by another emulator.
    public Devices withEmulator(String value) {
        return new Devices(Optional.of(value), all);
    }

    /// The same with other devices.
    public Devices withAll(List<Device> value) {
        return new Devices(emulator, value);
    }

    /// The same with one device more, behind those of its kind.
    public Devices with(Device device) {
        var more = new ArrayList<>(all);
        more.add(device);
        return new Devices(emulator, more);
    }

    /// The same with one device more, at the place where a document that has it would put it.
    public Devices withInserted(Device device) {
        var more = new ArrayList<>(all);
        more.add(device);
        return new Devices(emulator, DeviceOrder.asInserted(more));
    }

    /// All devices in the order in which libvirt walks through them: to fill in defaults, to check
    /// them, to give them addresses and aliases.
    public List<Device> inWalkingOrder() {
        return DeviceOrder.walk(all);
    }

    static Devices parse(Element domain, ParseFlags flags) {
        var devices = domain.child("devices");
        if (devices.isEmpty()) {
            return new Devices(Optional.empty(), List.of());
        }
        var all = DeviceListParser.parse(devices.get(), flags);
        return new Devices(devices.get().text("emulator"), DeviceOrder.asInserted(all));
    }

    void format(XmlWriter out, Os.Type type, FormatFlags flags) {
        out.start("devices").leaf("emulator", emulator);
        var serials = serials();
        int console = 0;
        for (Device device : all) {
            if (device instanceof CharDevice chars
                    && chars.target() instanceof CharTarget.Console target) {
                formatConsole(out, chars, target, type, serials, console, flags);
                console++;
            } else {
                device.format(out, flags);
            }
        }
        if (all.isEmpty() && emulator.isEmpty()) {
            out.closeEmpty();
        } else {
            out.end();
        }
    }

    /// The first console of a machine is its first serial port, seen through another element.
    private static void formatConsole(
            XmlWriter out,
            CharDevice console,
            CharTarget.Console target,
            Os.Type type,
            List<CharDevice> serials,
            int number,
            FormatFlags flags) {
        boolean serial =
                target.type().isEmpty() || target.type().get() == CharTarget.ConsoleType.SERIAL;
        if (type == Os.Type.HVM && serial && number < serials.size()) {
            var port = serials.get(number);
            var portNumber =
                    port.target() instanceof CharTarget.Serial s ? s.port() : target.port();
            port.withTarget(
                            new CharTarget.Console(
                                    Optional.of(CharTarget.ConsoleType.SERIAL), portNumber))
                    .format(out, flags);
        } else {
            console.format(out, flags);
        }
    }
}
