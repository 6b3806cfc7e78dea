package dev.jvirt.virsh.start;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.Provider;
import java.security.SecureRandomSpi;

/// Random numbers straight from the kernel, by the name under which the JDK's unix sockets ask for
/// them.
///
/// The JDK's own provider of them fills tables of every algorithm that it knows before it answers,
/// which takes a third of the time that a short command needs.
public final class KernelRandom extends Provider {
    private static final long serialVersionUID = 1;

    /// Made by the JDK, which finds the provider by its name.
    public KernelRandom() {
        super("KernelRandom", "1", "random numbers of the kernel");
        putService(new Urandom(this));
    }

    private static final class Urandom extends Service {
        Urandom(Provider provider) {
            super(
                    provider,
                    "SecureRandom",
                    "NativePRNGNonBlocking",
                    Source.class.getName(),
                    null,
                    null);
        }

        @Override
        public Object newInstance(Object parameter) {
            return new Source();
        }
    }

    /// `/dev/urandom`. It needs no seed: that is the kernel's business.
    private static final class Source extends SecureRandomSpi {
        private static final long serialVersionUID = 1;

        @Override
        protected void engineSetSeed(byte[] seed) {}

        @Override
        protected void engineNextBytes(byte[] bytes) {
            try (InputStream urandom = new FileInputStream("/dev/urandom")) {
                if (urandom.readNBytes(bytes, 0, bytes.length) < bytes.length) {
                    throw new IOException("/dev/urandom has ended");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected byte[] engineGenerateSeed(int count) {
            byte[] seed = new byte[count];
            engineNextBytes(seed);
            return seed;
        }
    }
}
