package dev.jvirt.documents.xml;

/// References: the five entities of XML, and characters by their numbers.
final class XmlReference {
    private static final int LAST_CHARACTER = 0x10FFFF;

    private XmlReference() {}

    /// Reads the reference at an ampersand and appends what it stands for.
    static void read(XmlScanner in, StringBuilder to) {
        if (in.skip("&#x")) {
            to.appendCodePoint(character(in, 16));
        } else if (in.skip("&#")) {
            to.appendCodePoint(character(in, 10));
        } else {
            to.append(entity(in));
        }
    }

    private static char entity(XmlScanner in) {
        in.advance(1);
        int start = in.position();
        if (in.atEnd() || !XmlScanner.startsName(in.current())) {
            throw in.error("xmlParseEntityRef: no name");
        }
        while (!in.atEnd() && XmlScanner.continuesName(in.current())) {
            in.advance(1);
        }
        String name = in.from(start);
        if (!in.skip(";")) {
            throw in.error("EntityRef: expecting ';'");
        }
        return switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> throw in.error("Entity '%s' not defined".formatted(name));
        };
    }

    private static int character(XmlScanner in, int radix) {
        int value = 0;
        while (!in.looking(';')) {
            int digit = in.current() < 0x80 ? Character.digit(in.current(), radix) : -1;
            if (digit < 0) {
                String kind = radix == 16 ? "hexadecimal" : "decimal";
                throw in.error("CharRef: invalid %s value".formatted(kind));
            }
            value = Math.min(value * radix + digit, LAST_CHARACTER + 1);
            in.advance(1);
        }
        in.advance(1);
        if (value > LAST_CHARACTER) {
            throw in.error("xmlParseCharRef: character reference out of bounds");
        }
        boolean allowed =
                value == '\t'
                        || value == '\n'
                        || value == '\r'
                        || (value >= ' ' && value < 0xD800)
                        || (value >= 0xE000 && (value & 0xFFFE) != 0xFFFE);
        if (!allowed) {
            throw in.error("xmlParseCharRef: invalid xmlChar value " + value);
        }
        return value;
    }
}
