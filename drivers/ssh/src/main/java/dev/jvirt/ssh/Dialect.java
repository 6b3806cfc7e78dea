package dev.jvirt.ssh;

import dev.jvirt.api.CredentialType;
import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.digest.Digest;
import org.apache.sshd.common.signature.BuiltinSignatures;
import org.apache.sshd.common.util.buffer.BufferUtils;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/// Which of the two libraries the user believes to talk to: the same things are said in two ways.
enum Dialect {
    /// The transport `libssh2`.
    LIBSSH2(ErrorDomain.SSH, ErrorCode.SSH),
    /// The transport `libssh`.
    LIBSSH(ErrorDomain.LIBSSH, ErrorCode.LIBSSH);

    private final ErrorDomain domain;
    private final ErrorCode code;

    Dialect(ErrorDomain domain, ErrorCode code) {
        this.domain = domain;
        this.code = code;
    }

    static Dialect of(String library) {
        return library.equals("libssh2") ? LIBSSH2 : LIBSSH;
    }

    /// Where its errors come from.
    ErrorDomain domain() {
        return domain;
    }

    /// Something went wrong on the way.
    ErrorCode code() {
        return code;
    }

    /// Something went wrong on the way.
    LibvirtException transport(String detail) {
        return new LibvirtException(domain, code, detail);
    }

    /// Somebody is not who they should be.
    LibvirtException authentication(String detail) {
        return new LibvirtException(domain, ErrorCode.AUTH_FAILED, detail);
    }

    /// There is no ssh server, or none to talk to.
    LibvirtException handshake(String reason) {
        return new LibvirtException(
                domain, ErrorCode.NO_CONNECT, "SSH session handshake failed: " + reason);
    }

    /// What a key looks like to the user, who may compare it with what the server's owner said.
    String fingerprint(java.security.PublicKey key) {
        var raw = new ByteArrayBuffer();
        raw.putRawPublicKey(key);
        try {
            Digest digest =
                    this == LIBSSH2 ? BuiltinDigests.md5.create() : BuiltinDigests.sha256.create();
            digest.init();
            digest.update(raw.array(), raw.rpos(), raw.available());
            String hex = BufferUtils.toHex(':', digest.digest());
            return this == LIBSSH2 ? hex.toUpperCase(java.util.Locale.ROOT) : hex;
        } catch (Exception e) {
            throw new IllegalStateException("no digest for the key " + KeyUtils.getKeyType(key), e);
        }
    }

    /// How the keys of servers are asked for if the server is not known.
    List<BuiltinSignatures> hostKeys() {
        return this == LIBSSH2
                ? List.of(
                        BuiltinSignatures.nistp256,
                        BuiltinSignatures.nistp384,
                        BuiltinSignatures.nistp521,
                        BuiltinSignatures.ed25519,
                        BuiltinSignatures.rsaSHA512,
                        BuiltinSignatures.rsaSHA256)
                : List.of(
                        BuiltinSignatures.ed25519,
                        BuiltinSignatures.nistp521,
                        BuiltinSignatures.nistp384,
                        BuiltinSignatures.nistp256,
                        BuiltinSignatures.rsaSHA512,
                        BuiltinSignatures.rsaSHA256);
    }

    /// How the user is asked for something that nobody else should see.
    List<CredentialType> hidden() {
        return this == LIBSSH2
                ? List.of(CredentialType.NOECHOPROMPT, CredentialType.PASSPHRASE)
                : List.of(CredentialType.PASSPHRASE, CredentialType.NOECHOPROMPT);
    }
}
