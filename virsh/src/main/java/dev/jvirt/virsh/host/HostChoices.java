package dev.jvirt.virsh.host;

import dev.jvirt.virsh.Hypervisor;
import dev.jvirt.virsh.shell.Completer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What the options of commands about the host may be.
final class HostChoices {
    private HostChoices() {}

    /// libvirt's names of architectures.
    static Completer architectures() {
        return words ->
                List.of(
                        "alpha",
                        "armv6l",
                        "armv7l",
                        "armv7b",
                        "aarch64",
                        "cris",
                        "i686",
                        "ia64",
                        "lm32",
                        "m68k",
                        "microblaze",
                        "microblazeel",
                        "mips",
                        "mipsel",
                        "mips64",
                        "mips64el",
                        "none",
                        "openrisc",
                        "parisc",
                        "parisc64",
                        "ppc",
                        "ppcle",
                        "ppc64",
                        "ppc64le",
                        "ppcemb",
                        "riscv32",
                        "riscv64",
                        "s390",
                        "s390x",
                        "sh4",
                        "sh4eb",
                        "sparc",
                        "sparc64",
                        "unicore32",
                        "x86_64",
                        "xtensa",
                        "xtensaeb");
    }

    /// libvirt's names of hypervisors.
    static Completer hypervisors() {
        return words ->
                List.of(
                        "bhyve",
                        "hyperv",
                        "hvf",
                        "kqemu",
                        "kvm",
                        "lxc",
                        "none",
                        "openvz",
                        "phyp",
                        "parallels",
                        "qemu",
                        "test",
                        "uml",
                        "vmware",
                        "vbox",
                        "vz",
                        "xen");
    }

    /// The numbers of the host's NUMA cells.
    static Completer cells(Hypervisor hypervisor) {
        return texts(hypervisor, Topology::cells, cell -> Integer.toString(cell));
    }

    /// The sizes of the host's pages.
    static Completer pageSizes(Hypervisor hypervisor) {
        return texts(hypervisor, Topology::pageSizes, HostChoices::pageSize);
    }

    private static Completer texts(
            Hypervisor hypervisor,
            Function<Topology, List<Integer>> numbers,
            Function<Integer, String> text) {
        return words -> {
            var texts = new ArrayList<String>();
            for (int number : numbers.apply(Topology.of(hypervisor))) {
                texts.add(text.apply(number));
            }
            return texts;
        };
    }

    private static String pageSize(int kib) {
        int size = kib;
        int unit = 0;
        while (size >= 1024 && size % 1024 == 0) {
            size /= 1024;
            unit++;
        }
        return size + List.of("KiB", "MiB", "GiB", "TiB").get(unit);
    }

    /// The numbers of the host's processors.
    static Completer processors(Hypervisor hypervisor) {
        return words -> {
            var numbers = new ArrayList<String>();
            int present = hypervisor.connection().host().cpus(0).present();
            for (int i = 0; i < present; i++) {
                numbers.add(Integer.toString(i));
            }
            return numbers;
        };
    }
}
