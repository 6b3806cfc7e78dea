package dev.jvirt.daemon;

/// The names that the daemon is started under: that of libvirt's one daemon for everything, and
/// those of its daemons for one driver each.
///
/// The name says where the sockets, the configuration and the process id are, what the main server
/// is called, and which driver is loaded. Clients with `mode=direct` look for such a daemon.
public enum DaemonName {
    LIBVIRTD("libvirtd", "libvirt", ""),
    VIRTQEMUD("virtqemud", "virtqemud", "qemu"),
    VIRTNETWORKD("virtnetworkd", "virtnetworkd", "network"),
    VIRTSTORAGED("virtstoraged", "virtstoraged", "storage"),
    VIRTINTERFACED("virtinterfaced", "virtinterfaced", "interface"),
    VIRTNODEDEVD("virtnodedevd", "virtnodedevd", "nodedev"),
    VIRTSECRETD("virtsecretd", "virtsecretd", "secret"),
    VIRTNWFILTERD("virtnwfilterd", "virtnwfilterd", "nwfilter");

    /// Where the launchers put it.
    private static final String PROPERTY = "jvirt.daemon";

    private final String program;
    private final String socketPrefix;
    private final String scheme;

    DaemonName(String program, String socketPrefix, String scheme) {
        this.program = program;
        this.socketPrefix = socketPrefix;
        this.scheme = scheme;
    }

    /// The one that this process was started under.
    static DaemonName current() {
        String program = System.getProperty(PROPERTY, LIBVIRTD.program);
        for (DaemonName name : values()) {
            if (name.program.equals(program)) {
                return name;
            }
        }
        throw new IllegalArgumentException("there is no daemon '%s'".formatted(program));
    }

    /// The program, for example `virtqemud`.
    String program() {
        return program;
    }

    /// What the names of its sockets begin with.
    String socketPrefix() {
        return socketPrefix;
    }

    /// The scheme of the URIs that its driver serves; empty if it has all drivers.
    String scheme() {
        return scheme;
    }

    /// Whether it has all drivers.
    boolean hasAllDrivers() {
        return scheme.isEmpty();
    }

    /// Whether it may listen on the network, as `--listen` says.
    boolean mayListenOnNetwork() {
        return this == LIBVIRTD;
    }
}
