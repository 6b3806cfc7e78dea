package dev.jvirt.test;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibraryVersion;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.NodeInfo;
import dev.jvirt.api.SecurityModel;
import dev.jvirt.api.driver.HostDriver;
import dev.jvirt.host.Hostname;
import java.io.IOException;
import java.util.Optional;

/// The hypervisor and the hardware of a world.
final class TestHostDriver implements HostDriver {
    private static final long VERSION = 2;
    /// No domain can have more virtual CPUs.
    static final int MAX_VCPUS = 32;

    private static final String SYSINFO =
            """
            <sysinfo type='smbios'>
              <bios>
                <entry name='vendor'>LENOVO</entry>
                <entry name='version'>G4ETA1WW (2.61 )</entry>
                <entry name='date'>05/07/2014</entry>
                <entry name='release'>2.61</entry>
              </bios>
            </sysinfo>
            """;

    private final TestHost host;
    private final String uri;

    TestHostDriver(TestHost host, String uri) {
        this.host = host;
        this.uri = uri;
    }

    @Override
    public String type() {
        return "TEST";
    }

    @Override
    public long version() {
        return VERSION;
    }

    @Override
    public long libraryVersion() {
        return LibraryVersion.current().number();
    }

    @Override
    public String hostname() {
        try {
            return Hostname.name();
        } catch (IOException failure) {
            throw new LibvirtException(
                    ErrorDomain.TEST,
                    ErrorCode.SYSTEM_ERROR,
                    "failed to determine host name: " + failure.getMessage(),
                    failure);
        }
    }

    @Override
    public String uri() {
        return uri;
    }

    @Override
    public String capabilities() {
        return new TestCapabilities(host).document();
    }

    @Override
    public int maxVcpus(Optional<String> type) {
        return MAX_VCPUS;
    }

    @Override
    public NodeInfo nodeInfo() {
        return host.node();
    }

    @Override
    public long freeMemory() {
        return host.freeMemory();
    }

    @Override
    public String sysinfo(int flags) {
        Flags.refuse(ErrorDomain.TEST, "testConnectGetSysinfo", flags);
        return SYSINFO;
    }

    @Override
    public SecurityModel securityModel() {
        return new SecurityModel("testSecurity", "");
    }
}
