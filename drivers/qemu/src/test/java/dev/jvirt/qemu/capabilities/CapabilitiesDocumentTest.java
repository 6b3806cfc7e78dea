package dev.jvirt.qemu.capabilities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import org.junit.jupiter.api.Test;

class CapabilitiesDocumentTest {
    private static final String DOCUMENT =
            """
            <qemuCaps>
              <emulator>/usr/bin/qemu &amp; co</emulator>
              <qemuctime>1795601986</qemuctime>
              <qemumoddirmtime>1795601984</qemumoddirmtime>
              <selfctime>1795601985</selfctime>
              <selfvers>9000000</selfvers>
              <flag name='kvm'/>
              <flag name='tcg'/>
              <version>7002022</version>
              <kvmVersion>0</kvmVersion>
              <microcodeVersion>4294967295</microcodeVersion>
              <hostCPUSignature>AuthenticAMD, AMD EPYC</hostCPUSignature>
              <package>Debian 1:7.2</package>
              <kernelVersion>6.18.44 #1 SMP</kernelVersion>
              <cpudata arch='x86'>
                <cpuid eax_in='0x00000000' ecx_in='0x00000000' eax='0x0000001c' ebx='0x68747541' ecx='0x444d4163' edx='0x69746e65'/>
                <cpuid eax_in='0x80000001' ecx_in='0x00000000' eax='0x00a10f11' ebx='0x40000000' ecx='0xffffffff' edx='0x23d3fbff'/>
              </cpudata>
              <arch>x86_64</arch>
              <hostCPU type='kvm' model='base' migratability='yes'>
                <property name='cmov' type='boolean' value='true' migratable='yes'/>
                <property name='invtsc' type='boolean' value='true' migratable='no'/>
                <property name='family' type='number' value='25'/>
                <property name='vendor' type='string' value='AuthenticAMD'/>
              </hostCPU>
              <cpu type='kvm' name='max' typename='max-x86_64-cpu' usable='yes'/>
              <cpu type='kvm' name='old' usable='no' deprecated='yes'>
                <blocker name='pclmulqdq'/>
              </cpu>
              <machine type='kvm' name='pc-1' alias='pc' hotplugCpus='yes' maxCpus='255' default='yes' defaultCPU='qemu64-x86_64-cpu' numaMemSupported='yes' defaultRAMid='pc.ram' deprecated='yes'/>
              <hostCPU type='tcg' model='base' migratability='no'>
                <property name='cmov' type='boolean' value='false'/>
              </hostCPU>
              <cpu type='tcg' name='max'/>
              <machine type='tcg' name='none-such' maxCpus='0'/>
              <gic version='3' kernel='yes' emulated='no'/>
              <sev>
                <cbitpos>47</cbitpos>
                <reducedPhysBits>1</reducedPhysBits>
                <pdh>AQAAAA==</pdh>
                <certChain>AQAAAB==</certChain>
                <cpu0Id>AQAAAC==</cpu0Id>
              </sev>
              <sgx supported='yes'>
                <flc>no</flc>
                <sgx1>yes</sgx1>
                <sgx2>no</sgx2>
                <section_size unit='KiB'>524288</section_size>
                <sections>
                  <section node='0' size='262144' unit='KiB'/>
                  <section node='1' size='262144' unit='KiB'/>
                </sections>
              </sgx>
              <hypervCapabilities supported='yes'>
                <cap name='spinlocks'/>
                <cap name='vendor_id'/>
              </hypervCapabilities>
              <kvmSupportsNesting/>
              <kvmSupportsSecureGuest/>
            </qemuCaps>
            """;

    @Test
    void everythingIsReadAndWritten() {
        QemuCapabilities read = CapabilitiesReader.parse(DOCUMENT);

        assertThat(CapabilitiesWriter.format(read)).isEqualTo(DOCUMENT);
        assertThat(read.binary()).isEqualTo("/usr/bin/qemu & co");
        assertThat(read.stamp().moduleFolderTime()).isEqualTo(1795601984);
        assertThat(read.host().kvmNesting()).isTrue();
        assertThat(read.canonicalMachine(Accelerator.KVM, "pc")).isEqualTo("pc-1");
    }

    @Test
    void whatALaterVersionAddsIsSkipped() {
        String later =
                DOCUMENT.replace("<arch>", "<news when='later'/>\n  <arch>")
                        .replace("<gic", "<news type='kvm'/>\n  <gic");

        assertThat(CapabilitiesWriter.format(CapabilitiesReader.parse(later))).isEqualTo(DOCUMENT);
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        assertRefused("name='tcg'", "name='magic'", "Unknown qemu capabilities flag magic");
        assertRefused("<arch>x86_64", "<arch>z80", "unknown arch z80");
        assertRefused("<version>7002022</version>", "", "missing version");
        assertRefused("<selfctime>1795601985</selfctime>", "", "missing selfctime");
        assertRefused("<version>7002022", "<version>-1", "version -1");
        assertRefused("<version>7002022", "<version>seven", "seven");
        assertRefused("eax='0x0000001c'", "eax='many'", "many");
        assertRefused("type='number'", "type='complex'", "complex");
    }

    private static void assertRefused(String part, String replacement, String message) {
        assertThat(DOCUMENT).contains(part);
        var error =
                catchThrowableOfType(
                        LibvirtException.class,
                        () -> CapabilitiesReader.parse(DOCUMENT.replaceFirst(part, replacement)));

        assertThat(error).hasMessageContaining(message);
        assertThat(error.code()).isIn(ErrorCode.INTERNAL_ERROR, ErrorCode.XML_ERROR);
    }
}
