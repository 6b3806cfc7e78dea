package dev.jvirt.qemu.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.PausedReason;
import dev.jvirt.qemu.capabilities.QemuFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusDocumentTest {
    private static final String DOCUMENT =
            """
            <domstatus state='paused' reason='ioerror' pid='4711'>
              <taint flag='custom-argv'/>
              <taint flag='high-privileges'/>
              <monitor path='/lib/domain-1-web/monitor.sock' type='unix'/>
              <vcpus>
                <vcpu id='0' pid='4712'/>
              </vcpus>
              <qemuCaps>
                <flag name='tcg'/>
                <flag name='of-a-later-version'/>
              </qemuCaps>
              <job type='none' async='none'/>
              <fakereboot/>
              <devices>
                <device alias='net0'/>
              </devices>
              <libDir path='/lib/domain-1-web'/>
              <channelTargetDir path='/channel/domain-1-web'/>
              <rememberOwner/>
              <allowReboot value='no'/>
              <nodename index='7'/>
              <fdset index='0'/>
              <blockjobs active='no'/>
              <agentTimeout>-2</agentTimeout>
              <domain type='qemu' id='1'>
                <name>web</name>
                <uuid>c7a5fdbd-edaf-9455-926a-d65c16db1809</uuid>
                <memory unit='KiB'>16384</memory>
                <currentMemory unit='KiB'>16384</currentMemory>
                <vcpu placement='static'>1</vcpu>
                <os>
                  <type arch='x86_64' machine='pc'>hvm</type>
                </os>
                <clock offset='utc'/>
                <on_poweroff>destroy</on_poweroff>
                <on_reboot>restart</on_reboot>
                <on_crash>destroy</on_crash>
                <devices>
                  <emulator>/usr/bin/qemu</emulator>
                </devices>
              </domain>
            </domstatus>
            """;

    @Test
    void whatIsKnownOfARunningDomainIsRead() {
        var found = StatusDocument.parse(DOCUMENT);

        assertThat(found.status())
                .isEqualTo(new DomainStatus(DomainState.PAUSED, PausedReason.IOERROR));
        assertThat(found.pid()).isEqualTo(4711);
        assertThat(found.taints()).containsExactly(Taint.CUSTOM_ARGV, Taint.HIGH_PRIVILEGES);
        assertThat(found.qemu().vcpus()).containsExactly(new QemuStatus.VcpuThread(0, 4712));
        assertThat(found.qemu().start().counters().image()).isEqualTo(7);
        assertThat(found.qemu().jobs().fakeReboot()).isTrue();
        assertThat(found.definition().id()).hasValue(1);
        assertThat(found.capabilities().flags()).containsExactly(QemuFlag.TCG);
    }

    @Test
    void whatIsReadIsWrittenAgainEvenIfNobodyHereKnowsIt() {
        String written = StatusDocument.parse(DOCUMENT).format();

        assertThat(written)
                .isEqualTo(
                        DOCUMENT.replace(
                                "async='none'/>", "async='none' flags='0x0' asyncStarted='0'/>"));
    }

    @ParameterizedTest
    @CsvSource({
        "state='paused', state='asleep', invalid domain state 'asleep'",
        "reason='ioerror', reason='bored', invalid domain state reason 'bored'",
        "pid='4711', pid='me', pid",
        "flag='custom-argv', flag='odd', Unknown taint flag odd",
        "<monitor path, <monitors path, monitor",
        "'</domain>\n', '', domain"
    })
    void damagedDocumentsAreRefused(String good, String bad, String complaint) {
        assertThatThrownBy(() -> StatusDocument.parse(DOCUMENT.replace(good, bad)))
                .isInstanceOf(LibvirtException.class)
                .hasMessageContaining(complaint);
    }
}
