package dev.jvirt.host.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jvirt.host.SystemException;
import dev.jvirt.host.Users;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class KernelAuditTest {
    private static final int VIRT_CONTROL = 2500;

    private static KernelAudit open() {
        try {
            return KernelAudit.open();
        } catch (IOException e) {
            return abort("the kernel has no audit trail: " + e.getMessage());
        }
    }

    @Test
    void theKernelTakesRecords() {
        assumeTrue(Users.current() == 0, "only root may add to the audit trail");
        try (var audit = open()) {
            assertThatCode(
                            () -> {
                                audit.add(VIRT_CONTROL, true, "virt=test op=none reason=unit-test");
                                audit.add(VIRT_CONTROL, false, "x".repeat(100_000));
                            })
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void theKernelsRefusalIsTold() {
        try (var audit = open()) {
            assertThatThrownBy(() -> audit.add(3, true, "no such type"))
                    .isInstanceOf(SystemException.class);
        }
    }

    @Test
    void valuesThatCouldEndAFieldAreHexadecimal() {
        assertThat(AuditText.field("vm", "web-1")).isEqualTo("vm=\"web-1\"");
        assertThat(AuditText.field("vm", "we b\"x")).isEqualTo("vm=776520622278");
        assertThat(AuditText.field("vm", "gr\u00fcn")).isEqualTo("vm=6772C3BC6E");
    }
}
