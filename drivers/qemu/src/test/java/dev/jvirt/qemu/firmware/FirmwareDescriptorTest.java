package dev.jvirt.qemu.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jvirt.qemu.json.JsonException;
import org.junit.jupiter.api.Test;

class FirmwareDescriptorTest {
    private static final String FLASH =
            """
            {
              "description": "for people",
              "interface-types": ["uefi"],
              "mapping": {
                "device": "flash",
                "executable": {"filename": "/fw/code.fd", "format": "raw"},
                "nvram-template": {"filename": "/fw/vars.fd", "format": "qcow2"}
              },
              "targets": [
                {"architecture": "i386", "machines": ["pc-q35-*"]},
                {"architecture": "x86_64", "machines": ["pc-q35-*", "pc-i440fx-?.1"]}
              ],
              "features": ["secure-boot", "requires-smm", "of-later"],
              "tags": ["more for people"]
            }
            """;

    @Test
    void aSplitFlashHasCodeAndVariables() {
        FirmwareDescriptor firmware = FirmwareDescriptor.parse(FLASH);

        assertThat(firmware.interfaces()).containsExactly(FirmwareDescriptor.Interface.UEFI);
        assertThat(firmware.mapping().code()).isEqualTo("/fw/code.fd");
        assertThat(firmware.mapping().variables()).contains("/fw/vars.fd");
        assertThat(firmware.isSecure()).isTrue();
        assertThat(firmware.features())
                .containsExactly(FirmwareFeature.SECURE_BOOT, FirmwareFeature.REQUIRES_SMM);
    }

    @Test
    void theMachinesItIsForAreMatchedByPatterns() {
        FirmwareDescriptor firmware = FirmwareDescriptor.parse(FLASH);

        assertThat(firmware.isFor("x86_64", "pc-q35-8.0")).isTrue();
        assertThat(firmware.isFor("i686", "pc-q35-8.0")).isTrue();
        assertThat(firmware.isFor("x86_64", "pc-i440fx-3.1")).isTrue();
        assertThat(firmware.isFor("x86_64", "pc-i440fx-3.0")).isFalse();
        assertThat(firmware.isFor("x86_64", "pc-i440fx-13.1")).isFalse();
        assertThat(firmware.isFor("i686", "pc-i440fx-3.1")).isFalse();
        assertThat(firmware.isFor("aarch64", "virt-8.0")).isFalse();
    }

    @Test
    void patternsAreMatchedWhole() {
        assertThat(Glob.matches("*", "")).isTrue();
        assertThat(Glob.matches("a*c*e", "abcde")).isTrue();
        assertThat(Glob.matches("a*c*e", "abcdef")).isFalse();
        assertThat(Glob.matches("a*b", "aab")).isTrue();
        assertThat(Glob.matches("a**b", "ab")).isTrue();
        assertThat(Glob.matches("", "a")).isFalse();
        assertThat(Glob.matches("pc", "pc-q35")).isFalse();
        assertThat(Glob.matches("a.c", "abc")).isFalse();
    }

    @Test
    void onlyWhatBothFeaturesHaveIsSecure() {
        assertThat(FirmwareDescriptor.parse(FLASH.replace("requires-smm", "acpi-s3")).isSecure())
                .isFalse();
    }

    @Test
    void otherMappingsHaveNoVariables() {
        for (String device : new String[] {"kernel", "memory"}) {
            String text =
                    """
                    {"interface-types": ["bios"],
                     "mapping": {"device": "%s", "filename": "/fw/bios"},
                     "targets": [], "features": []}
                    """
                            .formatted(device);

            FirmwareMapping mapping = FirmwareDescriptor.parse(text).mapping();

            assertThat(mapping.code()).isEqualTo("/fw/bios");
            assertThat(mapping.variables()).isEmpty();
            assertThat(mapping.toJson().string("device")).contains(device);
        }
    }

    @Test
    void aStatelessFlashHasNoVariablesEither() {
        String stateless =
                FLASH.replace(
                        "\"device\": \"flash\",",
                        "\"device\": \"flash\", \"mode\": \"stateless\",");

        assertThat(FirmwareDescriptor.parse(stateless).mapping().variables()).isEmpty();
    }

    @Test
    void itIsWrittenWithoutWhatIsForPeople() {
        FirmwareDescriptor firmware = FirmwareDescriptor.parse(FLASH);

        String written = firmware.toJson().text();

        assertThat(written).doesNotContain("people").contains("\"mode\":\"split\"");
        assertThat(FirmwareDescriptor.parse(written)).isEqualTo(firmware);
    }

    @Test
    void whatIsWrongIsNamed() {
        assertRefused("\"uefi\"", "\"dos\"", "unknown interface type: 'dos'");
        assertRefused("\"flash\"", "\"tape\"", "unknown device type: 'tape'");
        assertRefused("\"executable\"", "\"execute\"", "missing 'executable'");
        assertRefused("\"nvram-template\"", "\"nvram\"", "missing 'nvram-template'");
        assertRefused("\"i386\"", "\"z80\"", "unknown architecture: 'z80'");
        assertRefused("\"targets\"", "\"target\"", "missing 'targets'");
        assertRefused("\"mapping\"", "\"map\"", "missing 'mapping'");
        assertThatThrownBy(() -> FirmwareDescriptor.parse("[]")).isInstanceOf(JsonException.class);
    }

    private static void assertRefused(String part, String replacement, String message) {
        assertThatThrownBy(() -> FirmwareDescriptor.parse(FLASH.replace(part, replacement)))
                .isInstanceOf(JsonException.class)
                .hasMessageContaining(message);
    }
}
