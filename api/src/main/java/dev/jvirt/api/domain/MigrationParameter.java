package dev.jvirt.api.domain;

/// The names of the parameters of a migration (`VIR_MIGRATE_PARAM_...`).
public final class MigrationParameter {
    /// INT: by how many percent the guest is slowed down further
    /// (`VIR_MIGRATE_PARAM_AUTO_CONVERGE_INCREMENT`).
    ///
    /// @since 2.0.0
    public static final String AUTO_CONVERGE_INCREMENT = "auto_converge.increment";

    /// INT: by how many percent the guest is slowed down at first
    /// (`VIR_MIGRATE_PARAM_AUTO_CONVERGE_INITIAL`).
    ///
    /// @since 2.0.0
    public static final String AUTO_CONVERGE_INITIAL = "auto_converge.initial";

    /// ULLONG: the most that is sent, in MiB/s (`VIR_MIGRATE_PARAM_BANDWIDTH`).
    ///
    /// @since 1.1.0
    public static final String BANDWIDTH = "bandwidth";

    /// ULLONG: what is available for the last part, in bytes/s
    /// (`VIR_MIGRATE_PARAM_BANDWIDTH_AVAIL_SWITCHOVER`).
    ///
    /// @since 11.1.0
    public static final String BANDWIDTH_AVAIL_SWITCHOVER = "bandwidth.avail.switchover";

    /// ULLONG: the most that is sent once post-copy has begun, in MiB/s
    /// (`VIR_MIGRATE_PARAM_BANDWIDTH_POSTCOPY`).
    ///
    /// @since 5.1.0
    public static final String BANDWIDTH_POSTCOPY = "bandwidth.postcopy";

    /// STRING, more than once: a way to compress (`VIR_MIGRATE_PARAM_COMPRESSION`).
    ///
    /// @since 1.3.4
    public static final String COMPRESSION = "compression";

    /// INT: threads that decompress (`VIR_MIGRATE_PARAM_COMPRESSION_MT_DTHREADS`).
    ///
    /// @since 1.3.4
    public static final String COMPRESSION_MT_DTHREADS = "compression.mt.dthreads";

    /// INT: how hard threads compress, 0 to 9 (`VIR_MIGRATE_PARAM_COMPRESSION_MT_LEVEL`).
    ///
    /// @since 1.3.4
    public static final String COMPRESSION_MT_LEVEL = "compression.mt.level";

    /// INT: threads that compress (`VIR_MIGRATE_PARAM_COMPRESSION_MT_THREADS`).
    ///
    /// @since 1.3.4
    public static final String COMPRESSION_MT_THREADS = "compression.mt.threads";

    /// ULLONG: the size in bytes of the cache for what was sent
    /// (`VIR_MIGRATE_PARAM_COMPRESSION_XBZRLE_CACHE`).
    ///
    /// @since 1.3.4
    public static final String COMPRESSION_XBZRLE_CACHE = "compression.xbzrle.cache";

    /// INT: how hard zlib compresses, 0 to 9 (`VIR_MIGRATE_PARAM_COMPRESSION_ZLIB_LEVEL`).
    ///
    /// @since 9.4.0
    public static final String COMPRESSION_ZLIB_LEVEL = "compression.zlib.level";

    /// INT: how hard zstd compresses, 0 to 20 (`VIR_MIGRATE_PARAM_COMPRESSION_ZSTD_LEVEL`).
    ///
    /// @since 9.4.0
    public static final String COMPRESSION_ZSTD_LEVEL = "compression.zstd.level";

    /// STRING: the domain's name at the destination (`VIR_MIGRATE_PARAM_DEST_NAME`).
    ///
    /// @since 1.1.0
    public static final String DEST_NAME = "destination_name";

    /// STRING: the domain's document at the destination (`VIR_MIGRATE_PARAM_DEST_XML`).
    ///
    /// @since 1.1.0
    public static final String DEST_XML = "destination_xml";

    /// INT: the port at the destination that takes the disks (`VIR_MIGRATE_PARAM_DISKS_PORT`).
    ///
    /// @since 1.3.3
    public static final String DISKS_PORT = "disks_port";

    /// STRING: where the destination takes the disks (`VIR_MIGRATE_PARAM_DISKS_URI`).
    ///
    /// @since 6.8.0
    public static final String DISKS_URI = "disks_uri";

    /// STRING: where a viewer of the guest goes on (`VIR_MIGRATE_PARAM_GRAPHICS_URI`).
    ///
    /// @since 1.1.0
    public static final String GRAPHICS_URI = "graphics_uri";

    /// STRING: the address at the destination that takes the guest
    /// (`VIR_MIGRATE_PARAM_LISTEN_ADDRESS`).
    ///
    /// @since 1.1.4
    public static final String LISTEN_ADDRESS = "listen_address";

    /// STRING, more than once: the target of a disk that is copied
    /// (`VIR_MIGRATE_PARAM_MIGRATE_DISKS`).
    ///
    /// @since 1.2.17
    public static final String MIGRATE_DISKS = "migrate_disks";

    /// STRING, more than once: the target of a disk whose zeroes are not copied
    /// (`VIR_MIGRATE_PARAM_MIGRATE_DISKS_DETECT_ZEROES`).
    ///
    /// @since 10.9.0
    public static final String MIGRATE_DISKS_DETECT_ZEROES = "migrate_disks_detect_zeroes";

    /// STRING, more than once: the target of a disk that is all zeroes at the destination
    /// (`VIR_MIGRATE_PARAM_MIGRATE_DISKS_TARGET_ZERO`).
    ///
    /// @since 12.2.0
    public static final String MIGRATE_DISKS_TARGET_ZERO = "migrate_disks_target_zero";

    /// INT: over how many connections memory is sent (`VIR_MIGRATE_PARAM_PARALLEL_CONNECTIONS`).
    ///
    /// @since 5.2.0
    public static final String PARALLEL_CONNECTIONS = "parallel.connections";

    /// STRING: the document that is defined at the destination (`VIR_MIGRATE_PARAM_PERSIST_XML`).
    ///
    /// @since 1.3.4
    public static final String PERSIST_XML = "persistent_xml";

    /// STRING: the name in the destination's certificate (`VIR_MIGRATE_PARAM_TLS_DESTINATION`).
    ///
    /// @since 6.0.0
    public static final String TLS_DESTINATION = "tls.destination";

    /// STRING: where the hypervisor at the destination takes the guest (`VIR_MIGRATE_PARAM_URI`).
    ///
    /// @since 1.1.0
    public static final String URI = "migrate_uri";

    private MigrationParameter() {}
}
