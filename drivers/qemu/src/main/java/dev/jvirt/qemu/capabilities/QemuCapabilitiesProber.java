package dev.jvirt.qemu.capabilities;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.qemu.capabilities.FlagSources.OptionRow;
import dev.jvirt.qemu.capabilities.FlagSources.Row;
import dev.jvirt.qemu.capabilities.FlagSources.TypeProperties;
import dev.jvirt.qemu.capabilities.QmpQuery.Answer;
import dev.jvirt.qemu.capabilities.QmpQuery.Command;
import dev.jvirt.qemu.json.JsonArray;
import dev.jvirt.qemu.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Asks one QEMU what it can do.
///
/// The first conversation is with a QEMU that may use the host's accelerator ([#probe]); if it
/// does, a second one with acceleration switched off tells what plain emulation offers
/// ([#probeTcg]). Questions go out in few batches: what all binaries are asked, then what depends
/// on those answers.
public final class QemuCapabilitiesProber {
    /// The oldest version that is supported.
    private static final int MIN_VERSION = 4002000;

    /// What every binary is asked. Listing the types makes QEMU load all its modules, and only then
    /// do the machines and the command line options include those of modules.
    private static final List<String> FIRST_QUESTIONS =
            List.of(
                    "query-version",
                    "query-target",
                    "query-qmp-schema",
                    "query-commands",
                    "query-kvm",
                    "qom-list-types",
                    "query-machines",
                    "query-cpu-definitions",
                    "query-tpm-models",
                    "query-tpm-types",
                    "query-command-line-options",
                    "query-migrate-capabilities");

    private final QmpQuery qemu;
    private final QemuCapabilities.Builder found;

    private QemuCapabilitiesProber(QmpQuery qemu, QemuCapabilities.Builder found) {
        this.qemu = qemu;
        this.found = found;
    }

    /// What a QEMU started with the host's accelerator, if it has one, can do.
    ///
    /// @throws LibvirtException CONFIG_UNSUPPORTED if it is too old, INTERNAL_ERROR if it refuses
    ///     to say
    public static QemuCapabilities probe(String binary, QmpQuery qemu) {
        var found = QemuCapabilities.builder().binary(binary);
        new QemuCapabilitiesProber(qemu, found).ask();
        return found.build();
    }

    /// Whether a second QEMU has to be asked what it offers without the host's accelerator.
    public static boolean needsTcgProbe(QemuCapabilities first) {
        return (first.has(QemuFlag.KVM) || first.has(QemuFlag.HVF)) && first.has(QemuFlag.TCG);
    }

    /// Adds what a QEMU started without the host's accelerator offers.
    ///
    /// @throws LibvirtException INTERNAL_ERROR if it refuses to say
    public static QemuCapabilities probeTcg(QemuCapabilities first, QmpQuery qemu) {
        var found = first.toBuilder();
        new QemuCapabilitiesProber(qemu, found).askTcg();
        return found.build();
    }

    private void ask() {
        var answers = new HashMap<String, Answer>();
        List<Answer> inOrder = qemu.executeAll(FIRST_QUESTIONS.stream().map(Command::new).toList());
        for (int i = 0; i < inOrder.size(); i++) {
            answers.put(FIRST_QUESTIONS.get(i), inOrder.get(i));
        }
        version(object(answers, "query-version"));
        target(object(answers, "query-target"));
        features(answers);
        Accelerator accelerator = bestAccelerator();
        tpm(answers);
        offer(accelerator, answers);
        askDetails(accelerator);
        derive();
        askHostCpu(accelerator);
    }

    private void features(Map<String, Answer> answers) {
        var schema = new QmpSchema(array(answers, "query-qmp-schema").objects());
        for (Row row : FlagSources.SCHEMA) {
            setIf(schema.has(row.name()), row.flag());
        }
        setByName(FlagSources.COMMANDS, names(array(answers, "query-commands"), "name"));
        kvm(object(answers, "query-kvm"));
        options(array(answers, "query-command-line-options").objects());
        setByName(
                FlagSources.MIGRATION_CAPABILITIES,
                names(array(answers, "query-migrate-capabilities"), "capability"));
        setByName(FlagSources.OBJECT_TYPES, names(array(answers, "qom-list-types"), "name"));
    }

    private void offer(Accelerator accelerator, Map<String, Answer> answers) {
        found.accelerator(
                accelerator,
                new AcceleratorCapabilities(
                        Optional.empty(),
                        cpuModels(answers),
                        MachineAnswers.machines(
                                found.arch(), array(answers, "query-machines").objects())));
    }

    private void askTcg() {
        var answers = new HashMap<String, Answer>();
        for (String name : List.of("query-cpu-definitions", "query-machines")) {
            answers.put(name, Answer.of(qemu, new Command(name)));
        }
        offer(Accelerator.TCG, answers);
        askHostCpu(Accelerator.TCG);
    }

    private void version(JsonObject answer) {
        JsonObject qemuVersion = answer.object("qemu").orElse(JsonObject.EMPTY);
        int major = (int) qemuVersion.number("major").orElse(0);
        int minor = (int) qemuVersion.number("minor").orElse(0);
        int micro = (int) qemuVersion.number("micro").orElse(0);
        int version = major * 1000000 + minor * 1000 + micro;
        if (version < MIN_VERSION) {
            throw new LibvirtException(
                    ErrorCode.CONFIG_UNSUPPORTED,
                    "QEMU version >= 4.2.0 is required, but %d.%d.%d found"
                            .formatted(major, minor, micro));
        }
        found.version(version);
        found.packageVersion(answer.string("package").orElse(""));
    }

    private void target(JsonObject answer) {
        String target = answer.string("arch").orElse("");
        found.arch(
                Architectures.ofQemuTarget(target)
                        .orElseThrow(() -> failure("Unknown QEMU arch " + target)));
        if (Architectures.isX86(found.arch())) {
            found.set(QemuFlag.NO_ACPI).set(QemuFlag.NO_HPET);
        } else if (found.arch().equals("aarch64")) {
            found.set(QemuFlag.NO_ACPI).set(QemuFlag.AARCH64_OFF).set(QemuFlag.GIC_VERSION);
        } else if (Architectures.isS390(found.arch())) {
            found.set(QemuFlag.AES_KEY_WRAP).set(QemuFlag.DEA_KEY_WRAP).set(QemuFlag.LOADPARM);
        }
        if (found.version() < 5002000) {
            found.set(QemuFlag.ENABLE_FIPS);
        }
    }

    private void kvm(JsonObject answer) {
        if (answer.isTrue("enabled") && answer.isTrue("present")) {
            found.set(QemuFlag.KVM);
        }
    }

    private void options(List<JsonObject> answer) {
        for (JsonObject option : answer) {
            String name = option.string("option").orElse("");
            for (OptionRow row : FlagSources.COMMAND_LINE_OPTIONS) {
                if (row.option().equals(name)
                        && (row.parameter().isEmpty()
                                || hasName(option.objects("parameters"), row.parameter()))) {
                    found.set(row.flag());
                }
            }
        }
    }

    private static boolean hasName(List<JsonObject> parameters, String name) {
        for (JsonObject parameter : parameters) {
            if (parameter.string("name").orElse("").equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void tpm(Map<String, Answer> answers) {
        if (answer(answers, "query-tpm-models").value().isEmpty()
                || answer(answers, "query-tpm-types").value().isEmpty()) {
            return;
        }
        List<String> models = array(answers, "query-tpm-models").strings();
        setIf(models.contains("tpm-tis"), QemuFlag.TPM_TIS);
        setIf(models.contains("tpm-crb"), QemuFlag.TPM_CRB);
        setIf(models.contains("tpm-spapr"), QemuFlag.TPM_SPAPR);
        List<String> types = array(answers, "query-tpm-types").strings();
        setIf(types.contains("passthrough"), QemuFlag.TPM_PASSTHROUGH);
        setIf(types.contains("emulator"), QemuFlag.TPM_EMULATOR);
    }

    private List<CpuModel> cpuModels(Map<String, Answer> answers) {
        if (!found.has(QemuFlag.QUERY_CPU_DEFINITIONS)
                || answer(answers, "query-cpu-definitions").value().isEmpty()) {
            return List.of(); // some targets have the command and refuse it
        }
        List<CpuModel> models =
                CpuAnswers.models(found.arch(), array(answers, "query-cpu-definitions").objects());
        for (CpuModel model : models) {
            setIf(model.name().equals("max"), QemuFlag.CPU_MAX);
        }
        return models;
    }

    /// The second batch: properties of the types there are, and what only some hosts have.
    private void askDetails(Accelerator accelerator) {
        var questions = new ArrayList<Command>();
        var readers = new ArrayList<Consumer<Answer>>();
        for (TypeProperties type : FlagSources.DEVICE_PROPERTIES) {
            if (type.when() == null || found.has(type.when())) {
                questions.add(typeQuestion("device-list-properties", type.type()));
                readers.add(answer -> deviceProperties(type, answer));
            }
        }
        for (TypeProperties type : FlagSources.OBJECT_PROPERTIES) {
            if (type.when() == null || found.has(type.when())) {
                questions.add(typeQuestion("qom-list-properties", type.type()));
                readers.add(answer -> objectProperties(type, answer));
            }
        }
        for (TypeProperties type : FlagSources.MACHINE_PROPERTIES) {
            var machine = found.accelerator(accelerator).machine(type.type());
            if (machine.isPresent() || type.type().equals("none")) {
                String name = machine.map(MachineType::name).orElse(type.type());
                questions.add(typeQuestion("qom-list-properties", name + "-machine"));
                readers.add(answer -> objectProperties(type, answer));
            }
        }
        if (found.arch().equals("aarch64")
                || found.arch().equals("armv6l")
                || found.arch().equals("armv7l")) {
            questions.add(new Command("query-gic-capabilities"));
            readers.add(this::gic);
        }
        if (found.has(QemuFlag.SEV_GUEST)) {
            questions.add(new Command("query-sev-capabilities"));
            readers.add(this::sev);
        }
        if (found.has(QemuFlag.SGX_EPC)) {
            questions.add(new Command("query-sgx-capabilities"));
            readers.add(this::sgx);
        }
        List<Answer> answers = qemu.executeAll(questions);
        for (int i = 0; i < answers.size(); i++) {
            readers.get(i).accept(answers.get(i));
        }
    }

    private static Command typeQuestion(String name, String type) {
        return new Command(name, JsonObject.builder().put("typename", type).build());
    }

    private void deviceProperties(TypeProperties type, Answer answer) {
        if (answer.value().isEmpty()) {
            return; // the device is not built in
        }
        for (JsonObject property : array(answer, "device-list-properties").objects()) {
            String name = property.string("name").orElse("");
            for (Row row : type.rows()) {
                if (row.name().equals(name)) {
                    found.set(row.flag());
                    setIf(
                            row.flag() == QemuFlag.VIRTIO_BLK_PCI_SCSI
                                    && !property.bool("default-value").orElse(true),
                            QemuFlag.VIRTIO_BLK_PCI_SCSI_DEFAULT_DISABLED);
                }
            }
        }
    }

    private void objectProperties(TypeProperties type, Answer answer) {
        if (answer.value().isPresent()) {
            setByName(type.rows(), names(array(answer, "qom-list-properties"), "name"));
        }
    }

    private void gic(Answer answer) {
        if (answer.value().isEmpty()) {
            return;
        }
        var gics = new ArrayList<GicCapability>();
        for (JsonObject gic : array(answer, "query-gic-capabilities").objects()) {
            gics.add(
                    new GicCapability(
                            (int) gic.number("version").orElse(0),
                            gic.isTrue("kernel"),
                            gic.isTrue("emulated")));
        }
        found.gics(gics);
    }

    private void sev(Answer answer) {
        if (answer.value().isEmpty()) {
            found.clear(QemuFlag.SEV_GUEST); // compiled in, but not on this host
            return;
        }
        JsonObject sev = object(answer, "query-sev-capabilities");
        found.sev(
                new SevCapability(
                        sev.number("cbitpos").orElse(0),
                        sev.number("reduced-phys-bits").orElse(0),
                        sev.string("pdh").orElse(""),
                        sev.string("cert-chain").orElse(""),
                        sev.string("cpu0-id")));
    }

    private void sgx(Answer answer) {
        if (answer.value().isEmpty() || !object(answer, "query-sgx-capabilities").has("sections")) {
            found.clear(QemuFlag.SGX_EPC); // compiled in, but not on this host
            return;
        }
        JsonObject sgx = object(answer, "query-sgx-capabilities");
        long sum = 0;
        var sections = new ArrayList<SgxCapability.Section>();
        for (JsonObject section : sgx.objects("sections")) {
            long sizeKib = section.number("size").orElse(0) / 1024;
            sections.add(
                    new SgxCapability.Section((int) section.number("node").orElse(0), sizeKib));
            sum += sizeKib;
        }
        long sizeKib = sgx.has("section-size") ? sgx.number("section-size").orElse(0) / 1024 : sum;
        found.sgx(
                new SgxCapability(
                        sgx.isTrue("flc"),
                        sgx.isTrue("sgx1"),
                        sgx.isTrue("sgx2"),
                        sizeKib,
                        sections));
    }

    /// Flags that follow from other flags.
    private void derive() {
        setIf(
                Architectures.isX86(found.arch()) && found.has(QemuFlag.QUERY_CPU_MODEL_EXPANSION),
                QemuFlag.CPU_CACHE);
        setIf(found.has(QemuFlag.CPU_UNAVAILABLE_FEATURES), QemuFlag.CANONICAL_CPU_FEATURES);
        // The controller is always reported and only usable where a machine has it built in.
        if (!List.of("sparc", "m68k", "mips").contains(found.arch())) {
            found.clear(QemuFlag.NCR53C90);
        }
        setIf(
                found.has(QemuFlag.BLOCKDEV_REOPEN)
                        && found.has(QemuFlag.MIGRATION_PARAM_BLOCK_BITMAP_MAPPING),
                QemuFlag.INCREMENTAL_BACKUP);
        setIf(found.has(QemuFlag.OBJECT_QAPIFIED), QemuFlag.COMPAT_DEPRECATED);
        if (found.has(QemuFlag.MACHINE_HPET)) {
            found.clear(QemuFlag.NO_HPET);
        }
    }

    private void askHostCpu(Accelerator accelerator) {
        if (!found.has(QemuFlag.QUERY_CPU_MODEL_EXPANSION)) {
            return;
        }
        var questions = new HostCpuQuestions(qemu, found, accelerator);
        AcceleratorCapabilities offer = found.accelerator(accelerator);
        found.accelerator(
                accelerator,
                new AcceleratorCapabilities(
                        questions.hostCpu(), offer.cpuModels(), offer.machines()));
        questions.hyperv().ifPresent(found::hyperv);
    }

    private Accelerator bestAccelerator() {
        if (found.has(QemuFlag.KVM)) {
            return Accelerator.KVM;
        }
        return found.has(QemuFlag.HVF) ? Accelerator.HVF : Accelerator.TCG;
    }

    private void setByName(List<Row> rows, Set<String> names) {
        for (Row row : rows) {
            setIf(names.contains(row.name()), row.flag());
        }
    }

    private void setIf(boolean condition, QemuFlag flag) {
        if (condition) {
            found.set(flag);
        }
    }

    private static Set<String> names(JsonArray array, String key) {
        var names = new HashSet<String>();
        for (JsonObject object : array.objects()) {
            object.string(key).ifPresent(names::add);
        }
        return names;
    }

    private static JsonObject object(Map<String, Answer> answers, String command) {
        return object(answer(answers, command), command);
    }

    private static JsonArray array(Map<String, Answer> answers, String command) {
        return array(answer(answers, command), command);
    }

    private static Answer answer(Map<String, Answer> answers, String command) {
        return Objects.requireNonNull(answers.get(command), command);
    }

    private static JsonObject object(Answer answer, String command) {
        if (answer.value().isPresent() && answer.value().get() instanceof JsonObject object) {
            return object;
        }
        throw unexpected(answer, command);
    }

    private static JsonArray array(Answer answer, String command) {
        if (answer.value().isPresent() && answer.value().get() instanceof JsonArray array) {
            return array;
        }
        throw unexpected(answer, command);
    }

    private static LibvirtException unexpected(Answer answer, String command) {
        return failure(
                answer.value().isPresent()
                        ? "unexpected reply of QEMU to command '%s'".formatted(command)
                        : "unable to execute QEMU command '%s': %s"
                                .formatted(command, answer.error()));
    }

    private static LibvirtException failure(String message) {
        return new LibvirtException(ErrorCode.INTERNAL_ERROR, message);
    }
}
