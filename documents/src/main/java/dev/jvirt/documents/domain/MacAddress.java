package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import java.util.Optional;

/// The hardware address of a network card: 48 bits.
public record MacAddress(long bits) {
    private static final int OCTETS = 6;
    private static final long MULTICAST = 1L << 40;

    /// The address a text stands for: six hexadecimal numbers with colons between them.
    public static Optional<MacAddress> parse(String text) {
        long bits = 0;
        int octets = 0;
        for (String octet : text.split(":", -1)) {
            if (octet.isEmpty() || octet.length() > 2) {
                return Optional.empty();
            }
            for (int i = 0; i < octet.length(); i++) {
                if (Character.digit(octet.charAt(i), 16) < 0) {
                    return Optional.empty();
                }
            }
            bits = bits << 8 | Integer.parseInt(octet, 16);
            octets++;
        }
        return octets == OCTETS ? Optional.of(new MacAddress(bits)) : Optional.empty();
    }

    /// The address of a card, which must not be one of a group.
    static MacAddress parseUnicast(String text) {
        var mac =
                parse(text)
                        .orElseThrow(
                                () ->
                                        new LibvirtException(
                                                XML_ERROR,
                                                "unable to parse mac address '%s'"
                                                        .formatted(text)));
        if (mac.isMulticast()) {
            throw new LibvirtException(
                    XML_ERROR,
                    "expected unicast mac address, found multicast '%s'".formatted(text));
        }
        return mac;
    }

    /// Whether it is the address of a group.
    public boolean isMulticast() {
        return (bits & MULTICAST) != 0;
    }

    @Override
    public String toString() {
        var text = new StringBuilder();
        for (int shift = 40; shift >= 0; shift -= 8) {
            int octet = (int) (bits >> shift) & 0xFF;
            text.append(Character.forDigit(octet >> 4, 16))
                    .append(Character.forDigit(octet & 0xF, 16))
                    .append(shift > 0 ? ":" : "");
        }
        return text.toString();
    }
}
