package dev.jvirt.base.domain;

import static dev.jvirt.base.domain.Definitions.definition;
import static dev.jvirt.base.domain.Definitions.running;
import static dev.jvirt.base.domain.Definitions.uuid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jvirt.api.ErrorCode;
import dev.jvirt.api.ErrorDomain;
import dev.jvirt.api.Flags;
import dev.jvirt.api.LibvirtException;
import dev.jvirt.api.domain.DomainId;
import dev.jvirt.api.domain.DomainListFlag;
import dev.jvirt.api.domain.DomainState;
import dev.jvirt.api.domain.DomainStatus;
import dev.jvirt.api.domain.RunningReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DomainListTest {
    private static final int MANY = 32;

    private final DomainList list = new DomainList(ErrorDomain.QEMU, Definitions::queue);

    private DomainObject add(String name, int uuid) {
        return list.findOrAdd(definition(name, uuid), true).domain();
    }

    private static LibvirtException refusal(Runnable call) {
        return catchThrowableOfType(LibvirtException.class, call::run);
    }

    /// Does something many times at once.
    private static void atOnce(IntConsumer action) throws InterruptedException {
        var start = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < MANY; i++) {
            int number = i;
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        try {
                                            start.await();
                                        } catch (InterruptedException interrupted) {
                                            Thread.currentThread().interrupt();
                                        }
                                        action.accept(number);
                                    }));
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
    }

    @Test
    void domainsAreFoundByNameUuidAndId() {
        var web = add("web", 1);
        web.start(
                running("web", 1, 7), new DomainStatus(DomainState.RUNNING, RunningReason.BOOTED));
        var database = add("database", 2);

        assertThat(list.find("web")).containsSame(web);
        assertThat(list.find(uuid(2))).containsSame(database);
        assertThat(list.find(7)).containsSame(web);
        assertThat(list.require(database.identity())).isSameAs(database);
        assertThat(list.all()).containsExactlyInAnyOrder(web, database);
    }

    @Test
    void aDomainThatDoesNotRunHasNoId() {
        add("web", 1);

        assertThat(list.find(DomainId.NO_ID)).isEmpty();
    }

    @Test
    void whatIsMissingIsNamed() {
        var gone = new DomainId("web", uuid(1), 3);

        var error = refusal(() -> list.require(gone));

        assertThat(error.code()).isEqualTo(ErrorCode.NO_DOMAIN);
        assertThat(error.domain()).isEqualTo(ErrorDomain.QEMU);
        assertThat(error)
                .hasMessage(
                        "Domain not found: no domain with matching uuid"
                                + " '00000000-0000-0000-0000-000000000001' (web)");
        assertThat(refusal(() -> list.require("web")))
                .hasMessage("Domain not found: no domain with matching name 'web'");
        assertThat(refusal(() -> list.require(3)))
                .hasMessage("Domain not found: no domain with matching id 3");
    }

    @Test
    void nameAndUuidBelongTogether() {
        var web = add("web", 1);

        var otherUuid = refusal(() -> add("web", 2));
        var otherName = refusal(() -> add("mail", 1));

        assertThat(otherUuid)
                .hasMessage(
                        "operation failed: domain 'web' already exists with uuid"
                                + " 00000000-0000-0000-0000-000000000001");
        assertThat(otherName)
                .hasMessage(
                        "operation failed: domain 'web' is already defined with uuid"
                                + " 00000000-0000-0000-0000-000000000001");
        assertThat(otherName.domain()).isEqualTo(ErrorDomain.DOMAIN);
        assertThat(list.all()).containsExactly(web);
    }

    @Test
    void theSameDomainIsAddedOnce() throws InterruptedException {
        var found = new CopyOnWriteArrayList<DomainList.Found>();

        atOnce(_ -> found.add(list.findOrAdd(definition("web", 1), true)));

        assertThat(found).hasSize(MANY).filteredOn(DomainList.Found::isNew).hasSize(1);
        assertThat(found).extracting(DomainList.Found::domain).containsOnly(list.require("web"));
    }

    @Test
    void oneOfThoseWhoWantANameGetsIt() throws InterruptedException {
        var added = new CopyOnWriteArrayList<DomainObject>();
        var refused = new CopyOnWriteArrayList<LibvirtException>();

        atOnce(
                number -> {
                    try {
                        added.add(add("web", number));
                    } catch (LibvirtException error) {
                        refused.add(error);
                    }
                });

        assertThat(added).hasSize(1);
        assertThat(refused).hasSize(MANY - 1);
        assertThat(list.all()).containsExactlyElementsOf(added);
    }

    @Test
    void oneOfThoseWhoReserveANameGetsIt() throws InterruptedException {
        List<DomainObject> domains = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            domains.add(add("domain" + i, i));
        }
        var reserved = new CopyOnWriteArrayList<DomainObject>();
        var refused = new CopyOnWriteArrayList<LibvirtException>();

        atOnce(
                number -> {
                    try {
                        list.reserve(domains.get(number), "web");
                        reserved.add(domains.get(number));
                    } catch (LibvirtException error) {
                        refused.add(error);
                    }
                });

        assertThat(reserved).hasSize(1);
        assertThat(refused)
                .hasSize(MANY - 1)
                .extracting(LibvirtException::getMessage)
                .containsOnly(
                        "Requested operation is not valid: domain with name 'web' already exists");
    }

    @Test
    void aRenamedDomainIsFoundByItsNewNameOnly() {
        var domain = add("web", 1);
        list.reserve(domain, "mail");

        list.rename(domain, "mail");

        assertThat(domain.name()).isEqualTo("mail");
        assertThat(list.find("mail")).containsSame(domain);
        assertThat(list.find("web")).isEmpty();
        assertThat(add("web", 2)).isNotSameAs(domain);
    }

    @Test
    void aReservedNameIsKeptUntilItIsGivenBack() {
        var domain = add("web", 1);
        list.reserve(domain, "mail");
        assertThat(refusal(() -> add("mail", 2))).isNotNull();

        list.release(domain, "mail");

        assertThat(add("mail", 2).name()).isEqualTo("mail");
        assertThat(list.find("web")).containsSame(domain);
    }

    @Test
    void aRemovedDomainGivesBackAllItsNames() {
        var domain = add("web", 1);
        list.reserve(domain, "mail");

        list.remove(domain);

        assertThat(domain.isRemoved()).isTrue();
        assertThat(list.all()).isEmpty();
        assertThat(add("web", 2).isRemoved()).isFalse();
        assertThat(add("mail", 1).isRemoved()).isFalse();
    }

    @Test
    void removingADomainLeavesItsSuccessorAlone() {
        var first = add("web", 1);
        list.remove(first);
        var second = add("web", 1);

        list.remove(first);

        assertThat(list.find("web")).containsSame(second);
        assertThat(list.find(uuid(1))).containsSame(second);
    }

    @Test
    void thoseThatPassAFilterAreNamed() {
        add("web", 1);
        add("mail", 2).autostart(true);

        var filter = new DomainFilter(Flags.of(DomainListFlag.AUTOSTART), _ -> false);

        assertThat(list.identities(filter)).extracting(DomainId::name).containsExactly("mail");
    }
}
