package dev.jvirt.documents.domain;

import static dev.jvirt.api.ErrorCode.CONFIG_UNSUPPORTED;
import static dev.jvirt.api.ErrorCode.XML_DETAIL;
import static dev.jvirt.api.ErrorCode.XML_ERROR;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.documents.xml.Element;
import dev.jvirt.documents.xml.Uuids;
import dev.jvirt.documents.xml.Word;
import dev.jvirt.documents.xml.XmlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// `<sysinfo>` and `<smbios>`: what the guest reads about its maker.
public record SystemInfo(List<Block> blocks, Optional<SmbiosMode> mode) {
    /// Nothing said.
    public static final SystemInfo NONE = new SystemInfo(List.of(), Optional.empty());

    private static final List<String> BIOS = List.of("vendor", "version", "date", "release");
    private static final List<String> SYSTEM =
            List.of("manufacturer", "product", "version", "serial", "uuid", "sku", "family");
    private static final List<String> BASE_BOARD =
            List.of("manufacturer", "product", "version", "serial", "asset", "location");
    private static final List<String> CHASSIS =
            List.of("manufacturer", "version", "serial", "asset", "sku");

    /// Where the tables come from.
    public enum SmbiosMode implements Word {
        NONE,
        EMULATE,
        HOST,
        SYSINFO
    }

    /// One `<sysinfo>`.
    public sealed interface Block {}

    /// SMBIOS tables, in the order in which they are printed.
    public record Smbios(List<Table> tables) implements Block {
        /// Tables with their own copy.
        public Smbios {
            tables = List.copyOf(tables);
        }

        /// The table of that name.
        public Optional<Table> table(String name) {
            for (Table table : tables) {
                if (table.name().equals(name)) {
                    return Optional.of(table);
                }
            }
            return Optional.empty();
        }
    }

    /// A table: `bios`, `system`, `baseBoard`, `chassis` or `oemStrings`.
    public record Table(String name, List<Entry> entries) {
        /// A table with its own copy of the entries.
        public Table {
            entries = List.copyOf(entries);
        }

        /// The value of an entry.
        public Optional<String> entry(String entryName) {
            for (Entry entry : entries) {
                if (entry.name().filter(entryName::equals).isPresent()) {
                    return Optional.of(entry.value());
                }
            }
            return Optional.empty();
        }
    }

    /// An entry of a table.
    public record Entry(Optional<String> name, String value) {}

    /// Files that firmware and guest can read.
    public record FirmwareConfig(List<Item> items) implements Block {
        /// Files with their own copy.
        public FirmwareConfig {
            items = List.copyOf(items);
        }
    }

    /// A file: its content, or a file of the host.
    public record Item(String name, Optional<String> value, Optional<String> file) {
        static Item parse(Element entry) {
            String name =
                    entry.attribute("name")
                            .orElseThrow(
                                    () ->
                                            new LibvirtException(
                                                    XML_ERROR,
                                                    "Firmware entry is missing 'name' attribute"));
            var value = Optional.of(entry.text()).filter(v -> !v.isEmpty());
            var file = entry.attribute("file").map(Paths::sanitize);
            if (value.isEmpty() && file.isEmpty()) {
                throw new LibvirtException(
                        XML_ERROR, "Firmware entry must have either value or 'file' attribute");
            }
            return new Item(name, value, file);
        }
    }

    /// Info with its own copy of the blocks.
    public SystemInfo {
        blocks = List.copyOf(blocks);
    }

    /// The UUID in the system table.
    public Optional<UUID> uuid() {
        for (Block block : blocks) {
            if (block instanceof Smbios smbios) {
                var uuid = smbios.table("system").flatMap(t -> t.entry("uuid"));
                if (uuid.isPresent()) {
                    return uuid.flatMap(Uuids::parse);
                }
            }
        }
        return Optional.empty();
    }

    static SystemInfo parse(Element domain) {
        var blocks = new ArrayList<Block>();
        for (Element element : domain.children("sysinfo")) {
            String type = element.required("type");
            switch (type) {
                case "smbios" -> blocks.add(smbios(element));
                case "fwcfg" ->
                        blocks.add(
                                new FirmwareConfig(
                                        element.children("entry").stream()
                                                .map(Item::parse)
                                                .toList()));
                default -> throw element.invalid("type", type);
            }
        }
        var word =
                domain.descend("os", "smbios")
                        .flatMap(s -> s.attribute("mode"))
                        .filter(m -> !m.isEmpty());
        var mode = word.flatMap(w -> Word.find(SmbiosMode.class, w));
        if (word.isPresent() && mode.isEmpty()) {
            throw new LibvirtException(
                    CONFIG_UNSUPPORTED, "unknown smbios mode '%s'".formatted(word.get()));
        }
        return new SystemInfo(blocks, mode.filter(m -> m != SmbiosMode.NONE));
    }

    private static Smbios smbios(Element element) {
        var tables = new ArrayList<Table>();
        element.child("bios").ifPresent(t -> add(tables, t, BIOS));
        element.child("system").ifPresent(t -> add(tables, t, SYSTEM));
        for (Element board : element.children("baseBoard")) {
            add(tables, board, BASE_BOARD);
        }
        element.child("chassis").ifPresent(t -> add(tables, t, CHASSIS));
        var oem = element.child("oemStrings");
        if (oem.isPresent()) {
            var strings = new ArrayList<Entry>();
            for (Element entry : oem.get().children("entry")) {
                strings.add(new Entry(Optional.empty(), entry.text()));
            }
            if (!strings.isEmpty()) {
                tables.add(new Table("oemStrings", strings));
            }
        }
        return new Smbios(tables);
    }

    private static void add(List<Table> tables, Element element, List<String> names) {
        var entries = new ArrayList<Entry>();
        for (String name : names) {
            for (Element entry : element.children("entry")) {
                if (entry.is("name", name)) {
                    if (!entry.text().isEmpty()) {
                        entries.add(
                                new Entry(
                                        Optional.of(name),
                                        value(name, entry.text(), element.name())));
                    }
                    break;
                }
            }
        }
        if (!entries.isEmpty()) {
            tables.add(new Table(element.name(), entries));
        }
    }

    private static String value(String name, String text, String table) {
        if (table.equals("bios") && name.equals("date") && !BiosDate.isValid(text)) {
            throw new LibvirtException(XML_DETAIL, "Invalid BIOS 'date' format");
        }
        if (table.equals("system") && name.equals("uuid")) {
            return Uuids.parse(text)
                    .orElseThrow(
                            () ->
                                    new LibvirtException(
                                            XML_DETAIL, "malformed <sysinfo> uuid element"))
                    .toString();
        }
        return text;
    }

    void formatBlocks(XmlWriter out) {
        for (Block block : blocks) {
            switch (block) {
                case Smbios smbios -> {
                    out.start("sysinfo").attribute("type", "smbios");
                    for (Table table : smbios.tables()) {
                        format(out, table);
                    }
                }
                case FirmwareConfig config -> {
                    out.start("sysinfo").attribute("type", "fwcfg");
                    for (Item item : config.items()) {
                        format(out, item);
                    }
                }
            }
            out.end();
        }
    }

    private static void format(XmlWriter out, Table table) {
        out.start(table.name());
        for (Entry entry : table.entries()) {
            out.start("entry").attribute("name", entry.name()).text(entry.value()).end();
        }
        out.end();
    }

    private static void format(XmlWriter out, Item item) {
        out.start("entry").attribute("name", item.name());
        if (item.file().isPresent()) {
            out.attribute("file", item.file());
        } else {
            item.value().ifPresent(out::text);
        }
        out.end();
    }

    void formatMode(XmlWriter out) {
        out.startOptional("smbios").word("mode", mode).end();
    }
}
