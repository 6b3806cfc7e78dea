package dev.jvirt.qemu.validation;

import static dev.jvirt.api.ErrorCode.XML_ERROR;
import static dev.jvirt.qemu.validation.Refuse.unsupportedWhen;
import static dev.jvirt.qemu.validation.Refuse.when;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.CharDevice;
import dev.jvirt.documents.domain.CharTarget;
import dev.jvirt.documents.domain.LaunchSecurity;
import dev.jvirt.documents.domain.Panic;
import dev.jvirt.documents.domain.SystemInfo;
import dev.jvirt.documents.domain.Tpm;
import dev.jvirt.qemu.capabilities.Architectures;
import dev.jvirt.qemu.capabilities.MachineFamily;
import dev.jvirt.qemu.capabilities.QemuFlag;

/// Devices of which there are few, and what holds for all of them together.
final class WholeDomainRules {
    private final Machine machine;

    private WholeDomainRules(Machine machine) {
        this.machine = machine;
    }

    static void check(Machine machine) {
        var rules = new WholeDomainRules(machine);
        rules.checkConsoles();
        rules.checkSystemInfo();
        rules.checkPanics();
        rules.checkTpms();
        machine.definition().security().launch().ifPresent(rules::checkLaunch);
    }

    private void checkConsoles() {
        for (CharDevice console : machine.definition().devices().consoles()) {
            var type = ((CharTarget.Console) console.target()).type();
            unsupportedWhen(
                    type.filter(t -> t == CharTarget.ConsoleType.SCLP).isPresent()
                            && !machine.has(QemuFlag.S390_SCLP),
                    "sclpconsole is not supported in this QEMU binary");
            unsupportedWhen(
                    type.filter(t -> t == CharTarget.ConsoleType.SCLPLM).isPresent()
                            && !machine.has(QemuFlag.SCLPLMCONSOLE),
                    "sclplmconsole is not supported in this QEMU binary");
        }
    }

    private void checkSystemInfo() {
        for (SystemInfo.Block block : machine.definition().os().systemInfo().blocks()) {
            if (block instanceof SystemInfo.FirmwareConfig config) {
                for (SystemInfo.Item item : config.items()) {
                    checkName(item.name());
                }
            }
        }
    }

    private static void checkName(String name) {
        when(name.isEmpty(), XML_ERROR, "Firmware entry is missing 'name' attribute");
        when(!name.startsWith("opt/"), XML_ERROR, "Invalid firmware name");
        when(
                name.startsWith("opt/ovmf/") || name.startsWith("opt/org.qemu/"),
                XML_ERROR,
                "That firmware name is reserved");
    }

    private void checkPanics() {
        for (Panic panic : machine.definition().devices().of(Panic.class)) {
            var model = panic.model().orElse(Panic.Model.ISA);
            switch (model) {
                case S390 ->
                        unsupportedWhen(
                                !Architectures.isS390(machine.arch()),
                                "only S390 guests support panic device of model 's390'");
                case HYPERV ->
                        unsupportedWhen(
                                !machine.isX86(),
                                "only i686 and x86_64 guests support panic device of model"
                                        + " 'hyperv'");
                case PSERIES ->
                        unsupportedWhen(
                                !machine.is(MachineFamily.PSERIES),
                                "only pSeries guests support panic device of model 'pseries'");
                case ISA -> checkIsaPanic(panic);
            }
            unsupportedWhen(
                    model != Panic.Model.ISA && panic.info().address().isPresent(),
                    "setting the panic device address is not supported for model '%s'"
                            .formatted(model.word()));
        }
    }

    private void checkIsaPanic(Panic panic) {
        unsupportedWhen(
                !machine.has(QemuFlag.PVPANIC),
                "the QEMU binary does not support the ISA panic device");
        unsupportedWhen(
                panic.info().address().filter(a -> !(a instanceof Address.Isa)).isPresent(),
                "panic is supported only with ISA address type");
    }

    private void checkTpms() {
        int proxies = 0;
        int others = 0;
        for (Tpm tpm : machine.definition().devices().of(Tpm.class)) {
            if (tpm.model().filter(m -> m == Tpm.Model.SPAPR_TPM_PROXY).isPresent()) {
                proxies++;
            } else {
                others++;
            }
        }
        unsupportedWhen(proxies > 1, "only a single TPM Proxy device is supported");
        unsupportedWhen(others > 1, "only a single TPM non-proxy device is supported");
    }

    private void checkLaunch(LaunchSecurity launch) {
        switch (launch) {
            case LaunchSecurity.Sev sev -> {
                unsupportedWhen(
                        !machine.has(QemuFlag.SEV_GUEST),
                        "SEV launch security is not supported with this QEMU binary");
                unsupportedWhen(
                        sev.kernelHashes().isPresent()
                                && !machine.has(QemuFlag.SEV_GUEST_KERNEL_HASHES),
                        "SEV measured direct kernel boot is not supported with this QEMU binary");
            }
            case LaunchSecurity.S390Pv _ -> {
                unsupportedWhen(
                        !machine.has(QemuFlag.CONFIDENTIAL_GUEST_SUPPORT)
                                || !machine.has(QemuFlag.S390_PV_GUEST),
                        "S390 PV launch security is not supported with this QEMU binary");
                unsupportedWhen(
                        !machine.capabilities().host().kvmSecureGuest(),
                        "S390 PV launch security is not supported by this host or kernel");
            }
        }
    }
}
