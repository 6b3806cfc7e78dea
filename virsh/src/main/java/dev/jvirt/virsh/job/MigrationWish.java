package dev.jvirt.virsh.job;

import dev.jvirt.api.Flags;
import dev.jvirt.api.TypedParameters;
import dev.jvirt.api.TypedValue;
import dev.jvirt.api.domain.DomainMigrateFlag;
import dev.jvirt.api.domain.MigrationParameter;
import dev.jvirt.virsh.shell.CommandFailure;
import dev.jvirt.virsh.shell.FileTexts;
import dev.jvirt.virsh.shell.Shell;
import dev.jvirt.virsh.shell.Words;
import java.util.List;

/// What the options of `migrate` say, in libvirt's terms.
record MigrationWish(Shell shell, Words words) {

    TypedParameters parameters() {
        var parameters = TypedParameters.builder();
        add(parameters);
        return parameters.build();
    }

    /// The same with the hypervisor's own URI.
    TypedParameters parametersTo(String uri) {
        var parameters = TypedParameters.builder();
        parameters.put(MigrationParameter.URI, TypedValue.ofString(uri));
        add(parameters);
        return parameters.build();
    }

    private void add(TypedParameters.Builder parameters) {
        text(parameters, "migrateuri", MigrationParameter.URI);
        text(parameters, "graphicsuri", MigrationParameter.GRAPHICS_URI);
        text(parameters, "listen-address", MigrationParameter.LISTEN_ADDRESS);
        number(parameters, "disks-port", MigrationParameter.DISKS_PORT);
        text(parameters, "disks-uri", MigrationParameter.DISKS_URI);
        text(parameters, "dname", MigrationParameter.DEST_NAME);
        list(parameters, "migrate-disks", MigrationParameter.MIGRATE_DISKS);
        list(parameters, "comp-methods", MigrationParameter.COMPRESSION);
        file(parameters, "xml", MigrationParameter.DEST_XML);
        file(parameters, "persistent-xml", MigrationParameter.PERSIST_XML);
        number(parameters, "comp-mt-level", MigrationParameter.COMPRESSION_MT_LEVEL);
        number(parameters, "comp-mt-threads", MigrationParameter.COMPRESSION_MT_THREADS);
        number(parameters, "comp-mt-dthreads", MigrationParameter.COMPRESSION_MT_DTHREADS);
        longNumber(parameters, "comp-xbzrle-cache", MigrationParameter.COMPRESSION_XBZRLE_CACHE);
        number(parameters, "auto-converge-initial", MigrationParameter.AUTO_CONVERGE_INITIAL);
        number(parameters, "auto-converge-increment", MigrationParameter.AUTO_CONVERGE_INCREMENT);
        longNumber(parameters, "bandwidth", MigrationParameter.BANDWIDTH);
        longNumber(parameters, "postcopy-bandwidth", MigrationParameter.BANDWIDTH_POSTCOPY);
        number(parameters, "parallel-connections", MigrationParameter.PARALLEL_CONNECTIONS);
        text(parameters, "tls-destination", MigrationParameter.TLS_DESTINATION);
    }

    private void text(TypedParameters.Builder parameters, String option, String name) {
        words.text(option).ifPresent(value -> parameters.put(name, TypedValue.ofString(value)));
    }

    private void list(TypedParameters.Builder parameters, String option, String name) {
        words.text(option)
                .ifPresent(value -> parameters.putStrings(name, List.of(value.split(",", -1))));
    }

    private void file(TypedParameters.Builder parameters, String option, String name) {
        words.text(option).ifPresent(path -> parameters.put(name, TypedValue.ofString(read(path))));
    }

    private String read(String path) {
        try {
            return FileTexts.read(shell, path);
        } catch (CommandFailure e) {
            throw new CommandFailure(
                    List.of("cannot read file '" + path + "'", e.lines().getFirst()));
        }
    }

    private void number(TypedParameters.Builder parameters, String option, String name) {
        words.number(option).ifPresent(value -> parameters.put(name, TypedValue.ofInt(value)));
    }

    private void longNumber(TypedParameters.Builder parameters, String option, String name) {
        words.unsignedLongIfGiven(option)
                .ifPresent(value -> parameters.put(name, TypedValue.ofUnsignedLong(value)));
    }

    Flags<DomainMigrateFlag> flags() {
        Flags<DomainMigrateFlag> flags = Flags.none();
        for (DomainMigrateFlag flag : DomainMigrateFlag.values()) {
            if (words.has(option(flag))) {
                flags = flags.with(flag);
            }
        }
        if (flags.has(DomainMigrateFlag.NON_SHARED_SYNCHRONOUS_WRITES)
                && !flags.has(DomainMigrateFlag.NON_SHARED_DISK)
                && !flags.has(DomainMigrateFlag.NON_SHARED_INC)) {
            throw new CommandFailure(
                    "'--copy-storage-synchronous-writes' requires one of '--copy-storage-all',"
                            + " 'copy-storage-inc'");
        }
        return flags;
    }

    private static String option(DomainMigrateFlag flag) {
        return switch (flag) {
            case LIVE -> "live";
            case PEER2PEER -> "p2p";
            case TUNNELLED -> "tunnelled";
            case PERSIST_DEST -> "persistent";
            case UNDEFINE_SOURCE -> "undefinesource";
            case PAUSED -> "suspend";
            case NON_SHARED_DISK -> "copy-storage-all";
            case NON_SHARED_INC -> "copy-storage-inc";
            case CHANGE_PROTECTION -> "change-protection";
            case UNSAFE -> "unsafe";
            case OFFLINE -> "offline";
            case COMPRESSED -> "compressed";
            case ABORT_ON_ERROR -> "abort-on-error";
            case AUTO_CONVERGE -> "auto-converge";
            case RDMA_PIN_ALL -> "rdma-pin-all";
            case POSTCOPY -> "postcopy";
            case TLS -> "tls";
            case PARALLEL -> "parallel";
            case NON_SHARED_SYNCHRONOUS_WRITES -> "copy-storage-synchronous-writes";
            case POSTCOPY_RESUME -> "postcopy-resume";
            case ZEROCOPY -> "zerocopy";
        };
    }
}
