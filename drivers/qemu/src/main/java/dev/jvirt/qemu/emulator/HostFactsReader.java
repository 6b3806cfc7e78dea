package dev.jvirt.qemu.emulator;

import dev.jvirt.host.kvm.CpuidLeaf;
import dev.jvirt.host.kvm.KvmDevice;
import dev.jvirt.host.node.CpuIdentity;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.HostFacts;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads from `/proc` and `/sys` what QEMU's answers depend on.
final class HostFactsReader {
    private final Path root;
    private final String hostArch;

    HostFactsReader(Path root, String hostArch) {
        this.root = root;
        this.hostArch = hostArch;
    }

    HostFacts read() {
        Map<String, String> cpu = firstCpu();
        return new HostFacts(
                0,
                microcode(cpu),
                new CpuIdentity(hostArch, cpu).signature(),
                kernel(),
                kvmCpuid(),
                hasNesting(),
                hasSecureGuests());
    }

    /// What `/proc/cpuinfo` says of the first processor: there may be hundreds more of them.
    private Map<String, String> firstCpu() {
        var facts = new HashMap<String, String>();
        try (BufferedReader lines =
                Files.newBufferedReader(root.resolve("proc/cpuinfo"), StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null && !line.isBlank()) {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    facts.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
                }
            }
        } catch (IOException e) {
            // then nothing is known
        }
        return facts;
    }

    private static int microcode(Map<String, String> cpu) {
        try {
            return Integer.parseUnsignedInt(
                    cpu.getOrDefault("microcode", "0").replaceFirst("^0x", ""), 16);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Optional<String> kernel() {
        Optional<String> release = text("proc/sys/kernel/osrelease");
        return release.map(r -> r + " " + text("proc/sys/kernel/version").orElse(""));
    }

    private List<CpuidLeaf> kvmCpuid() {
        if (!Architectures.isX86(hostArch)) {
            return List.of();
        }
        try (KvmDevice kvm = KvmDevice.open(root.resolve("dev/kvm"))) {
            return kvm.supportedCpuid();
        } catch (IOException e) {
            return List.of(); // it cannot be used
        }
    }

    private boolean hasNesting() {
        return isOn("sys/module/kvm_intel/parameters/nested")
                || isOn("sys/module/kvm_amd/parameters/nested")
                || isOn("sys/module/kvm_hv/parameters/nested")
                || isOn("sys/module/kvm/parameters/nested");
    }

    private boolean hasSecureGuests() {
        if (Architectures.isX86(hostArch)) {
            return isOn("sys/module/kvm_amd/parameters/sev");
        }
        return Architectures.isS390(hostArch) && isOn("sys/firmware/uv/prot_virt_host");
    }

    private boolean isOn(String file) {
        return text(file)
                .filter(t -> t.startsWith("1") || t.startsWith("Y") || t.startsWith("y"))
                .isPresent();
    }

    private Optional<String> text(String file) {
        try {
            return Optional.of(Files.readString(root.resolve(file)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
