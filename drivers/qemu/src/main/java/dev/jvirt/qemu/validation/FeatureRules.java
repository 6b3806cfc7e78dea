package dev.jvirt.qemu.validation;

import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;

import dev.jvirt.documents.domain.Features;
import dev.jvirt.documents.domain.VirtType;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Features that QEMU offers on a machine.
final class FeatureRules {
    private static final long MIB = 1024;

    private final Machine machine;
    private final Features features;

    private FeatureRules(Machine machine) {
        this.machine = machine;
        this.features = machine.definition().features();
    }

    static void check(Machine machine) {
        var rules = new FeatureRules(machine);
        rules.checkX86();
        rules.checkPower();
        rules.checkHypervisor();
    }

    private void checkX86() {
        require(machine.isX86(), features.machine().ioApic().isPresent(), "ioapic");
        unsupportedWhen(
                features.apicEoi().isPresent() && !machine.isX86(),
                "The 'eoi' attribute of the '%s' feature is not supported for architecture '%s' or machine type '%s'"
                        .formatted("apic", machine.arch(), machine.name()));
        require(
                machine.isX86(),
                features.state(Features.Name.PVSPINLOCK).isPresent(),
                "pvspinlock");
        unsupportedWhen(
                features.state(Features.Name.VMPORT).isPresent()
                        && !(machine.isX86() && machine.has(QemuFlag.MACHINE_VMPORT_OPT)),
                "vmport is not available with this QEMU binary");
        unsupportedWhen(
                features.has(Features.Name.VMCOREINFO) && !machine.has(QemuFlag.VMCOREINFO),
                "vmcoreinfo is not available with this QEMU binary");
        require(machine.is(MachineFamily.ARM_VIRT), features.machine().gic().isPresent(), "gic");
    }

    private void require(boolean fits, boolean wanted, String feature) {
        unsupportedWhen(
                wanted && !fits,
                "The '%s' feature is not supported for architecture '%s' or machine type '%s'"
                        .formatted(feature, machine.arch(), machine.name()));
    }

    private void checkPower() {
        var options = features.machine();
        boolean pseries = machine.is(MachineFamily.PSERIES);
        boolean hpt =
                options.hpt().resizing().isPresent() || options.hpt().maxPageSize().isPresent();
        require(pseries, hpt, "hpt");
        unsupportedWhen(
                options.hpt().maxPageSize().isPresent()
                        && !machine.has(QemuFlag.MACHINE_PSERIES_CAP_HPT_MAX_PAGE_SIZE),
                "Configuring the page size for HPT guests is not supported by this QEMU binary");
        checkPower(
                "htm",
                features.state(Features.Name.HTM).isPresent(),
                QemuFlag.MACHINE_PSERIES_CAP_HTM,
                "HTM");
        checkPower(
                "nested-hv",
                features.state(Features.Name.NESTED_HV).isPresent(),
                QemuFlag.MACHINE_PSERIES_CAP_NESTED_HV,
                "Nested HV");
        checkPower(
                "ccf-assist",
                features.state(Features.Name.CCF_ASSIST).isPresent(),
                QemuFlag.MACHINE_PSERIES_CAP_CCF_ASSIST,
                "ccf-assist");
        checkPower("cfpc", options.cfpc().isPresent(), QemuFlag.MACHINE_PSERIES_CAP_CFPC, "cfpc");
        checkPower("sbbc", options.sbbc().isPresent(), QemuFlag.MACHINE_PSERIES_CAP_SBBC, "sbbc");
        checkPower("ibs", options.ibs().isPresent(), QemuFlag.MACHINE_PSERIES_CAP_IBS, "ibs");
    }

    private void checkPower(String feature, boolean wanted, QemuFlag flag, String name) {
        require(machine.is(MachineFamily.PSERIES), wanted, feature);
        unsupportedWhen(
                wanted && !machine.has(flag),
                "%s configuration is not supported by this QEMU binary".formatted(name));
    }

    private void checkHypervisor() {
        unsupportedWhen(
                features.hyperV().isPresent()
                        && !machine.isX86()
                        && !machine.is(MachineFamily.ARM_VIRT),
                "Hyperv features are not supported for architecture '%s' or machine type '%s'"
                        .formatted(machine.arch(), machine.name()));
        unsupportedWhen(
                !features.state(Features.Name.PMU).orElse(true)
                        && Architectures.isPpc64(machine.arch()),
                "PMU is always enabled for architecture '%s'".formatted(machine.arch()));
        var cache = features.machine().tcgCache();
        unsupportedWhen(
                cache.isPresent() && machine.definition().type() != VirtType.QEMU,
                "TCG features are incompatible with domain type '%s'"
                        .formatted(machine.definition().type().word()));
        unsupportedWhen(
                cache.orElse(0) % MIB != 0, "tb-cache size must be an integer multiple of MiB");
    }
}
