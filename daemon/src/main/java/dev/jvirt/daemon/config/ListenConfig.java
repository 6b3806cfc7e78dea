package dev.jvirt.daemon.config;

import dev.jvirt.api.config.ConfigReader;
import java.util.Optional;

/// The network sockets, which `--listen` switches on.
///
/// @param tcp whether to listen without encryption
/// @param tls whether to listen with TLS
/// @param tcpPort by number or service name
/// @param tlsPort by number or service name
/// @param address to listen on; otherwise all
/// @param tcpAuth how clients of the first authenticate
/// @param tlsAuth how clients of the second authenticate
/// @param minSsf the weakest SASL security layer on TCP
public record ListenConfig(
        boolean tcp,
        boolean tls,
        String tcpPort,
        String tlsPort,
        Optional<String> address,
        AuthScheme tcpAuth,
        AuthScheme tlsAuth,
        int minSsf) {
    private static final int DEFAULT_SSF = 56;
    private static final int WEAKEST_SSF = 112;

    static ListenConfig read(ConfigReader reader) {
        return new ListenConfig(
                reader.bool("listen_tcp", false),
                reader.bool("listen_tls", true),
                reader.text("tcp_port").orElse("16509"),
                reader.text("tls_port").orElse("16514"),
                reader.text("listen_addr"),
                AuthScheme.read(reader, "auth_tcp", AuthScheme.SASL),
                AuthScheme.read(reader, "auth_tls", AuthScheme.NONE),
                minSsf(reader));
    }

    private static int minSsf(ConfigReader reader) {
        int ssf = reader.unsigned("tcp_min_ssf", DEFAULT_SSF);
        if (reader.has("tcp_min_ssf") && ssf < WEAKEST_SSF) {
            throw reader.refuse(
                    "tcp_min_ssf",
                    "tcp_min_ssf: minimum SSF levels lower than %d are not supported"
                            .formatted(WEAKEST_SSF));
        }
        return ssf;
    }
}
