package org.libvirt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.libvirt.event.DomainEventType;
import org.libvirt.event.LifecycleListener;
import org.libvirt.event.SuspendedDetail;

/// Listeners hear of the test hypervisor's domains, in the thread that runs the event loop.
@Timeout(60)
class ListenersTest {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final LifecycleListener listener =
            (domain, event) -> {
                heard.add(
                        "%s %s %s"
                                .formatted(
                                        domain.hashCode() != 0 ? event.getType() : "",
                                        event,
                                        Thread.currentThread().getName()));
                return 0;
            };

    @SuppressWarnings("NullAway.Init")
    private Connect connect;

    @SuppressWarnings("NullAway.Init")
    private Thread loop;

    @BeforeEach
    void open() throws LibvirtException {
        Library.initEventLoop();
        connect = new Connect("test:///default");
        loop = Thread.ofPlatform().name("loop").start(ListenersTest::loop);
    }

    private static void loop() {
        try {
            Library.runEventLoop();
        } catch (LibvirtException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void close() throws LibvirtException, InterruptedException {
        Domain test = connect.domainLookupByName("test");
        if (test.getInfo().state == DomainInfo.DomainState.VIR_DOMAIN_PAUSED) {
            test.resume();
        }
        test.free();
        connect.close();
        // a loop that is not running yet is not stopped
        while (loop.isAlive()) {
            Library.stopEventLoop();
            loop.join(10);
        }
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(30, TimeUnit.SECONDS));
    }

    @Test
    void aListenerHearsOnceOfEachEventHoweverOftenItWasAdded()
            throws LibvirtException, InterruptedException {
        Domain test = connect.domainLookupByName("test");
        connect.addLifecycleListener(listener);
        test.addLifecycleListener(listener);

        test.suspend();
        test.resume();

        assertThat(next()).isEqualTo("SUSPENDED SUSPENDED (PAUSED) loop");
        assertThat(next()).isEqualTo("RESUMED RESUMED (UNPAUSED) loop");
    }

    @Test
    void aRemovedListenerHearsNothing() throws LibvirtException, InterruptedException {
        Domain test = connect.domainLookupByName("test");
        connect.addLifecycleListener(listener);
        connect.removeLifecycleListener(listener);
        connect.removeLifecycleListener(listener);
        var other = new LinkedBlockingQueue<DomainEventType>();
        connect.addLifecycleListener(
                (domain, event) -> {
                    other.add(event.getType());
                    return 0;
                });

        test.suspend();

        assertThat(other.poll(30, TimeUnit.SECONDS)).isEqualTo(DomainEventType.SUSPENDED);
        assertThat(heard).isEmpty();
    }

    @Test
    void aListenerMayCallLibvirt() throws LibvirtException, InterruptedException {
        Domain test = connect.domainLookupByName("test");
        connect.addLifecycleListener(
                (domain, event) -> {
                    try {
                        SuspendedDetail detail = event.getDetail();
                        heard.add(domain.getInfo().state + " " + detail);
                    } catch (LibvirtException e) {
                        heard.add(e.toString());
                    }
                    return 0;
                });

        test.suspend();

        assertThat(next()).isEqualTo("VIR_DOMAIN_PAUSED PAUSED");
    }

    @Test
    void aListenerThatThrowsCostsNobodyAnEvent() throws LibvirtException, InterruptedException {
        Domain test = connect.domainLookupByName("test");
        List<Throwable> thrown = new ArrayList<>();
        loop.setUncaughtExceptionHandler((thread, e) -> thrown.add(e));
        connect.addLifecycleListener(
                (domain, event) -> {
                    throw new IllegalStateException("on purpose");
                });
        connect.addLifecycleListener(listener);

        test.suspend();
        test.resume();

        assertThat(next()).startsWith("SUSPENDED");
        assertThat(next()).startsWith("RESUMED");
        assertThat(thrown).isNotEmpty();
    }
}
