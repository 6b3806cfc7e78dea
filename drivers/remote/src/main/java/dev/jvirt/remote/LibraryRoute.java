package dev.jvirt.remote;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.rpc.client.Transport;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import java.util.ServiceLoader;

/// By ssh inside this process, if the room for it is there.
record LibraryRoute(SshRequest request) implements Route {

    @Override
    public Transport connect() {
        return Library.dialer().orElseThrow(() -> notEnabled(request.library())).dial(request);
    }

    static LibvirtException notEnabled(String transport) {
        return new LibvirtException(
                ErrorDomain.RPC,
                ErrorCode.SYSTEM_ERROR,
                "%s transport support was not enabled: Function not implemented"
                        .formatted(transport));
    }

    @Override
    public String toString() {
        var server = request.server();
        return "%s to %s:%d".formatted(request.library(), server.host(), server.port());
    }

    /// Where the library comes from: the class path or module path of the program, else the folder
    /// that the product keeps it in. It is loaded once.
    private static final class Library {
        private static final Optional<SshDialer> DIALER = find();

        static Optional<SshDialer> dialer() {
            return DIALER;
        }

        private static Optional<SshDialer> find() {
            Optional<SshDialer> own = ServiceLoader.load(SshDialer.class).findFirst();
            String home = System.getProperty("jvirt.home");
            if (own.isPresent() || home == null) {
                return own;
            }
            File[] jars = new File(home, "lib/ssh").listFiles();
            return jars == null ? Optional.empty() : load(jars);
        }

        private static Optional<SshDialer> load(File[] jars) {
            var urls = new URL[jars.length];
            for (int i = 0; i < jars.length; i++) {
                try {
                    urls[i] = jars[i].toURI().toURL();
                } catch (MalformedURLException e) {
                    throw new IllegalStateException(e);
                }
            }
            // Never closed: its classes are needed as long as the process lives.
            var loader = new URLClassLoader(urls, SshDialer.class.getClassLoader());
            return ServiceLoader.load(SshDialer.class, loader).findFirst();
        }
    }
}
