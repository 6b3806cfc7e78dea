package dev.jvirt.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class UsersTest {
    @Test
    void everyLineOfTheUsersFileIsFoundBothWays() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/etc/passwd"));

        assertThat(lines).isNotEmpty();
        for (String line : lines) {
            String[] fields = line.split(":", -1);
            int id = Integer.parseUnsignedInt(fields[2]);

            assertThat(Users.id(fields[0])).hasValue(id);
            assertThat(Users.name(id)).isPresent();
            assertThat(Users.home(Users.id(fields[0]).orElseThrow())).isPresent();
        }
        assertThat(Users.home(0)).contains("/root");
    }

    @Test
    void everyLineOfTheGroupsFileIsFoundBothWays() throws IOException {
        for (String line : Files.readAllLines(Path.of("/etc/group"))) {
            String[] fields = line.split(":", -1);
            int id = Integer.parseUnsignedInt(fields[2]);

            assertThat(Users.groupId(fields[0])).hasValue(id);
            assertThat(Users.groupName(id)).contains(fields[0]);
        }
    }

    @Test
    void aNumberNamesAUserThatNeedNotExist() throws IOException {
        assertThat(Users.id("54321")).hasValue(54321);
        assertThat(Users.id("+54321")).hasValue(54321);
        assertThat(Users.groupId("+54321")).hasValue(54321);
        assertThat(Users.name(54321)).isEmpty();
        assertThat(Users.groupName(54321)).isEmpty();
    }

    @Test
    void whatIsNeitherNameNorNumberIsNobody() throws IOException {
        for (String name :
                List.of(
                        "no-such-user",
                        "root\0x",
                        "",
                        "+",
                        "+root",
                        "-1",
                        "++1",
                        "1x",
                        "4294967296")) {
            assertThat(Users.id(name)).as(name).isEmpty();
        }
    }

    @Test
    void theGroupsOfAUserAreThoseThatListIt() throws IOException {
        for (String line : Files.readAllLines(Path.of("/etc/group"))) {
            String[] fields = line.split(":", -1);
            for (String member : fields[3].isEmpty() ? new String[0] : fields[3].split(",")) {
                assertThat(Users.groups(Users.id(member).orElseThrow(), 54321))
                        .contains(54321, Integer.parseInt(fields[2]));
            }
        }
        assertThat(Users.groups(54321, 7)).containsExactly(7);
    }

    @Test
    void tellsWhoWeAre() throws IOException {
        assertThat(Users.current())
                .isEqualTo((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        assertThat(Users.currentGroup())
                .isEqualTo((int) Files.getAttribute(Path.of("/proc/self"), "unix:gid"));
    }
}
