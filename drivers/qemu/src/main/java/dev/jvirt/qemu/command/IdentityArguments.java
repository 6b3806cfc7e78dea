package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Identity;
import dev.jvirt.documents.domain.SystemInfo;
import dev.jvirt.qemu.json.JsonObject;
import java.util.List;
import java.util.Optional;

/// Who the machine is, and what its firmware tells about it.
final class IdentityArguments {
    private static final List<String> BIOS = List.of("vendor", "version", "date", "release");
    private static final List<String> SYSTEM =
            List.of("manufacturer", "product", "version", "serial", "uuid", "sku", "family");
    private static final List<String> BOARD =
            List.of("manufacturer", "product", "version", "serial", "asset", "location");
    private static final List<String> CHASSIS =
            List.of("manufacturer", "version", "serial", "asset", "sku");

    private IdentityArguments() {}

    static void add(DomainScope scope, Arguments out) {
        scope.definition().uuid().ifPresent(uuid -> out.add("-uuid", uuid.toString()));
        tables(scope).ifPresent(tables -> addTables(tables, out));
        for (SystemInfo.Block block : scope.definition().os().systemInfo().blocks()) {
            if (block instanceof SystemInfo.FirmwareConfig files) {
                files.items().forEach(item -> addFile(item, out));
            }
        }
        scope.definition()
                .identity()
                .generation()
                .flatMap(Identity.Generation::id)
                .ifPresent(
                        id ->
                                out.device(
                                        JsonObject.builder()
                                                .put("driver", "vmgenid")
                                                .put("guid", id.toString())
                                                .put("id", "vmgenid0")));
    }

    private static Optional<SystemInfo.Smbios> tables(DomainScope scope) {
        var info = scope.definition().os().systemInfo();
        return switch (info.mode().orElse(SystemInfo.SmbiosMode.NONE)) {
            case NONE, EMULATE -> Optional.empty();
            case HOST -> scope.context().host().systemInfo();
            case SYSINFO -> {
                for (SystemInfo.Block block : info.blocks()) {
                    if (block instanceof SystemInfo.Smbios smbios) {
                        yield Optional.of(smbios);
                    }
                }
                yield Optional.empty();
            }
        };
    }

    private static void addTables(SystemInfo.Smbios smbios, Arguments out) {
        for (SystemInfo.Table table : smbios.tables()) {
            switch (table.name()) {
                case "bios" -> addTable(0, table, BIOS, out);
                case "system" -> addTable(1, table, SYSTEM, out);
                case "baseBoard" -> addTable(2, table, BOARD, out);
                case "chassis" -> addTable(3, table, CHASSIS, out);
                default -> addStrings(table, out);
            }
        }
    }

    private static void addTable(
            int type, SystemInfo.Table table, List<String> entries, Arguments out) {
        var options = JsonObject.builder().put("type", type);
        for (String entry : entries) {
            options.putText(entry, table.entry(entry));
        }
        out.options("-smbios", options);
    }

    private static void addStrings(SystemInfo.Table table, Arguments out) {
        var text = new StringBuilder("type=11");
        for (SystemInfo.Entry entry : table.entries()) {
            text.append(",value=").append(OptionSyntax.escape(entry.value()));
        }
        out.add("-smbios", text.toString());
    }

    private static void addFile(SystemInfo.Item item, Arguments out) {
        var options = JsonObject.builder().put("name", item.name());
        options.putText("string", item.value());
        out.options("-fw_cfg", options.putText("file", item.file()));
    }
}
