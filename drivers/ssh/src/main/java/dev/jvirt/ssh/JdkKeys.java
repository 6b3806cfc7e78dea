package dev.jvirt.ssh;

import java.security.Provider;
import java.security.Security;
import java.util.Optional;
import org.apache.sshd.common.util.security.AbstractSecurityProviderRegistrar;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.common.util.security.eddsa.generic.EdDSASupport;

/// Tells the library that the JDK knows Ed25519 keys.
final class JdkKeys extends AbstractSecurityProviderRegistrar {
    private static final String PROVIDER = "SunEC";

    private JdkKeys() {
        super(PROVIDER);
    }

    /// Once for the whole process is enough, and oftener does no harm.
    static void register() {
        SecurityUtils.registerSecurityProvider(new JdkKeys());
    }

    @Override
    public boolean isSupported() {
        return true;
    }

    /// Everything else the library finds by itself.
    @Override
    public boolean isSecurityEntitySupported(Class<?> entityType, String name) {
        return false;
    }

    @Override
    public Provider getSecurityProvider() {
        return Security.getProvider(PROVIDER);
    }

    @Override
    public Optional<EdDSASupport<?, ?>> getEdDSASupport() {
        return Optional.of(new Ed25519());
    }
}
