package dev.jvirt.rpc.tls;

import dev.jvirt.rpc.RpcException;
import dev.jvirt.rpc.TlsPeer;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;

/// One side's certificates, ready for connections.
public final class TlsContext {
    private static final System.Logger LOG = System.getLogger("dev.jvirt.rpc.tls");
    private static final String SESSION = "[session]";
    private static final String TICKETS = "jdk.tls.server.newSessionTicketCount";
    private static final String OLD_TICKETS = "jdk.tls.server.enableSessionTicketExtension";
    private static final String RENEGOTIATION = "jdk.tls.rejectClientInitiatedRenegotiation";

    private final TlsRole role;
    private final TlsFiles files;
    private final TlsRules rules;
    private final TlsMaterial material;
    private final TlsPriority priority;
    private final SSLContext context;

    private TlsContext(
            TlsRole role,
            TlsFiles files,
            TlsRules rules,
            TlsMaterial material,
            SSLContext context) {
        this.role = role;
        this.files = files;
        this.rules = rules;
        this.material = material;
        this.priority = TlsPriority.parse(rules.priority());
        this.context = context;
    }

    /// Reads the certificates of one side.
    ///
    /// @throws RpcException that names the file or the rule that is wrong
    public static TlsContext load(TlsRole role, TlsFiles files, TlsRules rules) {
        TlsMaterial material = TlsMaterial.load(files, role, rules.sane());
        if (role == TlsRole.SERVER) {
            setUpServers();
        }
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    new KeyManager[] {new OwnKey(material)},
                    new TrustManager[] {new JudgedLater()},
                    null);
            return new TlsContext(role, files, rules, material, context);
        } catch (GeneralSecurityException e) {
            throw TlsErrors.certificate("Unable to initialize TLS: " + e.getMessage(), e);
        }
    }

    /// C clients expect the word that lets them in right behind the handshake, and give up when
    /// tickets come first. Java takes these settings from nowhere else.
    private static void setUpServers() {
        System.setProperty(TICKETS, "0");
        System.setProperty(OLD_TICKETS, "false");
        System.setProperty(RENEGOTIATION, "true");
    }

    /// A connection that has not begun.
    SSLEngine engine() {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(role == TlsRole.CLIENT);
        if (role == TlsRole.SERVER) {
            engine.setWantClientAuth(true);
        }
        priority.apply(engine);
        return engine;
    }

    /// Why the peer may have hung up on us.
    String suspicion() {
        if (material.key().isPresent()) {
            return "the server may not accept our certificate '%s'".formatted(files.certificate());
        }
        Path missing = Files.exists(files.certificate()) ? files.key() : files.certificate();
        return "we have shown no certificate as '%s' is missing".formatted(missing);
    }

    /// Judges the peer after the handshake.
    ///
    /// @param host that the peer must be; empty: whoever
    /// @throws RpcException AUTH_FAILED if it is not to be trusted, unless the rules say that it
    ///     does not matter
    TlsPeer judge(SSLSession session, Optional<String> host) {
        int strength = TlsPriority.bits(session.getCipherSuite());
        var name = new PeerName();
        try {
            verify(session, host, name);
        } catch (RpcException e) {
            if (rules.verifies()) {
                throw TlsErrors.refused(
                        "Failed to verify peer's certificate: " + e.getMessage(), e);
            }
            LOG.log(Level.INFO, "Ignoring bad certificate at user request: {0}", e.getMessage());
        }
        return new TlsPeer(strength, name.known);
    }

    /// The name as far as it is known when judging ends early.
    private static final class PeerName {
        private Optional<String> known = Optional.empty();
    }

    private void verify(SSLSession session, Optional<String> host, PeerName name) {
        List<X509Certificate> chain = chain(session);
        var trust = new CertificateTrust(material.authorities(), material.revocations());
        Optional<String> doubt = trust.doubt(chain);
        if (doubt.isPresent()) {
            throw TlsErrors.certificate(
                    "Certificate failed validation: %s%s".formatted(doubt.get(), when(chain)));
        }
        var sanity =
                new CertificateSanity(role == TlsRole.CLIENT ? TlsRole.SERVER : TlsRole.CLIENT);
        X509Certificate certificate = chain.getFirst();
        sanity.checkDates(certificate, SESSION);
        String distinguished = DistinguishedName.of(certificate);
        name.known = Optional.of(distinguished);
        if (host.isPresent() && !HostNames.match(certificate, host.get())) {
            throw TlsErrors.certificate(
                    "Certificate %s owner does not match the hostname %s"
                            .formatted(SESSION, host.get()));
        }
        if (role == TlsRole.SERVER && !rules.allowed().test(distinguished)) {
            throw TlsErrors.certificate(
                    "Client's Distinguished Name is not on the list of allowed clients"
                            + " (tls_allowed_dn_list).  Use 'virt-pki-query-dn clientcert.pem' to"
                            + " view the Distinguished Name field in the client certificate, or"
                            + " run this daemon with --verbose option.");
        }
        sanity.checkUse(certificate, SESSION);
    }

    /// libvirt does not tell why a certificate is not trusted; dates are by far the usual reason.
    private static String when(List<X509Certificate> chain) {
        Instant now = Instant.now();
        X509Certificate certificate = chain.getFirst();
        if (certificate.getNotAfter().toInstant().isBefore(now)) {
            return " (%s has expired)".formatted(DistinguishedName.of(certificate));
        }
        return certificate.getNotBefore().toInstant().isAfter(now)
                ? " (%s is not yet active)".formatted(DistinguishedName.of(certificate))
                : "";
    }

    private static List<X509Certificate> chain(SSLSession session) {
        var chain = new ArrayList<X509Certificate>();
        try {
            for (Certificate certificate : session.getPeerCertificates()) {
                chain.add((X509Certificate) certificate);
            }
            return chain;
        } catch (SSLPeerUnverifiedException e) {
            throw TlsErrors.certificate("Unable to verify TLS peer: No certificate was found.", e);
        }
    }
}
