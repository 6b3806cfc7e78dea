package dev.jvirt.qemu.command;

import dev.jvirt.documents.domain.Cpu;
import dev.jvirt.documents.domain.DeviceInfo;
import dev.jvirt.documents.domain.Features;
import dev.jvirt.documents.domain.GuestDevice;
import dev.jvirt.documents.domain.Iommu;
import dev.jvirt.documents.domain.MachineFeatures;
import dev.jvirt.documents.domain.MemoryDevice;
import dev.jvirt.documents.domain.Timer;
import dev.jvirt.qemu.capabilities.Accelerator;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;
import dev.jvirt.qemu.json.JsonObject;

/// `-machine` and `-accel`.
final class MachineArguments {
    private final DomainScope scope;
    private final JsonObject.Builder options = JsonObject.builder();

    private MachineArguments(DomainScope scope) {
        this.scope = scope;
    }

    static void addMachine(DomainScope scope, Arguments out) {
        var machine = new MachineArguments(scope);
        machine.options.put("type", scope.machine());
        machine.options.put("usb", false);
        machine.addKeyWrap();
        machine.addSwitches();
        machine.addPseries();
        machine.addMemory();
        machine.addProcessorLimit();
        FirmwareArguments.addToMachine(scope, machine.options);
        machine.addTimers();
        SecurityArguments.addToMachine(scope, machine.options);
        out.options("-machine", "type", machine.options);
    }

    private void addKeyWrap() {
        var security = scope.definition().security();
        if (scope.has(QemuFlag.AES_KEY_WRAP)) {
            options.putBoolean("aes-key-wrap", security.wrapAes());
        }
        if (scope.has(QemuFlag.DEA_KEY_WRAP)) {
            options.putBoolean("dea-key-wrap", security.wrapDea());
        }
    }

    private void addSwitches() {
        var features = scope.definition().features();
        options.putBoolean("vmport", features.state(Features.Name.VMPORT));
        options.putBoolean("smm", features.state(Features.Name.SMM));
        features.machine()
                .ioApic()
                .ifPresent(
                        ioApic ->
                                options.put(
                                        "kernel_irqchip",
                                        ioApic == MachineFeatures.IoApic.KVM ? "on" : "split"));
        if (scope.has(QemuFlag.GIC_VERSION)) {
            features.machine()
                    .gic()
                    .flatMap(MachineFeatures.Gic::version)
                    .ifPresent(version -> options.put("gic-version", version.word()));
        }
        for (Iommu iommu : scope.definition().devices().of(Iommu.class)) {
            if (iommu.model() == Iommu.Model.SMMUV3) {
                options.put("iommu", "smmuv3");
            }
        }
    }

    private void addPseries() {
        if (scope.family() != MachineFamily.PSERIES) {
            return;
        }
        var features = scope.definition().features();
        var machine = features.machine();
        machine.hpt().resizing().ifPresent(r -> options.put("resize-hpt", r.word()));
        machine.hpt()
                .maxPageSize()
                .ifPresent(size -> options.put("cap-hpt-max-page-size", size + "k"));
        options.putBoolean("cap-htm", features.state(Features.Name.HTM));
        options.putBoolean("cap-nested-hv", features.state(Features.Name.NESTED_HV));
        options.putBoolean("cap-ccf-assist", features.state(Features.Name.CCF_ASSIST));
        machine.cfpc().ifPresent(m -> options.put("cap-cfpc", m.word()));
        machine.sbbc().ifPresent(m -> options.put("cap-sbbc", m.word()));
        machine.ibs().ifPresent(m -> options.put("cap-ibs", m.word()));
    }

    private void addMemory() {
        var memory = scope.definition().memory();
        options.put(
                "dump-guest-core",
                memory.dumpCore().orElse(scope.context().settings().dumpGuestCore()));
        if (memory.backing().noSharePages()) {
            options.put("mem-merge", false);
        }
        addModules();
        addLoadParameter();
        scope.definition()
                .cpu()
                .flatMap(Cpu::numa)
                .filter(NumaArguments::hasHeterogeneousMemory)
                .ifPresent(_ -> options.put("hmat", true));
        MemoryArguments.defaultRamId(scope).ifPresent(id -> options.put("memory-backend", id));
    }

    /// What the firmware of a mainframe tells the boot loader of the first device.
    private void addLoadParameter() {
        if (!scope.has(QemuFlag.LOADPARM)) {
            return;
        }
        for (GuestDevice device : scope.definition().devices().of(GuestDevice.class)) {
            device.info()
                    .boot()
                    .filter(boot -> boot.order() == 1)
                    .flatMap(DeviceInfo.Boot::loadparm)
                    .ifPresent(parameter -> options.put("loadparm", parameter));
        }
    }

    private void addModules() {
        int enclave = 0;
        for (MemoryDevice device : scope.definition().devices().of(MemoryDevice.class)) {
            switch (device.model()) {
                case NVDIMM -> options.put("nvdimm", true);
                case SGX_EPC -> {
                    String place = "sgx-epc." + enclave++;
                    options.put(place + ".memdev", "mem" + DomainScope.alias(device));
                    options.putNumber(place + ".node", device.target().node());
                }
                case DIMM, VIRTIO_PMEM, VIRTIO_MEM -> {}
            }
        }
    }

    /// POWER runs older models in a compatibility mode of the host's own processor.
    private void addProcessorLimit() {
        if (scope.family() == MachineFamily.PSERIES) {
            scope.definition()
                    .cpu()
                    .filter(cpu -> cpu.mode() == Cpu.Mode.HOST_MODEL)
                    .flatMap(Cpu::model)
                    .ifPresent(model -> options.put("max-cpu-compat", model));
        }
    }

    private void addTimers() {
        if (!scope.has(QemuFlag.MACHINE_HPET)) {
            return;
        }
        for (Timer timer : scope.definition().clock().timers()) {
            if (timer.name() == Timer.Name.HPET) {
                options.putBoolean("hpet", timer.present());
            }
        }
    }

    static void addAccelerator(DomainScope scope, Arguments out) {
        var options = JsonObject.builder().put("accel", scope.accelerator().text());
        var features = scope.definition().features();
        switch (scope.accelerator()) {
            case Accelerator.TCG ->
                    features.machine()
                            .tcgCache()
                            .ifPresent(size -> options.put("tb-size", size >> 10));
            case Accelerator.KVM ->
                    features.kvm()
                            .filter(kvm -> kvm.dirtyRingSize() > 0)
                            .ifPresent(kvm -> options.put("dirty-ring-size", kvm.dirtyRingSize()));
            case Accelerator.HVF -> {}
        }
        out.options("-accel", "accel", options);
    }
}
