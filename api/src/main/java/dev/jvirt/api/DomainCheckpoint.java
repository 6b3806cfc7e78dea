package dev.jvirt.api;

import dev.jvirt.api.domain.DomainCheckpointDeleteFlag;
import dev.jvirt.api.domain.DomainCheckpointId;
import dev.jvirt.api.domain.DomainCheckpointListFlag;
import dev.jvirt.api.domain.DomainCheckpointXmlFlag;
import dev.jvirt.api.driver.DomainCheckpointDriver;
import java.util.List;
import java.util.Objects;

/// A checkpoint of a domain: a handle that names it, not its state (`virDomainCheckpointPtr`).
///
/// It holds nothing of the driver's, and need not be given back (`virDomainCheckpointRef`,
/// `virDomainCheckpointFree`). Methods that ask the driver throw NO_DOMAIN_CHECKPOINT if it is
/// gone.
public final class DomainCheckpoint {
    private final Connection connection;
    private final DomainCheckpointId identity;

    DomainCheckpoint(Connection connection, DomainCheckpointId identity) {
        this.connection = connection;
        this.identity = identity;
    }

    /// Its name, unique among the checkpoints of the domain (`virDomainCheckpointGetName`).
    ///
    /// @since 5.6.0
    public String name() {
        return identity.name();
    }

    /// The domain that it belongs to (`virDomainCheckpointGetDomain`).
    ///
    /// @since 5.6.0
    public Domain domain() {
        return connection.domain(identity.domain());
    }

    /// The connection that it belongs to (`virDomainCheckpointGetConnect`).
    ///
    /// @since 5.6.0
    public Connection connection() {
        return connection;
    }

    /// Its name and domain in one.
    public DomainCheckpointId identity() {
        return identity;
    }

    private DomainCheckpointDriver reading(String function) {
        return connection.reading(function).domainCheckpoints();
    }

    private DomainCheckpointDriver changing(String function) {
        return connection.changing(ErrorDomain.DOMAIN_CHECKPOINT, function).domainCheckpoints();
    }

    /// Its document (`virDomainCheckpointGetXMLDesc`).
    ///
    /// @throws LibvirtException OPERATION_DENIED for SECURE on a read-only connection
    /// @since 5.6.0
    public String xml(Flags<DomainCheckpointXmlFlag> flags) {
        String function = "virDomainCheckpointGetXMLDesc";
        DomainCheckpointDriver driver = reading(function);
        if (connection.isReadOnly() && flags.has(DomainCheckpointXmlFlag.SECURE)) {
            throw new LibvirtException(
                    ErrorDomain.DOMAIN_CHECKPOINT,
                    ErrorCode.OPERATION_DENIED,
                    function + " with secure flag");
        }
        return driver.xml(identity, flags);
    }

    /// The checkpoints that were made after this one and pass the filters
    /// (`virDomainCheckpointListAllChildren`).
    ///
    /// @param flags [DomainCheckpointListFlag#DESCENDANTS] adds the children's children
    /// @since 5.6.0
    public List<DomainCheckpoint> children(Flags<DomainCheckpointListFlag> flags) {
        return reading("virDomainCheckpointListAllChildren").listChildren(identity, flags).stream()
                .map(child -> new DomainCheckpoint(connection, child))
                .toList();
    }

    /// The checkpoint before this one (`virDomainCheckpointGetParent`).
    ///
    /// @param flags 0
    /// @throws LibvirtException NO_DOMAIN_CHECKPOINT if there is none
    /// @since 5.6.0
    public DomainCheckpoint parent(int flags) {
        return new DomainCheckpoint(
                connection, reading("virDomainCheckpointGetParent").parent(identity, flags));
    }

    /// Deletes it; what changed since is noted from the one before on
    /// (`virDomainCheckpointDelete`).
    ///
    /// @throws LibvirtException INVALID_ARG if its children shall go both with it and without
    /// @since 5.6.0
    public void delete(Flags<DomainCheckpointDeleteFlag> flags) {
        String function = "virDomainCheckpointDelete";
        DomainCheckpointDriver driver = changing(function);
        new FlagRules<>(
                        ErrorDomain.DOMAIN_CHECKPOINT,
                        function,
                        "VIR_DOMAIN_CHECKPOINT_DELETE_",
                        flags)
                .exclusive(
                        DomainCheckpointDeleteFlag.CHILDREN,
                        DomainCheckpointDeleteFlag.CHILDREN_ONLY);
        driver.delete(identity, flags);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DomainCheckpoint checkpoint
                && checkpoint.connection == connection
                && checkpoint.name().equals(name())
                && checkpoint.identity.domain().uuid().equals(identity.domain().uuid());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name(), identity.domain().uuid());
    }

    @Override
    public String toString() {
        return "checkpoint %s of domain %s".formatted(name(), identity.domain().name());
    }
}
