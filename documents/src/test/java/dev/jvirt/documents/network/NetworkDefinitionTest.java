package dev.jvirt.documents.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.LibvirtException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkDefinitionTest {
    private static final String UUID_ELEMENT = "<uuid>11111111-2222-3333-4444-555555555555</uuid>";

    private static String network(String content) {
        return "<network><name>n</name>" + UUID_ELEMENT + content + "</network>";
    }

    private static String formatted(String content) {
        return NetworkDefinition.parse(network(content)).format();
    }

    private static LibvirtException refusal(String document) {
        return catchThrowableOfType(
                LibvirtException.class, () -> NetworkDefinition.parse(document));
    }

    @Test
    void everyElementComesBackInItsPlace() {
        String document =
                """
                <network xmlns:dnsmasq='http://libvirt.org/schemas/network/dnsmasq/1.0' ipv6='yes' trustGuestRxFilters='yes'>
                  <name>max</name>
                  <uuid>11111111-2222-3333-4444-555555555555</uuid>
                  <metadata>
                    <a:b xmlns:a="http://x"/>
                  </metadata>
                  <forward dev='eth0' mode='nat'>
                    <nat ipv6='yes'>
                      <address start='1.1.1.1' end='1.1.1.2'/>
                      <port start='1' end='2'/>
                    </nat>
                    <interface dev='eth0'/>
                  </forward>
                  <bridge name='br9' zone='z' stp='off' delay='7' macTableManager='kernel'/>
                  <mtu size='1400'/>
                  <mac address='52:54:00:00:00:01'/>
                  <domain name='d' localOnly='yes'/>
                  <dns enable='yes' forwardPlainNames='no'>
                    <forwarder domain='x' addr='8.8.8.8'/>
                    <txt name='n' value='v'/>
                    <srv service='s' protocol='tcp' domain='d' target='t' port='5' priority='6' weight='7'/>
                    <host ip='1.2.3.4'>
                      <hostname>z</hostname>
                    </host>
                  </dns>
                  <vlan>
                    <tag id='5'/>
                  </vlan>
                  <bandwidth>
                    <inbound average='5'/>
                  </bandwidth>
                  <port isolated='yes'/>
                  <ip address='192.168.7.1' prefix='24' localPtr='yes'>
                    <tftp root='/r'/>
                    <dhcp>
                      <range start='192.168.7.2' end='192.168.7.4'>
                        <lease expiry='5' unit='minutes'/>
                      </range>
                      <host mac='00:16:3e:77:e2:ed' name='a' ip='192.168.7.9'>
                        <lease expiry='0'/>
                      </host>
                      <bootp file='f' server='1.2.3.5'/>
                    </dhcp>
                  </ip>
                  <route address='10.0.0.0' prefix='8' gateway='192.168.7.5' metric='3'/>
                  <virtualport type='openvswitch'/>
                  <portgroup name='p' default='yes' trustGuestRxFilters='no'>
                    <vlan>
                      <tag id='1'/>
                    </vlan>
                    <virtualport type='openvswitch'/>
                    <bandwidth>
                      <inbound average='1'/>
                    </bandwidth>
                  </portgroup>
                  <dnsmasq:options>
                    <dnsmasq:option value='a=b'/>
                  </dnsmasq:options>
                </network>
                """;

        assertThat(NetworkDefinition.parse(document).format()).isEqualTo(document);
    }

    @Test
    void aNetworkWithoutUuidGetsOne() {
        String document = "<network><name>n</name></network>";

        UUID first = NetworkDefinition.parse(document).uuid();

        assertThat(NetworkDefinition.parse(document).uuid()).isNotEqualTo(first);
    }

    @Test
    void anIsolatedNetworkHasABridgeOfItsOwn() {
        assertThat(formatted("")).endsWith("</uuid>\n  <bridge stp='on' delay='0'/>\n</network>\n");
    }

    @Test
    void theBridgeOfTheHostHasNoSettings() {
        assertThat(formatted("<forward mode='bridge'/><bridge name='br0'/>"))
                .endsWith("<forward mode='bridge'/>\n  <bridge name='br0'/>\n</network>\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<forward dev='eth0'/><ip address='1.2.3.4'/> | <forward dev='eth0' mode='nat'>",
                "<forward mode='route'><interface dev='a'/></forward><ip address='1.2.3.4'/>"
                        + " | <forward dev='a' mode='route'>",
                "<forward mode='hostdev' managed='Yes'><pf dev='a'/></forward>"
                        + " | <forward mode='hostdev' managed='yes'>",
                "<forward mode='hostdev'><pf dev='a'/><interface dev='b'/></forward>"
                        + " | <forward dev='b' mode='hostdev' managed='no'>",
                "<mac address='52:54:00:E6:A2:C9'/> | <mac address='52:54:00:e6:a2:c9'/>",
                "<mtu size='-1'/> | <mtu size='4294967295'/>",
                "<ip address='1.2.3' family='ipv4'/> | <ip family='ipv4' address='1.2.0.3'>",
            })
    void whatIsLeftOpenIsFilledIn(String content, String line) {
        assertThat(formatted(content).lines().map(String::strip)).contains(line);
    }

    @Test
    void emptySettingsLeaveNoTrace() {
        String nothing = formatted("");

        assertThat(formatted("<dns/><domain/><mtu size='0'/><mac/><port/><bandwidth/>"))
                .isEqualTo(nothing);
        assertThat(formatted("<bridge name='' zone=''/><forward mode='none'/>")).isEqualTo(nothing);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "<forward mode='x'/> | CONFIG_UNSUPPORTED | unknown forwarding type 'x'",
                "<forward/> | XML_ERROR | nat forwarding requested, but no IP address provided for"
                        + " network 'n'",
                "<forward mode='open' dev='x'/><ip address='1.2.3.4'/> | XML_ERROR | forward dev not"
                        + " allowed for network 'n' with forward mode='open'",
                "<forward mode='private'/><bridge name='b'/> | XML_ERROR | bridge name not allowed in"
                        + " private mode (network 'n')",
                "<forward mode='bridge'/><bridge name='b' stp='on'/> | XML_ERROR | bridge"
                        + " delay/stp/zone options only allowed in route, nat, and isolated mode, not"
                        + " in bridge (network 'n')",
                "<forward mode='bridge' dev='x'/><bridge name='b'/> | XML_ERROR | A network with"
                        + " forward mode='bridge' can specify a bridge name or a forward dev, but not"
                        + " both (network 'n')",
                "<forward mode='vepa'/><mtu size='9'/> | XML_ERROR | mtu size only allowed in open,"
                        + " route, nat, and isolated mode, not in vepa (network 'n')",
                "<ip/> | XML_ERROR | Missing required address attribute in network 'n'",
                "<ip address='::1'/> | CONFIG_UNSUPPORTED | no family specified for non-IPv4 address"
                        + " '::1' in network 'n'",
                "<ip address='1.2.3.4' prefix='33'/> | CONFIG_UNSUPPORTED | Invalid IPv4 prefix '33'"
                        + " in network 'n'",
                "<ip address='1.2.3.4'><dhcp><range start='x' end='y'/></dhcp></ip> | SYSTEM_ERROR |"
                        + " Cannot parse socket address 'x': Name or service not known",
                "<ip address='1.2.3.4'><dhcp><host name='_a' ip='1.2.3.5'/></dhcp></ip> | XML_ERROR |"
                        + " Cannot use host name '_a' in network 'n'",
                "<ip address='1.2.3.4'><dhcp><host ip='1.2.3.5'/></dhcp></ip> | XML_ERROR | Static"
                        + " host definition in IPv4 network 'n' must have mac or name attribute",
                "<route address='9.0.0.0' prefix='8' gateway='1.2.3.9'/> | CONFIG_UNSUPPORTED |"
                        + " unreachable static route gateway '1.2.3.9' specified for network 'n'",
                "<dns enable='no'><forwarder addr='1.2.3.4'/></dns> | XML_ERROR | Extra data in"
                        + " disabled network 'n'",
                "<dns><srv service='a' protocol='tcp' port='1'/></dns> | XML_DETAIL | DNS SRV port"
                        + " attribute not permitted without target for service 'a' in network 'n'",
                "<bandwidth classID='3'><inbound average='1'/></bandwidth> | XML_DETAIL | classID"
                        + " attribute not supported on <bandwidth> in this usage context",
            })
    void whatMakesNoSenseIsRefused(String content, ErrorCode code, String detail) {
        var error = refusal(network(content));

        assertThat(error).hasMessage(code.message(detail));
        assertThat(error.code()).isEqualTo(code);
        assertThat(error.domain()).isEqualTo(ErrorDomain.NETWORK);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1, 24, 10.0.1.9, 10.0.1.5, 'range 10.0.1.9 - 10.0.1.5 is not entirely within network"
                + " 10.0.0.1/24'",
        "10.0.0.1, 8, 10.0.9.9, 10.0.1.5, 'range 10.0.9.9 - 10.0.1.5 is reversed '",
        "10.0.0.1, 8, 10.0.0.2, 10.1.0.6, 'range 10.0.0.2 - 10.1.0.6 is too large (> 65535)'",
        "10.0.0.1, 24, 10.0.0.0, 10.0.0.9, 'start of range 10.0.0.0 - 10.0.0.9 in network 10.0.0.1/24"
                + " is the network address'",
        "10.0.0.1, 24, 10.0.0.5, 10.0.0.255, 'end of range 10.0.0.5 - 10.0.0.255 in network"
                + " 10.0.0.1/24 is the broadcast address'",
    })
    void aRangeLiesWithinItsNetwork(
            String ip, int prefix, String start, String end, String message) {
        String content =
                "<ip address='%s' prefix='%d'><dhcp><range start='%s' end='%s'/></dhcp></ip>"
                        .formatted(ip, prefix, start, end);

        assertThat(refusal(network(content))).hasMessage("internal error: " + message);
    }

    @Test
    void aSlashInTheNameIsRefused() {
        var error = refusal("<network><name>a/b</name></network>");

        assertThat(error).hasMessage("invalid char in name: /");
        assertThat(error.domain()).isEqualTo(ErrorDomain.XML);
    }

    @Test
    void metadataKeepsOneElementOfEachNamespace() {
        String metadata =
                "<metadata>text<a/><p:a xmlns:p='x'/><!-- c --><q:b xmlns:q='y'/>"
                        + "<r:c xmlns:r='x'/></metadata>";

        assertThat(formatted(metadata))
                .contains(
                        """
                          <metadata>
                            <p:a xmlns:p="x"/>
                            <q:b xmlns:q="y"/>
                          </metadata>
                        """);
    }
}
