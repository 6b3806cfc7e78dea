package dev.jvirt.qemu.capabilities;

import dev.jvirt.documents.xml.XmlWriter;
import dev.jvirt.host.kvm.CpuidLeaf;

/// Writes capabilities as libvirt's cache document, `<qemuCaps>`. [CapabilitiesReader] reads it.
public final class CapabilitiesWriter {
    private final XmlWriter out = new XmlWriter();
    private final QemuCapabilities capabilities;

    private CapabilitiesWriter(QemuCapabilities capabilities) {
        this.capabilities = capabilities;
    }

    /// The document.
    public static String format(QemuCapabilities capabilities) {
        var writer = new CapabilitiesWriter(capabilities);
        writer.document();
        return writer.out.toString();
    }

    private void document() {
        out.start("qemuCaps");
        out.leaf("emulator", capabilities.binary());
        stamp(capabilities.stamp());
        for (QemuFlag flag : capabilities.flags()) {
            out.start("flag").attribute("name", flag.text()).end();
        }
        out.leaf("version", capabilities.version());
        facts(capabilities.host());
        out.leaf("arch", capabilities.arch());
        accelerator(Accelerator.KVM, QemuFlag.KVM);
        accelerator(Accelerator.HVF, QemuFlag.HVF);
        accelerator(Accelerator.TCG, QemuFlag.TCG);
        capabilities.gics().forEach(this::gic);
        capabilities.sev().ifPresent(this::sev);
        capabilities.sgx().ifPresent(this::sgx);
        capabilities.hyperv().ifPresent(this::hyperv);
        out.empty("kvmSupportsNesting", capabilities.host().kvmNesting());
        out.empty("kvmSupportsSecureGuest", capabilities.host().kvmSecureGuest());
        out.end();
    }

    private void facts(HostFacts host) {
        out.leaf("kvmVersion", host.kvmVersion());
        out.leaf("microcodeVersion", Integer.toUnsignedLong(host.microcodeVersion()));
        out.leaf("hostCPUSignature", host.cpuSignature());
        if (!capabilities.packageVersion().isEmpty()) {
            out.leaf("package", capabilities.packageVersion());
        }
        out.leaf("kernelVersion", host.kernelVersion());
        if (!host.kvmCpuid().isEmpty()) {
            cpuid(host.kvmCpuid());
        }
    }

    private void stamp(CacheStamp stamp) {
        out.leaf("qemuctime", stamp.binaryTime());
        if (stamp.moduleFolderTime() > 0) {
            out.leaf("qemumoddirmtime", stamp.moduleFolderTime());
        }
        out.leaf("selfctime", stamp.selfTime());
        out.leaf("selfvers", stamp.selfVersion());
    }

    private void cpuid(Iterable<CpuidLeaf> leaves) {
        out.start("cpudata").attribute("arch", "x86");
        for (CpuidLeaf leaf : leaves) {
            out.start("cpuid");
            register("eax_in", leaf.leaf());
            register("ecx_in", leaf.subleaf());
            register("eax", leaf.eax());
            register("ebx", leaf.ebx());
            register("ecx", leaf.ecx());
            register("edx", leaf.edx());
            out.end();
        }
        out.end();
    }

    private void register(String name, int value) {
        out.hexadecimal(name, Integer.toUnsignedLong(value), 8);
    }

    private void accelerator(Accelerator accelerator, QemuFlag flag) {
        if (!capabilities.has(flag)) {
            return;
        }
        AcceleratorCapabilities offer = capabilities.accelerator(accelerator);
        String type = accelerator.text();
        offer.hostCpu().ifPresent(cpu -> hostCpu(type, cpu));
        for (CpuModel model : offer.cpuModels()) {
            cpuModel(type, model);
        }
        for (MachineType machine : offer.machines()) {
            machine(type, machine);
        }
    }

    private void hostCpu(String type, HostCpuModel cpu) {
        out.start("hostCPU").attribute("type", type).attribute("model", cpu.name());
        out.attribute("migratability", yesNo(cpu.migratability()));
        for (CpuProperty property : cpu.properties()) {
            out.start("property").attribute("name", property.name());
            out.attribute("type", property.kind().text()).attribute("value", property.value());
            out.yesNo("migratable", property.migratable()).end();
        }
        out.end();
    }

    private void cpuModel(String type, CpuModel model) {
        out.start("cpu").attribute("type", type).attribute("name", model.name());
        out.attribute("typename", model.typeName());
        out.yesNo("usable", model.usable()).yes("deprecated", model.deprecated());
        for (String blocker : model.blockers()) {
            out.start("blocker").attribute("name", blocker).end();
        }
        out.end();
    }

    private void machine(String type, MachineType machine) {
        out.start("machine").attribute("type", type).attribute("name", machine.name());
        out.attribute("alias", machine.alias()).yes("hotplugCpus", machine.hotplugCpus());
        out.attribute("maxCpus", machine.maxCpus()).yes("default", machine.isDefault());
        out.attribute("defaultCPU", machine.defaultCpu());
        out.yes("numaMemSupported", machine.numaMemory());
        out.attribute("defaultRAMid", machine.defaultRamId());
        out.yes("deprecated", machine.deprecated()).end();
    }

    private void gic(GicCapability gic) {
        out.start("gic").attribute("version", gic.version());
        out.attribute("kernel", yesNo(gic.kernel()));
        out.attribute("emulated", yesNo(gic.emulated())).end();
    }

    private void sev(SevCapability sev) {
        out.start("sev");
        out.leaf("cbitpos", sev.cbitPosition());
        out.leaf("reducedPhysBits", sev.reducedPhysicalBits());
        out.leaf("pdh", sev.pdh());
        out.leaf("certChain", sev.certificateChain());
        out.leaf("cpu0Id", sev.cpu0Id());
        out.end();
    }

    private void sgx(SgxCapability sgx) {
        out.start("sgx").attribute("supported", "yes");
        out.leaf("flc", yesNo(sgx.flc()));
        out.leaf("sgx1", yesNo(sgx.sgx1()));
        out.leaf("sgx2", yesNo(sgx.sgx2()));
        out.size("section_size", "KiB", sgx.sectionSizeKib());
        if (!sgx.sections().isEmpty()) {
            out.start("sections");
            for (SgxCapability.Section section : sgx.sections()) {
                out.start("section").attribute("node", section.node());
                out.attribute("size", section.sizeKib()).attribute("unit", "KiB").end();
            }
            out.end();
        }
        out.end();
    }

    private void hyperv(Iterable<String> enlightenments) {
        out.start("hypervCapabilities").attribute("supported", "yes");
        for (String name : enlightenments) {
            out.start("cap").attribute("name", name).end();
        }
        out.end();
    }

    private static String yesNo(boolean value) {
        return value ? "yes" : "no";
    }
}
