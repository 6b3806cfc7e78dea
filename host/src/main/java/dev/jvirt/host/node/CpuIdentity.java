package dev.jvirt.host.node;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the processors call themselves (`/proc/cpuinfo`), and how fast the first one runs just now.
///
/// @param fields the lines about the first processor, in their order
public record CpuIdentity(String machine, Map<String, String> fields) {
    public CpuIdentity {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /// The host's processors.
    ///
    /// @param machine the architecture, as in [Machine#name]
    public static CpuIdentity read(NodeFolders folders, String machine) throws IOException {
        Path file = folders.proc().resolve("cpuinfo");
        return parse(KernelFile.text(file).orElse(""), machine);
    }

    static CpuIdentity parse(String cpuinfo, String machine) {
        var fields = new LinkedHashMap<String, String>();
        for (String line : cpuinfo.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon >= 0) {
                String name = line.substring(0, colon).strip();
                fields.putIfAbsent(name, line.substring(colon + 1).strip());
            }
        }
        return new CpuIdentity(machine, fields);
    }

    /// The vendor, for example `GenuineIntel`.
    public Optional<String> vendor() {
        return field("vendor_id");
    }

    /// The name that it is sold under.
    public Optional<String> modelName() {
        return field(isPower() ? "cpu" : "model name");
    }

    /// The frequency in MHz; 0 where the kernel does not tell it.
    public int mhz() {
        if (isX86()) {
            return wholeNumber("cpu MHz");
        }
        if (isPower()) {
            return wholeNumber("clock");
        }
        return isS390() ? wholeNumber("cpu MHz dynamic") : 0;
    }

    /// What tells one kind of processor from another: what was found out about one kind does not
    /// hold for another. Empty where the kernel does not tell.
    public Optional<String> signature() {
        if (isX86()) {
            return signature(
                    "%s, %s, family: %s, model: %s, stepping: %s",
                    "vendor_id", "model name", "cpu family", "model", "stepping");
        }
        if (isPower()) {
            return signature("%s, rev %s", "cpu", "revision");
        }
        return isS390() ? signature("%s, %s", "vendor_id", "processor 0") : Optional.empty();
    }

    private Optional<String> signature(String format, String... names) {
        Object[] values = new Object[names.length];
        for (int i = 0; i < names.length; i++) {
            Optional<String> value = field(names[i]);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values[i] = value.get();
        }
        return Optional.of(format.formatted(values));
    }

    private Optional<String> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private int wholeNumber(String name) {
        String value = fields.getOrDefault(name, "");
        int end = 0;
        while (end < value.length() && end < 9 && Character.isDigit(value.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(value.substring(0, end));
    }

    private boolean isX86() {
        return machine.equals("x86_64") || machine.matches("i[3-6]86");
    }

    private boolean isPower() {
        return machine.startsWith("ppc");
    }

    private boolean isS390() {
        return machine.startsWith("s390");
    }
}
