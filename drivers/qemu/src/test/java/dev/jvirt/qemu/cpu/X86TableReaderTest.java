package dev.jvirt.qemu.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class X86TableReaderTest {
    private static final String TABLE =
            """
            # a comment
            vendor Intel GenuineIntel
            feature a 1 0 edx 0
            feature b 7 0 ebx 31 local
            feature c msr 10a high 1
            model old -
              with a b
            model new Intel not-for-guests
              of 6/85/5-7 6/1
              from old
              with c
              gone b
            """;

    @Test
    void aModelHasWhatTheOneBeforeHasAndMore() {
        X86Table table = X86TableReader.read(TABLE);

        X86Model model = table.model("new").orElseThrow();
        assertThat(model.features().stream().mapToObj(table::name)).containsExactly("a", "c");
        assertThat(model.gone().stream().mapToObj(table::name)).containsExactly("b");
        assertThat(model.vendor()).contains("Intel");
        assertThat(model.isFor(true)).isFalse();
        assertThat(model.isFor(false)).isTrue();
        assertThat(table.vendorOf("GenuineIntel")).contains("Intel");
    }

    @Test
    void signaturesCanBeLimitedToSomeSteppings() {
        X86Model model = X86TableReader.read(TABLE).model("new").orElseThrow();

        assertThat(model.isOf(new Signature(6, 85, 5))).isTrue();
        assertThat(model.isOf(new Signature(6, 85, 8))).isFalse();
        assertThat(model.isOf(new Signature(6, 1, 15))).isTrue();
        assertThat(model.isOf(new Signature(15, 1, 0))).isFalse();
    }

    @Test
    void registersHaveTwoHalves() {
        X86Table table = X86TableReader.read(TABLE);

        assertThat(table.features().getLast().place()).isEqualTo(new X86Feature.Msr(0x10A, 33));
        assertThat(table.local().stream().mapToObj(table::name)).containsExactly("b");
    }

    @Test
    void whatTheTableDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> X86TableReader.read("model x -\n  with nonsense"))
                .hasMessageContaining("nonsense");
        assertThatThrownBy(() -> X86TableReader.read("model x -\n  from nothing"))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> X86TableReader.read("model x -\n  whatever"))
                .hasMessageContaining("whatever");
    }

    @Test
    void theTableOfTheProgramIsComplete() {
        X86Table table = X86Table.instance();

        assertThat(table.models()).hasSize(58);
        assertThat(table.models()).allMatch(model -> !model.features().isEmpty());
        assertThat(table.models())
                .allMatch(model -> model.vendor().map(table::isVendor).orElse(true));
        assertThat(table.vendorOf("AuthenticAMD")).contains("AMD");
    }

    @Test
    void signaturesAreWrittenAsProcessorsTellThem() {
        assertThat(Signature.of(0x00A00F11)).isEqualTo(new Signature(25, 1, 1));
        assertThat(new Signature(25, 1, 1).eax()).isEqualTo(0x00A00F11);
        assertThat(Signature.of(0x00050654)).isEqualTo(new Signature(6, 85, 4));
        assertThat(new Signature(6, 85, 4).eax()).isEqualTo(0x00050654);
    }
}
