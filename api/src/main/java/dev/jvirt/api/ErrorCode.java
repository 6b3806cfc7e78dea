package dev.jvirt.api;

/// What went wrong: libvirt's error numbers (`virErrorNumber`), each with the words that libvirt
/// puts around a detail.
public enum ErrorCode {
    /// `VIR_ERR_OK`, since 0.1.0.
    OK(0, ""),
    /// `VIR_ERR_INTERNAL_ERROR`, since 0.1.0.
    INTERNAL_ERROR(1, "internal error: %s"),
    /// `VIR_ERR_NO_MEMORY`, since 0.1.0.
    NO_MEMORY(2, "out of memory: %s"),
    /// `VIR_ERR_NO_SUPPORT`, since 0.1.0.
    NO_SUPPORT(3, "this function is not supported by the connection driver: %s"),
    /// `VIR_ERR_UNKNOWN_HOST`, since 0.1.0.
    UNKNOWN_HOST(4, "unknown host %s"),
    /// `VIR_ERR_NO_CONNECT`, since 0.1.0.
    NO_CONNECT(5, "no connection driver available for %s"),
    /// `VIR_ERR_INVALID_CONN`, since 0.1.0.
    INVALID_CONN(6, "invalid connection pointer in %s"),
    /// `VIR_ERR_INVALID_DOMAIN`, since 0.1.0.
    INVALID_DOMAIN(7, "invalid domain pointer in %s"),
    /// `VIR_ERR_INVALID_ARG`, since 0.1.0.
    INVALID_ARG(8, "invalid argument: %s"),
    /// `VIR_ERR_OPERATION_FAILED`, since 0.1.0.
    OPERATION_FAILED(9, "operation failed: %s"),
    /// `VIR_ERR_GET_FAILED`, since 0.1.0.
    GET_FAILED(10, "GET operation failed: %s"),
    /// `VIR_ERR_POST_FAILED`, since 0.1.0.
    POST_FAILED(11, "POST operation failed: %s"),
    /// `VIR_ERR_HTTP_ERROR`, since 0.1.0.
    HTTP_ERROR(12, "got unknown HTTP error code %s"),
    /// `VIR_ERR_SEXPR_SERIAL`, since 0.1.0.
    SEXPR_SERIAL(13, "failed to serialize S-Expr: %s"),
    /// `VIR_ERR_NO_XEN`, since 0.1.0.
    NO_XEN(14, "could not use Xen hypervisor entry %s"),
    /// `VIR_ERR_XEN_CALL`, since 0.1.0.
    XEN_CALL(15, "failed Xen syscall %s"),
    /// `VIR_ERR_OS_TYPE`, since 0.1.0.
    OS_TYPE(16, "unknown OS type %s"),
    /// `VIR_ERR_NO_KERNEL`, since 0.1.0.
    NO_KERNEL(17, "missing kernel information: %s"),
    /// `VIR_ERR_NO_ROOT`, since 0.1.0.
    NO_ROOT(18, "missing root device information in %s"),
    /// `VIR_ERR_NO_SOURCE`, since 0.1.0.
    NO_SOURCE(19, "missing source information for device %s"),
    /// `VIR_ERR_NO_TARGET`, since 0.1.0.
    NO_TARGET(20, "missing target information for device %s"),
    /// `VIR_ERR_NO_NAME`, since 0.1.0.
    NO_NAME(21, "missing name information in %s"),
    /// `VIR_ERR_NO_OS`, since 0.1.0.
    NO_OS(22, "missing operating system information for %s"),
    /// `VIR_ERR_NO_DEVICE`, since 0.1.0.
    NO_DEVICE(23, "missing devices information for %s"),
    /// `VIR_ERR_NO_XENSTORE`, since 0.1.0.
    NO_XENSTORE(24, "could not connect to Xen Store %s"),
    /// `VIR_ERR_DRIVER_FULL`, since 0.1.0.
    DRIVER_FULL(25, "too many drivers registered in %s"),
    /// `VIR_ERR_CALL_FAILED`, since 0.1.0.
    CALL_FAILED(26, "library call failed: %s"),
    /// `VIR_ERR_XML_ERROR`, since 0.1.1.
    XML_ERROR(27, "XML error: %s"),
    /// `VIR_ERR_DOM_EXIST`, since 0.1.1.
    DOM_EXIST(28, "domain %s exists already"),
    /// `VIR_ERR_OPERATION_DENIED`, since 0.1.4.
    OPERATION_DENIED(29, "operation forbidden: %s"),
    /// `VIR_ERR_OPEN_FAILED`, since 0.1.6.
    OPEN_FAILED(30, "failed to open configuration file %s"),
    /// `VIR_ERR_READ_FAILED`, since 0.1.6.
    READ_FAILED(31, "failed to read configuration file %s"),
    /// `VIR_ERR_PARSE_FAILED`, since 0.1.6.
    PARSE_FAILED(32, "failed to parse configuration file %s"),
    /// `VIR_ERR_CONF_SYNTAX`, since 0.1.6.
    CONF_SYNTAX(33, "configuration file syntax error: %s"),
    /// `VIR_ERR_WRITE_FAILED`, since 0.1.6.
    WRITE_FAILED(34, "failed to write configuration file: %s"),
    /// `VIR_ERR_XML_DETAIL`, since 0.1.9.
    XML_DETAIL(35, "%s"),
    /// `VIR_ERR_INVALID_NETWORK`, since 0.2.0.
    INVALID_NETWORK(36, "invalid network pointer in %s"),
    /// `VIR_ERR_NETWORK_EXIST`, since 0.2.0.
    NETWORK_EXIST(37, "network %s exists already"),
    /// `VIR_ERR_SYSTEM_ERROR`, since 0.2.1.
    SYSTEM_ERROR(38, "%s"),
    /// `VIR_ERR_RPC`, since 0.2.3.
    RPC(39, "%s"),
    /// `VIR_ERR_GNUTLS_ERROR`, since 0.2.3.
    GNUTLS_ERROR(40, "%s"),
    /// `VIR_WAR_NO_NETWORK`, since 0.2.3.
    WAR_NO_NETWORK(41, "Failed to find the network: %s"),
    /// `VIR_ERR_NO_DOMAIN`, since 0.3.0.
    NO_DOMAIN(42, "Domain not found: %s"),
    /// `VIR_ERR_NO_NETWORK`, since 0.3.0.
    NO_NETWORK(43, "Network not found: %s"),
    /// `VIR_ERR_INVALID_MAC`, since 0.3.1.
    INVALID_MAC(44, "invalid MAC address: %s"),
    /// `VIR_ERR_AUTH_FAILED`, since 0.4.1.
    AUTH_FAILED(45, "authentication failed: %s"),
    /// `VIR_ERR_INVALID_STORAGE_POOL`, since 0.4.1.
    INVALID_STORAGE_POOL(46, "invalid storage pool pointer in %s"),
    /// `VIR_ERR_INVALID_STORAGE_VOL`, since 0.4.1.
    INVALID_STORAGE_VOL(47, "invalid storage volume pointer in %s"),
    /// `VIR_WAR_NO_STORAGE`, since 0.4.1.
    WAR_NO_STORAGE(48, "Failed to find a storage driver: %s"),
    /// `VIR_ERR_NO_STORAGE_POOL`, since 0.4.1.
    NO_STORAGE_POOL(49, "Storage pool not found: %s"),
    /// `VIR_ERR_NO_STORAGE_VOL`, since 0.4.1.
    NO_STORAGE_VOL(50, "Storage volume not found: %s"),
    /// `VIR_WAR_NO_NODE`, since 0.5.0.
    WAR_NO_NODE(51, "Failed to find a node driver: %s"),
    /// `VIR_ERR_INVALID_NODE_DEVICE`, since 0.5.0.
    INVALID_NODE_DEVICE(52, "invalid node device pointer in %s"),
    /// `VIR_ERR_NO_NODE_DEVICE`, since 0.5.0.
    NO_NODE_DEVICE(53, "Node device not found: %s"),
    /// `VIR_ERR_NO_SECURITY_MODEL`, since 0.6.1.
    NO_SECURITY_MODEL(54, "Security model not found: %s"),
    /// `VIR_ERR_OPERATION_INVALID`, since 0.6.4.
    OPERATION_INVALID(55, "Requested operation is not valid: %s"),
    /// `VIR_WAR_NO_INTERFACE`, since 0.6.4.
    WAR_NO_INTERFACE(56, "Failed to find the interface: %s"),
    /// `VIR_ERR_NO_INTERFACE`, since 0.6.4.
    NO_INTERFACE(57, "Interface not found: %s"),
    /// `VIR_ERR_INVALID_INTERFACE`, since 0.6.4.
    INVALID_INTERFACE(58, "invalid interface pointer in %s"),
    /// `VIR_ERR_MULTIPLE_INTERFACES`, since 0.7.0.
    MULTIPLE_INTERFACES(59, "multiple matching interfaces found: %s"),
    /// `VIR_WAR_NO_NWFILTER`, since 0.8.0.
    WAR_NO_NWFILTER(60, "Failed to start the nwfilter driver: %s"),
    /// `VIR_ERR_INVALID_NWFILTER`, since 0.8.0.
    INVALID_NWFILTER(61, "Invalid network filter: %s"),
    /// `VIR_ERR_NO_NWFILTER`, since 0.8.0.
    NO_NWFILTER(62, "Network filter not found: %s"),
    /// `VIR_ERR_BUILD_FIREWALL`, since 0.8.0.
    BUILD_FIREWALL(63, "Error while building firewall: %s"),
    /// `VIR_WAR_NO_SECRET`, since 0.7.1.
    WAR_NO_SECRET(64, "Failed to find a secret storage driver: %s"),
    /// `VIR_ERR_INVALID_SECRET`, since 0.7.1.
    INVALID_SECRET(65, "Invalid secret: %s"),
    /// `VIR_ERR_NO_SECRET`, since 0.7.1.
    NO_SECRET(66, "Secret not found: %s"),
    /// `VIR_ERR_CONFIG_UNSUPPORTED`, since 0.7.3.
    CONFIG_UNSUPPORTED(67, "unsupported configuration: %s"),
    /// `VIR_ERR_OPERATION_TIMEOUT`, since 0.7.3.
    OPERATION_TIMEOUT(68, "Timed out during operation: %s"),
    /// `VIR_ERR_MIGRATE_PERSIST_FAILED`, since 0.7.3.
    MIGRATE_PERSIST_FAILED(69, "Failed to make domain persistent after migration: %s"),
    /// `VIR_ERR_HOOK_SCRIPT_FAILED`, since 0.8.0.
    HOOK_SCRIPT_FAILED(70, "Hook script execution failed: %s"),
    /// `VIR_ERR_INVALID_DOMAIN_SNAPSHOT`, since 0.8.0.
    INVALID_DOMAIN_SNAPSHOT(71, "Invalid domain snapshot: %s"),
    /// `VIR_ERR_NO_DOMAIN_SNAPSHOT`, since 0.8.0.
    NO_DOMAIN_SNAPSHOT(72, "Domain snapshot not found: %s"),
    /// `VIR_ERR_INVALID_STREAM`, since 0.9.0.
    INVALID_STREAM(73, "invalid stream pointer in %s"),
    /// `VIR_ERR_ARGUMENT_UNSUPPORTED`, since 0.9.4.
    ARGUMENT_UNSUPPORTED(74, "argument unsupported: %s"),
    /// `VIR_ERR_STORAGE_PROBE_FAILED`, since 0.9.5.
    STORAGE_PROBE_FAILED(75, "Storage pool probe failed: %s"),
    /// `VIR_ERR_STORAGE_POOL_BUILT`, since 0.9.5.
    STORAGE_POOL_BUILT(76, "Storage pool already built: %s"),
    /// `VIR_ERR_SNAPSHOT_REVERT_RISKY`, since 0.9.7.
    SNAPSHOT_REVERT_RISKY(77, "revert requires force: %s"),
    /// `VIR_ERR_OPERATION_ABORTED`, since 0.9.9.
    OPERATION_ABORTED(78, "operation aborted: %s"),
    /// `VIR_ERR_AUTH_CANCELLED`, since 0.9.10.
    AUTH_CANCELLED(79, "authentication cancelled: %s"),
    /// `VIR_ERR_NO_DOMAIN_METADATA`, since 0.9.10.
    NO_DOMAIN_METADATA(80, "metadata not found: %s"),
    /// `VIR_ERR_MIGRATE_UNSAFE`, since 0.9.11.
    MIGRATE_UNSAFE(81, "Unsafe migration: %s"),
    /// `VIR_ERR_OVERFLOW`, since 0.9.11.
    OVERFLOW(82, "numerical overflow: %s"),
    /// `VIR_ERR_BLOCK_COPY_ACTIVE`, since 0.9.12.
    BLOCK_COPY_ACTIVE(83, "block copy still active: %s"),
    /// `VIR_ERR_OPERATION_UNSUPPORTED`, since 0.10.0.
    OPERATION_UNSUPPORTED(84, "Operation not supported: %s"),
    /// `VIR_ERR_SSH`, since 0.10.0.
    SSH(85, "SSH transport error: %s"),
    /// `VIR_ERR_AGENT_UNRESPONSIVE`, since 0.10.0.
    AGENT_UNRESPONSIVE(86, "Guest agent is not responding: %s"),
    /// `VIR_ERR_RESOURCE_BUSY`, since 1.0.0.
    RESOURCE_BUSY(87, "resource busy: %s"),
    /// `VIR_ERR_ACCESS_DENIED`, since 1.1.0.
    ACCESS_DENIED(88, "access denied: %s"),
    /// `VIR_ERR_DBUS_SERVICE`, since 1.1.1.
    DBUS_SERVICE(89, "error from service: %s"),
    /// `VIR_ERR_STORAGE_VOL_EXIST`, since 1.1.4.
    STORAGE_VOL_EXIST(90, "storage volume %s exists already"),
    /// `VIR_ERR_CPU_INCOMPATIBLE`, since 1.2.6.
    CPU_INCOMPATIBLE(91, "the CPU is incompatible with host CPU: %s"),
    /// `VIR_ERR_XML_INVALID_SCHEMA`, since 1.2.12.
    XML_INVALID_SCHEMA(92, "XML document failed to validate against schema: %s"),
    /// `VIR_ERR_MIGRATE_FINISH_OK`, since 1.2.18.
    MIGRATE_FINISH_OK(93, "migration successfully aborted: %s"),
    /// `VIR_ERR_AUTH_UNAVAILABLE`, since 1.3.3.
    AUTH_UNAVAILABLE(94, "authentication unavailable: %s"),
    /// `VIR_ERR_NO_SERVER`, since 1.3.3.
    NO_SERVER(95, "Server not found: %s"),
    /// `VIR_ERR_NO_CLIENT`, since 1.3.5.
    NO_CLIENT(96, "Client not found: %s"),
    /// `VIR_ERR_AGENT_UNSYNCED`, since 2.3.0.
    AGENT_UNSYNCED(97, "guest agent replied with wrong id to guest-sync command: %s"),
    /// `VIR_ERR_LIBSSH`, since 2.5.0.
    LIBSSH(98, "libssh transport error: %s"),
    /// `VIR_ERR_DEVICE_MISSING`, since 4.1.0.
    DEVICE_MISSING(99, "device not found: %s"),
    /// `VIR_ERR_INVALID_NWFILTER_BINDING`, since 4.5.0.
    INVALID_NWFILTER_BINDING(100, "Invalid network filter binding: %s"),
    /// `VIR_ERR_NO_NWFILTER_BINDING`, since 4.5.0.
    NO_NWFILTER_BINDING(101, "Network filter binding not found: %s"),
    /// `VIR_ERR_INVALID_DOMAIN_CHECKPOINT`, since 5.2.0.
    INVALID_DOMAIN_CHECKPOINT(102, "Invalid domain checkpoint: %s"),
    /// `VIR_ERR_NO_DOMAIN_CHECKPOINT`, since 5.2.0.
    NO_DOMAIN_CHECKPOINT(103, "Domain checkpoint not found: %s"),
    /// `VIR_ERR_NO_DOMAIN_BACKUP`, since 5.2.0.
    NO_DOMAIN_BACKUP(104, "Domain backup job id not found: %s"),
    /// `VIR_ERR_INVALID_NETWORK_PORT`, since 5.5.0.
    INVALID_NETWORK_PORT(105, "Invalid network port pointer: %s"),
    /// `VIR_ERR_NETWORK_PORT_EXIST`, since 5.5.0.
    NETWORK_PORT_EXIST(106, "network port %s exists already"),
    /// `VIR_ERR_NO_NETWORK_PORT`, since 5.5.0.
    NO_NETWORK_PORT(107, "network port not found: %s"),
    /// `VIR_ERR_NO_HOSTNAME`, since 6.1.0.
    NO_HOSTNAME(108, "no hostname found: %s"),
    /// `VIR_ERR_CHECKPOINT_INCONSISTENT`, since 6.10.0.
    CHECKPOINT_INCONSISTENT(109, "checkpoint inconsistent: %s"),
    /// `VIR_ERR_MULTIPLE_DOMAINS`, since 7.1.0.
    MULTIPLE_DOMAINS(110, "multiple matching domains found: %s"),
    /// `VIR_ERR_NO_NETWORK_METADATA`, since 9.7.0.
    NO_NETWORK_METADATA(111, "%s"),
    /// `VIR_ERR_AGENT_COMMAND_TIMEOUT`, since 11.2.0.
    AGENT_COMMAND_TIMEOUT(112, "%s"),
    /// `VIR_ERR_AGENT_COMMAND_FAILED`, since 11.2.0.
    AGENT_COMMAND_FAILED(113, "%s"),
    /// `VIR_ERR_INVALID_ENCR_KEY_SECRET`, since 12.1.0.
    INVALID_ENCR_KEY_SECRET(114, "%s");

    private static final String DETAIL = "%s";

    private final int code;
    private final String template;

    ErrorCode(int code, String template) {
        this.code = code;
        this.template = template;
    }

    /// libvirt's number.
    public int code() {
        return code;
    }

    /// libvirt's words for this error, with `%s` where the detail stands.
    public String template() {
        return template;
    }

    /// The complete message for a detail.
    public String message(String detail) {
        int at = template.indexOf(DETAIL);
        return at < 0
                ? template
                : template.substring(0, at) + detail + template.substring(at + DETAIL.length());
    }

    /// The constant with libvirt's number `code`; [#INTERNAL_ERROR] if a newer peer sends one that
    /// is not known here.
    public static ErrorCode of(int code) {
        for (ErrorCode value : values()) {
            if (value.code == code) {
                return value;
            }
        }
        return INTERNAL_ERROR;
    }
}
