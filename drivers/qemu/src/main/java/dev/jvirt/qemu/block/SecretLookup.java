package dev.jvirt.qemu.block;

import dev.jvirt.documents.domain.SecretReference;

/// Finds the values of secrets.
@FunctionalInterface
public interface SecretLookup {
    /// For what a secret is used; its kind among the host's secrets.
    enum Usage {
        VOLUME("volume"),
        CEPH("ceph"),
        ISCSI("iscsi"),
        TLS("tls"),
        VTPM("vtpm");

        private final String word;

        Usage(String word) {
            this.word = word;
        }

        /// The word in the secret's document.
        public String word() {
            return word;
        }
    }

    /// The value of a secret.
    ///
    /// @throws dev.jvirt.api.LibvirtException NO_SECRET if there is none
    byte[] value(Usage usage, SecretReference secret);
}
