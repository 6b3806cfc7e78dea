package org.libvirt;

import dev.jvirt.api.host.SecretValue;
import java.nio.charset.StandardCharsets;

/// A secret that a host keeps (`virSecretPtr`).
public class Secret {
    private final Handle<dev.jvirt.api.Secret> handle;

    Secret(Connect connect, dev.jvirt.api.Secret secret) {
        this.handle = connect.handle().next(Handle.Kind.SECRET, secret);
    }

    /// Nothing is left for the garbage collector to do.
    @Override
    @SuppressWarnings({"removal", "Finalize"}) // programs may override it
    protected void finalize() throws LibvirtException {}

    /// Gives it up (`virSecretFree`).
    ///
    /// @return 0
    public int free() throws LibvirtException {
        handle.free();
        return 0;
    }

    /// The name of the thing that it is for (`virSecretGetUsageID`).
    public String getUsageID() throws LibvirtException {
        return handle.call("virSecretGetUsageID", dev.jvirt.api.Secret::usageId);
    }

    /// What it is for (`virSecretGetUsageType`).
    public SecretUsageType getUsageType() throws LibvirtException {
        return handle.call(
                "virSecretGetUsageType",
                secret -> Numbers.orLast(SecretUsageType.values(), secret.identity().usageType()));
    }

    /// The bytes of its UUID (`virSecretGetUUID`).
    public int[] getUUID() throws LibvirtException {
        return handle.call("virSecretGetUUID", secret -> Numbers.ints(secret.uuid()));
    }

    /// Its UUID (`virSecretGetUUIDString`).
    public String getUUIDString() throws LibvirtException {
        return handle.call("virSecretGetUUIDString", secret -> secret.uuid().toString());
    }

    /// Its value as UTF-8 (`virSecretGetValue`).
    public String getValue() throws LibvirtException {
        return new String(getByteValue(), StandardCharsets.UTF_8);
    }

    /// Its value (`virSecretGetValue`).
    public byte[] getByteValue() throws LibvirtException {
        return handle.call("virSecretGetValue", secret -> secret.value(0).bytes());
    }

    /// Its document (`virSecretGetXMLDesc`).
    public String getXMLDesc() throws LibvirtException {
        return handle.call("virSecretGetXMLDesc", secret -> secret.xml(0));
    }

    /// Sets its value, in UTF-8 (`virSecretSetValue`).
    ///
    /// @return 0
    public int setValue(String value) throws LibvirtException {
        return setValue(value.getBytes(StandardCharsets.UTF_8));
    }

    /// Sets its value (`virSecretSetValue`).
    ///
    /// @return 0
    public int setValue(byte[] value) throws LibvirtException {
        handle.run("virSecretSetValue", secret -> secret.setValue(new SecretValue(value), 0));
        return 0;
    }

    /// Removes it (`virSecretUndefine`).
    ///
    /// @return 0
    public int undefine() throws LibvirtException {
        handle.run("virSecretUndefine", dev.jvirt.api.Secret::undefine);
        return 0;
    }
}
