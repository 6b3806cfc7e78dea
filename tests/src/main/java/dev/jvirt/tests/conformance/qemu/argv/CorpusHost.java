package dev.jvirt.tests.conformance.qemu.argv;

import dev.jvirt.documents.domain.Address;
import dev.jvirt.documents.domain.HostDeviceSource;
import dev.jvirt.documents.domain.StorageLocation;
import dev.jvirt.documents.domain.SystemInfo;
import dev.jvirt.qemu.block.PoolVolume;
import dev.jvirt.qemu.command.HostQuestions;
import dev.jvirt.qemu.cpu.NamedCpu;
import dev.jvirt.qemu.firmware.FirmwareDescriptor;
import dev.jvirt.qemu.firmware.InstalledFirmware;
import dev.jvirt.qemu.json.JsonObject;
import dev.jvirt.tests.conformance.Case;
import dev.jvirt.tests.conformance.qemu.FakeHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Answers about the host that the corpus assumes.
record CorpusHost(FakeHost host, Case test) implements HostQuestions {
    private JsonObject environment() {
        return host.environment();
    }

    @Override
    public List<FirmwareDescriptor> firmware() {
        Path root =
                test.corpus().folder().resolve(environment().string("firmwareDescriptors").get());
        return InstalledFirmware.ofSystem(root).all();
    }

    @Override
    public PoolVolume volume(StorageLocation.Volume.Reference volume) {
        return CorpusPools.volume(environment(), test.corpus(), volume);
    }

    @Override
    public Optional<SystemInfo.Smbios> systemInfo() {
        return Optional.empty();
    }

    @Override
    public String scsiGeneric(HostDeviceSource.ScsiUnit unit) {
        return environment().string("scsiGeneric").orElseThrow();
    }

    @Override
    public boolean isCdrom(String path) {
        return environment().string("hostCdrom").filter(path::equals).isPresent();
    }

    @Override
    public Optional<String> renderNode() {
        return environment().string("drmRenderNode");
    }

    @Override
    public Optional<NamedCpu> processor() {
        return host.processor(test.param("hostCPU"), test.param("hostArch").orElse("x86_64"));
    }

    @Override
    public boolean demandsFips() {
        return test.is("fips", "yes");
    }

    @Override
    public boolean isExpress(Address.Pci device) {
        return host.isExpress(device);
    }

    @Override
    public OptionalInt iommuGroup(Address.Pci device) {
        return host.iommuGroup(device);
    }
}
