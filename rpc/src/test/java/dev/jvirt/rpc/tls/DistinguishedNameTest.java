package dev.jvirt.rpc.tls;

import static org.assertj.core.api.Assertions.assertThat;

import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistinguishedNameTest {
    /// Java reads names backwards: its last part is the first of the certificate.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CN=client one,O=Acme\\, Inc,L=London,ST=London,C=GB"
                        + " | C=GB,ST=London,L=London,O=Acme\\, Inc,CN=client one",
                "UID=u,DC=example,DC=org | DC=org,DC=example,UID=u",
                "EMAILADDRESS=a@b.c,OU=x | OU=x,EMAIL=a@b.c",
                "CN=\\ lead \\#x\\+\\\\ | CN=\\ lead #x\\+\\\\",
                "CN=\\#first | CN=\\#first"
            })
    void namesAreWrittenAsGnutlsDoes(String name, String written) {
        assertThat(DistinguishedName.of(new X500Principal(name))).isEqualTo(written);
    }
}
