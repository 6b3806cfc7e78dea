package dev.jvirt.virsh;

import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.xml.XmlBuilder;
import java.util.List;

/// Where a disk is plugged in, as `attach-disk --address` names it: a kind, a colon, and numbers
/// with any character between them.
///
/// @param kind for example `pci`
/// @param numbers unsigned ones
public record DiskAddress(String kind, List<Long> numbers) {
    private static final long UNSIGNED_INT_MAX = 0xffff_ffffL;

    /// @throws CommandFailure if it is none
    public static DiskAddress parse(String text) {
        int colon = text.indexOf(':');
        String kind = colon < 0 ? "" : text.substring(0, colon);
        String rest = text.substring(colon + 1);
        return switch (kind) {
            case "pci" -> new DiskAddress(kind, numbers(rest, 4, 16));
            case "ccw" -> new DiskAddress(kind, numbers(rest, 3, 16));
            case "scsi", "ide", "sata" -> new DiskAddress(kind, numbers(rest, 3, 10));
            case "usb" -> new DiskAddress(kind, numbers(rest, 2, 10));
            default -> throw invalid();
        };
    }

    private static List<Long> numbers(String text, int count, int radix) {
        var numbers = new Long[count];
        int position = 0;
        for (int i = 0; i < count; i++) {
            while (position < text.length() && text.charAt(position) == ' ') {
                position++;
            }
            if (radix == 16 && text.regionMatches(true, position, "0x", 0, 2)) {
                position += 2;
            }
            int start = position;
            long number = 0;
            while (position < text.length()
                    && text.charAt(position) < 128
                    && Character.digit(text.charAt(position), radix) >= 0) {
                number = number * radix + Character.digit(text.charAt(position++), radix);
                if (number > UNSIGNED_INT_MAX) {
                    throw invalid();
                }
            }
            boolean last = i == count - 1;
            if (position == start || !last && position == text.length()) {
                throw invalid();
            }
            numbers[i] = number;
            position++;
        }
        return List.of(numbers);
    }

    private static CommandFailure invalid() {
        return new CommandFailure("Invalid address.");
    }

    /// Refuses an address that a disk of that name cannot have.
    void checkFits(String target) {
        String expected =
                switch (target.substring(0, Math.min(2, target.length()))) {
                    case "vd" ->
                            kind.equals("pci") || kind.equals("ccw")
                                    ? ""
                                    : "a pci:0000.00.00.00 or ccw:00.0.0000";
                    case "sd" ->
                            kind.equals("scsi") || kind.equals("usb") || kind.equals("sata")
                                    ? ""
                                    : "a scsi:00.00.00 or usb:00.00 or sata:00.00.00";
                    case "hd" -> kind.equals("ide") ? "" : "an ide:00.00.00";
                    default -> "";
                };
        if (!expected.isEmpty()) {
            throw new CommandFailure("expecting " + expected + " address.");
        }
    }

    /// Writes it.
    ///
    /// @param multifunction whether other functions of a PCI device follow
    public void write(XmlBuilder xml, boolean multifunction) {
        xml.open("address");
        switch (kind) {
            case "pci" -> {
                write(xml, "pci", "domain 0x%04x", "bus 0x%02x", "slot 0x%02x", "function 0x%x");
                if (multifunction) {
                    xml.attribute("multifunction", "on");
                }
            }
            case "ccw" -> write(xml, "ccw", "cssid 0x%02x", "ssid 0x%x", "devno 0x%04x");
            case "usb" -> write(xml, "usb", "bus %d", "port %d");
            default -> write(xml, "drive", "controller %d", "bus %d", "unit %d");
        }
        xml.close();
    }

    private void write(XmlBuilder xml, String type, String... parts) {
        xml.attribute("type", type);
        for (int i = 0; i < parts.length; i++) {
            int blank = parts[i].indexOf(' ');
            String format = parts[i].substring(blank + 1);
            xml.attribute(parts[i].substring(0, blank), format.formatted(numbers.get(i)));
        }
    }
}
