package dev.jvirt.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AdminTargetTest {
    @Test
    void usualSocketsAreFoundByScheme() {
        assertThat(AdminTarget.of("virtqemud:///system").socket())
                .isEqualTo("/run/libvirt/virtqemud-admin-sock");
        assertThat(AdminTarget.of("libvirtd:///session").socket())
                .endsWith("/libvirt/libvirt-admin-sock");
    }

    @Test
    void aSocketInTheQueryStandsAboveAll() {
        assertThat(AdminTarget.of("libvirtd:///system?socket=/a/b").socket()).isEqualTo("/a/b");
    }
}
